"""How an official paper is put into sentences, whatever it is about: numbering, days, stops."""

from collections.abc import Iterable, Iterator
from datetime import date

from cppcc.documents.tree import Block, Heading, Paragraph, paragraph
from cppcc.periods import chinese_date

DIGITS = "一二三四五六七八九"
WEEKDAYS = "一二三四五六日"
STOPS = "。；，、：！？….;,:!?"  # what a person may have put behind a phrase


def numeral(number: int) -> str:
    """一 to 九十九, as sections are numbered; 100 and more, which nobody writes, in figures."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else DIGITS[tens - 1]) + "十" if tens else ""
    return ten + (DIGITS[ones - 1] if ones else "")


def lines(text: str) -> list[str]:
    """The paragraphs a person has typed, without empty ones."""
    return list(filter(None, map(str.strip, text.splitlines())))


def stem(text: str) -> str:
    """A phrase that can stand inside a sentence: in one line, without a stop at its end."""
    return "".join(lines(text)).rstrip(STOPS)


def sentence(text: str) -> str:
    """The text with a stop at its end; none where there is no text."""
    text = "".join(lines(text))
    if not text or text.rstrip("”）》")[-1:] in tuple("。！？…"):
        return text
    return text.rstrip(STOPS) + "。"


def told(text: str) -> tuple[Paragraph, ...]:
    """What a person has typed, a paragraph a line, with a stop where there is none."""
    return tuple(
        paragraph(line if line.endswith(tuple(STOPS)) else sentence(line)) for line in lines(text)
    )


def day(on: date) -> str:
    """2004年12月16日（星期四）"""
    return f"{chinese_date(on)}（星期{WEEKDAYS[on.weekday()]}）"


def chapters(*parts: tuple[str, Iterable[Block]]) -> Iterator[Block]:
    """The parts that say something under the headings 一、二、三."""
    spoken = [(heading, tuple(blocks)) for heading, blocks in parts]
    for number, (heading, blocks) in enumerate(filter(lambda one: one[1], spoken), 1):
        yield Heading(f"{numeral(number)}、{heading}")
        yield from blocks
