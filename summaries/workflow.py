"""The roads of a report (起草 → 已签发 → 已上报 → 已接收) and of a member's yearly form (本人填写 →
联工委签署意见 → 县政协评定); each may be sent back with a reason."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to a given report."""

    OFFICE = "office", "联工委"
    COUNTY = "county", "县政协"


class Status(models.TextChoices):
    DRAFT = "draft", "起草"
    SIGNED = "signed", "已签发"
    REPORTED = "reported", "已上报"
    ACCEPTED = "accepted", "已接收"


class Action(models.TextChoices):
    SIGN = "sign", "签发"
    REOPEN = "reopen", "撤回签发"
    REPORT = "report", "上报县政协"
    ACCEPT = "accept", "接收"
    SEND_BACK = "send_back", "退回修改"


TRANSITIONS = {
    Action.SIGN: Transition({Party.OFFICE}, {Status.DRAFT}, Status.SIGNED),
    Action.REPORT: Transition({Party.OFFICE}, {Status.SIGNED}, Status.REPORTED),
    Action.REOPEN: Transition({Party.OFFICE}, {Status.SIGNED}, Status.DRAFT),
    Action.ACCEPT: Transition({Party.COUNTY}, {Status.REPORTED}, Status.ACCEPTED),
    Action.SEND_BACK: Transition({Party.COUNTY}, {Status.REPORTED}, Status.DRAFT),
}

EDITABLE = {Status.DRAFT}
SENT = {Status.REPORTED, Status.ACCEPTED}
STEPS = [Status.DRAFT, Status.SIGNED, Status.REPORTED, Status.ACCEPTED]


class DutyParty(models.TextChoices):
    """Who a user is to a given form."""

    MEMBER = "member", "委员本人"
    OFFICE = "office", "联工委"
    COUNTY = "county", "县政协"


class DutyStatus(models.TextChoices):
    DRAFT = "draft", "本人填写"
    SUBMITTED = "submitted", "待联工委签署"
    SIGNED = "signed", "待县政协评定"
    RATED = "rated", "已评定"


class DutyAction(models.TextChoices):
    SUBMIT = "submit", "提交登记表"
    SIGN = "sign", "签署联工委意见"
    SEND_BACK = "send_back", "退回本人修改"
    RATE = "rate", "评定等次"
    HAND_BACK = "hand_back", "退回联工委"
    REOPEN = "reopen", "撤回评定"


DUTY_TRANSITIONS = {
    DutyAction.SUBMIT: Transition(
        {DutyParty.MEMBER},
        {DutyStatus.DRAFT},
        DutyStatus.SUBMITTED,
        on_behalf={DutyParty.OFFICE},
    ),
    DutyAction.SIGN: Transition({DutyParty.OFFICE}, {DutyStatus.SUBMITTED}, DutyStatus.SIGNED),
    DutyAction.SEND_BACK: Transition({DutyParty.OFFICE}, {DutyStatus.SUBMITTED}, DutyStatus.DRAFT),
    DutyAction.RATE: Transition({DutyParty.COUNTY}, {DutyStatus.SIGNED}, DutyStatus.RATED),
    DutyAction.HAND_BACK: Transition({DutyParty.COUNTY}, {DutyStatus.SIGNED}, DutyStatus.SUBMITTED),
    DutyAction.REOPEN: Transition({DutyParty.COUNTY}, {DutyStatus.RATED}, DutyStatus.SIGNED),
}

DUTY_STEPS = [
    DutyStatus.DRAFT,
    DutyStatus.SUBMITTED,
    DutyStatus.SIGNED,
    DutyStatus.RATED,
]
