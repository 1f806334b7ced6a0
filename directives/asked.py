"""What a year asks of a township: its own target sheet, else what the county asks of every body.

The first page, the obligation board, the standard tasks of a plan and the county's table all ask
here, so that they cannot disagree.
"""

from collections.abc import Iterable

from counties import targets
from directives.models import TargetSheet


def of_townships(county_id: int, year: int, townships: Iterable[int]) -> dict[int, targets.Targets]:
    """What `year` asks of each of these townships: the sheet that was handed down to it, else
    what the county asks of every body. At most three queries, however many townships."""
    usual = targets.of_county(county_id, year)
    sheets = TargetSheet.objects.in_force(county_id, year)
    own = {sheet.township_id: targets.of_rows(sheet.lines.all()) for sheet in sheets}
    return {township: own.get(township, usual) for township in townships}


def of_township(township, year: int) -> targets.Targets:
    """What `year` asks of one township."""
    return of_townships(township.county_id, year, [township.pk])[township.pk]
