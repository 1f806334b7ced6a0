"""What typed, imported or pasted text becomes: one rule for each kind of value.

A rule gives the value as it is kept, or raises ValueError with the reason, in words for whoever
handed the text in. Nothing here knows Django.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

# The full-width twins of ASCII stand 0xFEE0 further on.
PLAIN_FIGURES = {ord(c) + 0xFEE0: c for c in "0123456789.-/:+"}
LUNAR = re.compile(
    r"[农阴]历|正月|腊月|冬月|初[一二三四五六七八九十]|[〇零一二三四五六七八九十]+[年月]"
)
DAY = re.compile(
    r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?: 00:00(?::00)?)?|(\d{4})(\d\d)(\d\d)"
)
MONTH = re.compile(r"(\d{4})[-./年]?(\d{1,2})月?")
HAN_GAP = re.compile(
    r"(?<=[\u2e80-\u9fff\U00020000-\U0003ffff])\s+(?=[\u2e80-\u9fff\U00020000-\U0003ffff])"
)
DOTS = str.maketrans(dict.fromkeys("•‧∙・．●", "·"))


def clean_text(value: str) -> str:
    """Normalise typed or pasted text: NFC, lines end in \\n, no control characters.

    Never NFKC: it would rewrite rare characters in names, and full-width punctuation. Lone
    surrogates go too; PostgreSQL stores neither them nor NUL.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", "".join(kept))


def bare_word(text: str) -> str:
    """A word as it is compared: without blanks, stars and what stands in brackets."""
    return re.sub(r"[（(\[].*?[）)\]]|[\s*＊：:]", "", clean_text(text))


def text(longest: int) -> Callable[[str], str]:
    """Words on one line, no longer than the record keeps."""

    def read(cell: str) -> str:
        words = re.sub(r"\s+", " ", cell)
        if len(words) > longest:
            raise ValueError(f"太长了（{len(words)}字），最多{longest}字。")
        return words

    return read


def person_name(cell: str) -> str:
    """A person's name: blanks between Chinese characters only align a column and go; the dot of
    names such as 阿依古丽·买买提 is written in one way."""
    name = re.sub(r"\s+", " ", HAN_GAP.sub("", cell)).translate(DOTS)
    name = re.sub(r"\s*·\s*", "·", name)
    if len(name) > 50:
        raise ValueError("太长了，最多50字。")
    if not all(unicodedata.category(c)[0] in "LM" or c in "· .'-" for c in name):
        raise ValueError("姓名里有数字或符号，请核对。")
    return name


def code(longest: int) -> Callable[[str], str]:
    """A number that is a name, such as 0012: Latin letters, digits and - only."""

    def read(cell: str) -> str:
        number = cell.translate(PLAIN_FIGURES).replace(" ", "").upper()
        if not re.fullmatch(rf"[A-Z0-9-]{{1,{longest}}}", number):
            raise ValueError(f"只能是字母、数字和“-”，最多{longest}位。")
        return number

    return read


def phone(cell: str) -> str:
    """A phone number, its digits plain and without blanks."""
    number = re.sub(r"[\s－—–-]+", "-", cell.translate(PLAIN_FIGURES)).strip("-")
    if re.fullmatch(r"1[\d-]{10,12}", number):  # 138-1234-1234
        number = number.replace("-", "")
    if not re.fullmatch(r"\+?[\d-]{7,18}(?:转\d{1,6})?", number):
        raise ValueError("不是电话号码，请核对。")
    if number.startswith("1") and number.isdigit() and len(number) != 11:
        raise ValueError(f"手机号码应是11位，这里是{len(number)}位。")
    return number


def day(cell: str) -> date:
    """A day of the solar calendar, however its parts are divided."""
    typed = re.sub(r"(?<=[年月\d])\s+(?=[年月\d]{1,3}[月日])", "", cell.translate(PLAIN_FIGURES))
    found = DAY.fullmatch(typed)
    if not found:
        raise ValueError(_no_day(typed, "请按“年-月-日”填写，如 2021-11-30"))
    parts = [int(part) for part in found.groups() if part]
    try:
        on = date(*parts)
    except ValueError:
        raise ValueError(f"没有“{cell}”这一天，请核对。") from None
    if not 1900 <= on.year <= 2100:
        raise ValueError(f"年份“{on.year}”不对，请核对。")
    return on


def month(last: date) -> Callable[[str], str]:
    """A month such as 1965-08, not after `last`; a full day is cut to its month."""

    def read(cell: str) -> str:
        typed = re.sub(r"\s+", "", cell.translate(PLAIN_FIGURES))
        if re.fullmatch(r"\d{4}\.1", typed):
            raise ValueError(
                f"“{typed}”分不清是1月还是10月，请写成 {typed[:4]}-01 或 {typed[:4]}-10。"
            )
        if DAY.fullmatch(typed):
            return day(typed).strftime("%Y-%m")
        found = None if re.fullmatch(r"\d{5}", typed) else MONTH.fullmatch(typed)
        told = f"{found[1]}-{int(found[2]):02}" if found else ""
        if not (told and "01" <= told[5:] <= "12"):
            raise ValueError(_no_day(typed, "请按“年-月”填写，如 1965-08"))
        if not "1900-01" <= told <= f"{last:%Y-%m}":
            raise ValueError(f"“{typed}”不对，请核对年份。")
        return told

    return read


def _no_day(typed: str, how: str) -> str:
    if LUNAR.search(typed):
        return f"请填公历，不要用农历和汉字数字。{how}。"
    if re.fullmatch(r"\d{5}(\.\d+)?", typed):
        return f"“{typed}”是没有设成日期格式的数字。{how}。"
    return f"“{typed[:20]}”看不出是哪一天。{how}。"


def one_of(known: dict[str, object], what: str) -> Callable[[str], object]:
    """One of the county's words; what is not among them is named, never guessed."""
    plain = {bare_word(word): value for word, value in known.items()}

    def read(cell: str):
        try:
            return plain[bare_word(cell)]
        except KeyError:
            raise ValueError(f"没有“{cell[:20]}”这个{what}。可填：{_some(known)}。") from None

    return read


def _some(known: Iterable[str]) -> str:
    words = list(known)
    return "、".join(words[:8]) + ("等" if len(words) > 8 else "")
