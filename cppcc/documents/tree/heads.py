"""What stands above the title of a paper: 版头."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class RedHead:
    """The red head (版头): the issuing body's mark (发文机关标志) and its number (发文字号).

    `signer` (签发人) makes it the head of a paper that goes up (上行文): the number moves left.
    """

    organ: str
    number: str = ""
    signer: str = ""
    urgency: str = ""


@dataclass(frozen=True)
class LetterHead:
    """The head of a letter (信函格式): red mark, double rules, the number flush right.

    `mark` is the class letter (类别标记) of a reply, top right. The first page of a letter
    carries no page mark.
    """

    organ: str
    number: str = ""
    mark: str = ""


@dataclass(frozen=True)
class MinutesHead:
    """The head of minutes (纪要格式): the red mark ××纪要, the issue, who issues it and when."""

    organ: str
    issue: str = ""
    issuer: str = ""
    on: datetime.date | None = None


Head = RedHead | LetterHead | MinutesHead
