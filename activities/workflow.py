"""The road of an activity: 计划 → 已通知 → 已举办 → 已上报, or 取消."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to a given activity: whoever organises it records it."""

    ORGANISER = "organiser", "组织者"


class Status(models.TextChoices):
    PLANNED = "planned", "计划"
    NOTIFIED = "notified", "已通知"
    HELD = "held", "已举办"
    REPORTED = "reported", "已上报"
    CANCELLED = "cancelled", "已取消"


class Action(models.TextChoices):
    NOTIFY = "notify", "发出通知"
    HOLD = "hold", "登记已举办"
    REPORT = "report", "上报材料"
    CANCEL = "cancel", "取消活动"


TRANSITIONS = {
    Action.NOTIFY: Transition({Party.ORGANISER}, {Status.PLANNED}, Status.NOTIFIED),
    Action.HOLD: Transition({Party.ORGANISER}, {Status.PLANNED, Status.NOTIFIED}, Status.HELD),
    Action.REPORT: Transition({Party.ORGANISER}, {Status.HELD}, Status.REPORTED),
    Action.CANCEL: Transition(
        {Party.ORGANISER}, {Status.PLANNED, Status.NOTIFIED}, Status.CANCELLED
    ),
}

DONE = {Status.HELD, Status.REPORTED}
EDITABLE = {Status.PLANNED, Status.NOTIFIED, Status.HELD}
STEPS = [Status.PLANNED, Status.NOTIFIED, Status.HELD, Status.REPORTED]


class Paper(models.TextChoices):
    """The papers of an activity, in the order in which they are needed."""

    NOTICE = "notice", "活动通知"
    SCHEME = "scheme", "工作方案"
    SIGN_IN = "sign_in", "签到表"
    RATING = "rating", "测评表"
    MINUTES = "minutes", "纪要"
    REPORT = "report", "情况报告"
    INSPECTION = "inspection", "视察监督报告"
