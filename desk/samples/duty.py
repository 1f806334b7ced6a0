"""Sample papers about one member: the yearly form and the duty file."""

from datetime import date

from counties.models import Sector, Term, Township
from cppcc import periods
from cppcc.documents.tree import Document
from members.models import Member, Membership
from summaries.documents.duty import duty_document
from summaries.documents.sheet import Opinion, SheetText, sheet_document
from summaries.duty import Chapter, DutyFile, Entry, Number

ON = date(2026, 12, 16)
PERIODS = (
    periods.year(2025),
    periods.year(2026),
    periods.Period("本届", date(2025, 1, 1), date(2026, 12, 31)),
)


def membership() -> Membership:
    """Somebody who is in no roster; never saved."""
    return Membership(
        member=Member(name="赵某某", sex="m", nation="汉族", born_in="1978-05", party="中共党员"),
        township=Township(body_name="清溪镇政协联工委", full_name="清溪镇政协委员联络工作委员会"),
        term=Term(name="第十届"),
        sector=Sector(name="农业"),
        post="清溪镇农技站站长",
        joined_on=date(2025, 1, 8),
    )


def sheet() -> Document:
    numbers = (
        ("提案", "3件"),
        ("参加活动", "9次"),
        ("请假", "1次"),
        ("走访群众", "6次"),
        ("学习笔记", "2篇"),
        ("帮扶对象", "1户"),
    )
    own = (
        "全年参加集中学习4次、视察2次，提交提案3件，其中饮水安全提案已经落实；"
        "走访群众6次，帮扶困难户1户。明年继续跟踪管网改造。"
    )
    office = Opinion("履职认真，情况属实。", "王某某", ON)
    return sheet_document(SheetText(membership(), 2026, numbers, own_summary=own, office=office))


def file() -> Document:
    shown = zip((period.name for period in PERIODS), ("2", "3", "5"), strict=True)
    submitted = Number("提交提案", "件", "", tuple((name, number, "") for name, number in shown))
    entries = (
        Entry(date(2026, 1, 8), "关于保障清溪镇集镇及周边村饮水安全的提案", "", ("提交提案",)),
        Entry(date(2026, 3, 2), "关于修复山前村灌溉水渠的提案", "", ("提交提案",)),
        Entry(date(2026, 6, 18), "关于增设集镇公共停车位的提案", "", ("提交提案",)),
    )
    proposals = Chapter("提案", (submitted,), entries, is_empty=False)
    return duty_document(DutyFile(membership(), PERIODS, PERIODS[1], (proposals,), ("荣誉",)), ON)
