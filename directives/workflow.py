"""Who may move what the county hands down (target sheets, papers) from where to where."""

from django.db import models

from cppcc.workflow import Transition


class Party(models.TextChoices):
    """Who a user is to what is handed down."""

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


class ReceiptAction(models.TextChoices):
    RECEIVE = "receive", "签收"


class PaperStatus(models.TextChoices):
    DRAFT = "draft", "拟稿"
    HANDED_DOWN = "handed_down", "已下发"
    WITHDRAWN = "withdrawn", "已撤回"


class PaperAction(models.TextChoices):
    HAND_DOWN = "hand_down", "下发"
    EXTEND = "extend", "补发"
    WITHDRAW = "withdraw", "撤回"


IN_FORCE = {SheetStatus.HANDED_DOWN, SheetStatus.RECEIVED}
RECEIPT = Transition(
    {Party.OFFICE}, {SheetStatus.HANDED_DOWN}, SheetStatus.RECEIVED, on_behalf={Party.COUNTY}
)
SHEET_TRANSITIONS = {
    SheetAction.HAND_DOWN: Transition({Party.COUNTY}, {SheetStatus.DRAFT}, SheetStatus.HANDED_DOWN),
    SheetAction.RECEIVE: RECEIPT,
    SheetAction.RECALL: Transition({Party.COUNTY}, IN_FORCE, SheetStatus.DRAFT),
}
RECEIPT_TRANSITIONS = {ReceiptAction.RECEIVE: RECEIPT}
PAPER_TRANSITIONS = {
    PaperAction.HAND_DOWN: Transition({Party.COUNTY}, {PaperStatus.DRAFT}, PaperStatus.HANDED_DOWN),
    PaperAction.EXTEND: Transition(
        {Party.COUNTY}, {PaperStatus.HANDED_DOWN}, PaperStatus.HANDED_DOWN
    ),
    PaperAction.WITHDRAW: Transition(
        {Party.COUNTY}, {PaperStatus.HANDED_DOWN}, PaperStatus.WITHDRAWN
    ),
}
