"""Who may move a township's target sheet from where to where."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to a given sheet."""

    COUNTY = "county", "县政协"
    OFFICE = "office", "联工委"


class SheetStatus(models.TextChoices):
    DRAFT = "draft", "拟定中"
    HANDED_DOWN = "handed_down", "已下达"
    RECEIVED = "received", "已签收"


class SheetAction(models.TextChoices):
    HAND_DOWN = "hand_down", "下达"
    RECEIVE = "receive", "签收"
    RECALL = "recall", "收回修改"


IN_FORCE = {SheetStatus.HANDED_DOWN, SheetStatus.RECEIVED}
SHEET_TRANSITIONS = {
    SheetAction.HAND_DOWN: Transition({Party.COUNTY}, {SheetStatus.DRAFT}, SheetStatus.HANDED_DOWN),
    SheetAction.RECEIVE: Transition(
        {Party.OFFICE}, {SheetStatus.HANDED_DOWN}, SheetStatus.RECEIVED, on_behalf={Party.COUNTY}
    ),
    SheetAction.RECALL: Transition({Party.COUNTY}, IN_FORCE, SheetStatus.DRAFT),
}
