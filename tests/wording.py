"""What a paper says, for the tests of all kinds of papers."""

from cppcc.documents.tree import Paper, Table
from cppcc.documents.words import text_of


def words(paper: Paper) -> list[str]:
    """Every printed unit in reading order."""
    return text_of(paper).splitlines()


def table_of(paper: Paper) -> Table:
    """The one table of the paper."""
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return table


def boxes(sheet) -> list[tuple[str, str]]:
    """The labels of a form sheet, each with what stands in the box beside it."""
    cells = [cell for row in sheet.rows for cell in row]
    pairs = zip(cells[::2], cells[1::2], strict=True)
    return [("".join(label.text.split()), value.text) for label, value in pairs]
