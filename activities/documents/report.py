"""Papers made after an activity: minutes, the report on it, and the report of an inspection."""

from collections.abc import Iterator

from activities.documents.words import ActivityText, FindingText
from cppcc.documents.prose import chapters, day, sentence, told
from cppcc.documents.tree import (
    Addressee,
    Attendees,
    Block,
    Document,
    MinutesHead,
    Paragraph,
    Signature,
    Table,
    paragraph,
)
from cppcc.periods import chinese_date

NONE = "—"


def minutes_document(activity: ActivityText) -> Document:
    """The minutes (纪要): what was said and agreed, and who was there."""
    word = "会议" if activity.is_meeting else "活动"
    who = (("出席", activity.present), ("请假", activity.excused), ("列席", activity.guests))
    rows = tuple((word, "、".join(names)) for word, names in who if names)
    blocks = (
        paragraph(f"{chinese_date(activity.on)}，{_what(activity)}现将有关情况纪要如下："),
        *chapters(
            (f"{word}内容", told(activity.content)),
            (f"{word}情况", told(activity.record)),
            ("议定事项", told(activity.outcome)),
        ),
        *([Attendees(rows)] if rows else ()),
    )
    return Document(
        title=f"{activity.name}纪要",
        blocks=blocks,
        author=activity.signature,
        on=activity.reported_on,
        head=MinutesHead(
            f"{activity.body_name}{word}纪要", issuer=activity.signature, on=activity.reported_on
        ),
    )


def report_document(activity: ActivityText) -> Document:
    """The report to the county on an activity (活动情况报告)."""
    chapters_of_it = chapters(
        ("基本情况", _outline(activity)),
        ("主要内容", (*told(activity.content), *told(activity.record), *_handed_out(activity))),
        ("学习效果", told(activity.check_of_effect)),
        ("主要成效", told(activity.outcome)),
    )
    return _reported(activity, f"{activity.body_name}{activity.about}报告", chapters_of_it)


def inspection_document(activity: ActivityText) -> Document:
    """The report of an inspection or a supervision: what was found, and who does what about it."""
    chapters_of_it = chapters(
        ("基本情况", _outline(activity)),
        (f"{activity.kind}情况", (*told(activity.content), *told(activity.record))),
        ("发现的问题和建议", _found(activity)),
        ("成效和跟踪落实", (*told(activity.outcome), *_followed(activity))),
    )
    return _reported(activity, f"{activity.body_name}{activity.about}报告", chapters_of_it)


def _reported(activity: ActivityText, title: str, blocks: Iterator[Block]) -> Document:
    framed = (
        Addressee(f"{activity.county_body}："),
        paragraph("现将有关情况报告如下："),
        *blocks,
        paragraph("特此报告。"),
        Signature(activity.signature, activity.reported_on),
    )
    return Document(title, framed, activity.signature, activity.reported_on, activity.head)


def _outline(activity: ActivityText) -> tuple[Paragraph, ...]:
    """When, where, why and who, in figures."""
    opening = paragraph(f"{activity.reason}{day(activity.on)}，{_what(activity)}")
    return (opening, *told(activity.long_purpose), *_who(activity))


def _what(activity: ActivityText) -> str:
    """「清溪镇政协联工委在镇政府召开委员座谈会，由王某某主持。」"""
    place = f"在{activity.place}" if activity.place else ""
    return f"{activity.body_name}{place}{activity.held}{activity.is_led}。"


def _who(activity: ActivityText) -> Iterator[Paragraph]:
    """「应到委员8名，出席6名，请假1名，缺席1名。」 Leave is told apart from absence."""
    asked = len(activity.present) + len(activity.excused) + len(activity.absent)
    if not asked:
        return
    numbers = (("出席", activity.present), ("请假", activity.excused), ("缺席", activity.absent))
    counted = "，".join(f"{word}{len(names)}名" for word, names in numbers if names)
    yield paragraph(f"应到委员{asked}名，{counted}。", activity.joined)


def _handed_out(activity: ActivityText) -> Iterator[Paragraph]:
    if activity.handouts:
        yield paragraph(f"发放学习资料：{sentence(activity.handouts)}")


def _found(activity: ActivityText) -> Iterator[Block]:
    """The findings as a table that the units can be asked by."""
    if not activity.findings:
        return
    rows = tuple(
        (str(number), sentence(one.text), one.unit or NONE, _day(one), one.progress or NONE)
        for number, one in enumerate(activity.findings, 1)
    )
    head = ("序号", "问题和建议", "责任单位", "完成期限", "落实情况")
    yield paragraph(f"共发现问题、提出建议{len(rows)}条，责任单位和落实情况如下：")
    yield Table(head, rows, widths=(13, 52, 28, 37, 26))


def _followed(activity: ActivityText) -> Iterator[Paragraph]:
    """How many have a unit, and how many are done."""
    given = [one for one in activity.findings if one.unit]
    if given:
        done = [one for one in given if one.is_done]
        so_far = f"已落实{len(done)}条" if done else "正在办理"
        yield paragraph(
            f"已交责任单位办理{len(given)}条，{so_far}。没有落实的继续跟踪问效，直到落实。"
        )


def _day(finding: FindingText) -> str:
    return chinese_date(finding.due_on) if finding.due_on else NONE
