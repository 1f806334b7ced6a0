"""The road of an annual plan, and of each revision (调整): 起草 → 送审 → 审定 → 已报县 → 已公布."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to a given plan."""

    OFFICE = "office", "联工委"
    COMMITTEE = "committee", "镇党委"
    COUNTY = "county", "县政协"
    REVISER = "reviser", "联工委（调整）"  # the office, to a revision


class Status(models.TextChoices):
    DRAFT = "draft", "起草"
    SUBMITTED = "submitted", "送审"
    APPROVED = "approved", "审定"
    REPORTED = "reported", "已报县"
    PUBLISHED = "published", "已公布"
    WITHDRAWN = "withdrawn", "调整已撤销"


class Action(models.TextChoices):
    SUBMIT = "submit", "送审"
    APPROVE = "approve", "审定"
    SEND_BACK = "send_back", "退回修改"
    REPORT = "report", "上报县政协"
    RETURN = "return_plan", "县政协退回"
    PUBLISH = "publish", "公布"
    WITHDRAW = "withdraw", "撤销调整"


TRANSITIONS = {
    Action.SUBMIT: Transition({Party.OFFICE}, {Status.DRAFT}, Status.SUBMITTED),
    Action.APPROVE: Transition(
        {Party.COMMITTEE}, {Status.SUBMITTED}, Status.APPROVED, on_behalf={Party.OFFICE}
    ),
    Action.SEND_BACK: Transition(
        {Party.COMMITTEE}, {Status.SUBMITTED}, Status.DRAFT, on_behalf={Party.OFFICE}
    ),
    Action.REPORT: Transition({Party.OFFICE}, {Status.APPROVED}, Status.REPORTED),
    Action.RETURN: Transition({Party.COUNTY}, {Status.REPORTED}, Status.DRAFT),
    Action.PUBLISH: Transition({Party.OFFICE}, {Status.REPORTED}, Status.PUBLISHED),
    Action.WITHDRAW: Transition({Party.REVISER}, {Status.DRAFT}, Status.WITHDRAWN),
}

EDITABLE = {Status.DRAFT, Status.SUBMITTED}  # who approves is shown what changed after 送审
SENT = {Status.REPORTED, Status.PUBLISHED}  # the county sees these
SETTLED = {Status.APPROVED, *SENT}  # approved by the Party committee, and not returned since
UNREPORTED = {Status.DRAFT, Status.SUBMITTED, Status.APPROVED}
RETURNS = {Action.SEND_BACK, Action.RETURN}
STEPS = [Status.DRAFT, Status.SUBMITTED, Status.APPROVED, Status.REPORTED, Status.PUBLISHED]
