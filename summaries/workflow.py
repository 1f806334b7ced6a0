"""The road of a report: 起草 → 已签发 → 已上报 → 已接收, or 退回修改."""

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
