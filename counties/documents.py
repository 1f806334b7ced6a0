"""The red head of a body's papers."""

from cppcc.documents.tree import RedHead


def head_of(body, year: int, number: str = "") -> RedHead | None:
    """The red head of a county's or a township's papers, where it has one (发文机关标志).

    Without a number (发文字号) there is room to write it in: 宜政协发〔2026〕　　号.
    """
    if not body.red_head:
        return None
    room = f"{body.number_code}〔{year}〕　　号" if body.number_code else ""
    return RedHead(body.red_head, number or room)
