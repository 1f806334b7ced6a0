"""What the county hands down: target sheets, papers with their points, and receipts."""

from directives.models.files import PaperFile
from directives.models.papers import CountyPaper, CountyPaperEvent
from directives.models.points import KeyPoint
from directives.models.receipts import Receipt, ReceiptEvent
from directives.models.sheets import TargetLine, TargetSheet, TargetSheetEvent

__all__ = [
    "CountyPaper",
    "CountyPaperEvent",
    "KeyPoint",
    "PaperFile",
    "Receipt",
    "ReceiptEvent",
    "TargetLine",
    "TargetSheet",
    "TargetSheetEvent",
]
