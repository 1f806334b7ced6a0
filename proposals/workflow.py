"""The roads of a proposal (提案) and of an item of a suggestion (镇级意见建议)."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to a given proposal or suggestion."""

    PROPOSER = "proposer", "提案人"
    OFFICE = "office", "联工委"
    COUNTY = "county", "县政协"
    HANDLER = "handler", "承办单位"
    COMMITTEE = "committee", "镇党委"


class Status(models.TextChoices):
    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "已提交"
    WITHDRAWN = "withdrawn", "已撤案"
    DECLINED = "declined", "不予立案"
    FILED = "filed", "已立案"
    ASSIGNED = "assigned", "已交办"
    SIGNED = "signed", "办理中"
    REPLIED = "replied", "已答复"
    CLOSED = "closed", "已办结"


class Action(models.TextChoices):
    SUBMIT = "submit", "提交提案"
    WITHDRAW = "withdraw", "撤回提案"
    FILE = "file", "立案"
    DECLINE = "decline", "不予立案"
    ASSIGN = "assign", "交办"
    HAND_BACK = "hand_back", "申请退回"
    SIGN = "sign", "签收"
    REPLY = "reply", "填写答复"
    ACCEPT = "accept", "认可答复"
    CONTEST = "contest", "不满意，要求重新办理"


TRANSITIONS = {
    Action.SUBMIT: Transition(
        {Party.PROPOSER}, {Status.DRAFT}, Status.SUBMITTED, on_behalf={Party.OFFICE}
    ),
    Action.WITHDRAW: Transition(
        {Party.PROPOSER}, {Status.SUBMITTED}, Status.WITHDRAWN, on_behalf={Party.OFFICE}
    ),
    Action.FILE: Transition({Party.COUNTY}, {Status.SUBMITTED}, Status.FILED),
    Action.DECLINE: Transition({Party.COUNTY}, {Status.SUBMITTED}, Status.DECLINED),
    Action.ASSIGN: Transition({Party.COUNTY}, {Status.FILED}, Status.ASSIGNED),
    Action.SIGN: Transition(
        {Party.HANDLER}, {Status.ASSIGNED}, Status.SIGNED, on_behalf={Party.COUNTY}
    ),
    Action.HAND_BACK: Transition({Party.HANDLER}, {Status.ASSIGNED}, Status.FILED),
    Action.REPLY: Transition(
        {Party.HANDLER}, {Status.SIGNED}, Status.REPLIED, on_behalf={Party.COUNTY}
    ),
    Action.ACCEPT: Transition(
        {Party.PROPOSER},
        {Status.REPLIED},
        Status.CLOSED,
        on_behalf={Party.OFFICE, Party.COUNTY},
    ),
    Action.CONTEST: Transition(
        {Party.PROPOSER}, {Status.REPLIED}, Status.SIGNED, on_behalf={Party.OFFICE}
    ),
}

NUMBERED = {Status.FILED, Status.ASSIGNED, Status.SIGNED, Status.REPLIED, Status.CLOSED}
WITH_HANDLER = {Status.ASSIGNED, Status.SIGNED, Status.REPLIED, Status.CLOSED}
AT_HANDLER = {Status.ASSIGNED, Status.SIGNED}
ANSWERED = {Status.REPLIED, Status.CLOSED}
UNDER_WAY = {Status.SUBMITTED, Status.FILED, Status.ASSIGNED, Status.SIGNED, Status.REPLIED}
SUBMITTED = NUMBERED | {Status.SUBMITTED, Status.DECLINED}  # counts as a member's proposal
STEPS = [
    Status.DRAFT,
    Status.SUBMITTED,
    Status.FILED,
    Status.ASSIGNED,
    Status.SIGNED,
    Status.REPLIED,
    Status.CLOSED,
]


class Paper(models.TextChoices):
    """The papers of a proposal, in the order of its road."""

    FORM = "form", "提案纸"
    ASSIGNMENT = "assignment", "交办单"
    LETTER = "letter", "答复函"
    SURVEY = "survey", "征询意见表"


PRINTED_BY = {  # a paper that is not named is printed by everybody who sees the proposal
    Paper.ASSIGNMENT: {Party.COUNTY, Party.HANDLER, Party.OFFICE},
    Paper.SURVEY: {Party.COUNTY, Party.HANDLER, Party.OFFICE, Party.PROPOSER},
}


class ItemStatus(models.TextChoices):
    SENT = "sent", "已送"
    NOTED = "noted", "已批示"
    ASSIGNED = "assigned", "已交办"
    ADOPTED = "adopted", "采纳"
    PARTLY = "partly", "部分采纳"
    REFUSED = "refused", "未采纳"


class ItemAction(models.TextChoices):
    NOTE = "note_opinion", "批示"
    ASSIGN = "assign", "交办"
    ADOPT = "adopt", "采纳"
    ADOPT_PARTLY = "adopt_partly", "部分采纳"
    REFUSE = "refuse", "不采纳"


UNANSWERED = {ItemStatus.SENT, ItemStatus.NOTED, ItemStatus.ASSIGNED}


def _committee(sources, target) -> Transition:
    return Transition({Party.COMMITTEE}, sources, target, on_behalf={Party.OFFICE})


ITEM_TRANSITIONS = {
    ItemAction.NOTE: _committee({ItemStatus.SENT}, ItemStatus.NOTED),
    ItemAction.ASSIGN: _committee({ItemStatus.SENT, ItemStatus.NOTED}, ItemStatus.ASSIGNED),
    ItemAction.ADOPT: _committee(UNANSWERED, ItemStatus.ADOPTED),
    ItemAction.ADOPT_PARTLY: _committee(UNANSWERED, ItemStatus.PARTLY),
    ItemAction.REFUSE: _committee(UNANSWERED, ItemStatus.REFUSED),
}

ADOPTED = {ItemStatus.ADOPTED, ItemStatus.PARTLY}
