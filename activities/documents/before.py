"""Papers made before an activity: notice, scheme, and sheets that are filled in by hand."""

from itertools import zip_longest

from activities.documents.words import ActivityText
from cppcc.documents.prose import chapters, day, sentence, told
from cppcc.documents.tree import (
    Addressee,
    Cell,
    Document,
    Paragraph,
    Sheet,
    Signature,
    Table,
    label,
    paragraph,
)

EMPTY_LINES = 5  # of a sign-in sheet
RATED_LINES = 8
GRADES = ("满意", "基本满意", "不满意", "不了解")
FACTS = (25, 66, 20, 45)


def notice_document(activity: ActivityText) -> Document:
    """The notice to the members (活动通知): when, where, what, who, and what is asked of them."""
    where = activity.place or "另行通知"
    who = paragraph(sentence("全体委员"), activity.joined)
    blocks = (
        Addressee("各位委员："),
        paragraph(f"{activity.reason}经研究，决定{activity.held}。现将有关事项通知如下："),
        *chapters(
            ("目的", told(activity.long_purpose)),
            ("时间", told(day(activity.on))),
            ("地点", told(where)),
            ("内容", told(activity.content or activity.name)),
            ("参加人员", (who,)),
            ("有关要求", (_be_there(activity),)),
        ),
        Signature(activity.signature, activity.noticed_on),
    )
    title = f"{activity.body_name}关于{activity.held}的通知"
    return Document(title, blocks, activity.signature, activity.noticed_on, activity.head)


def _be_there(activity: ActivityText) -> Paragraph:
    return paragraph(f"请安排好工作，准时参加。因故不能参加的，请提前向{activity.body_name}请假。")


def scheme_document(activity: ActivityText) -> Document:
    """The scheme of an inspection or a supervision (视察方案)."""
    by_plan = "根据年度工作计划安排，" if activity.is_planned else ""
    when = paragraph(f"时间：{day(activity.on)}。")
    where = paragraph(f"地点：{sentence(activity.place or '另行通知')}")
    led = f"由{activity.host}带队，全体委员参加。" if activity.host else "全体委员参加。"
    blocks = (
        paragraph(
            f"{by_plan}{activity.signature}决定{activity.held}。为做好这项工作，制定本方案。"
        ),
        *chapters(
            (f"{activity.kind}目的", told(activity.purpose)),
            ("时间和地点", (when, where)),
            (f"{activity.kind}内容", told(activity.content or activity.name)),
            ("参加人员", (paragraph(led, activity.joined),)),
            ("工作要求", _duties(activity)),
        ),
        Signature(activity.signature, activity.noticed_on),
    )
    title = (
        f"{activity.body_name}{activity.subject.removesuffix('情况').removesuffix('工作')}工作方案"
    )
    return Document(title, blocks, activity.signature, activity.noticed_on, activity.head)


def _duties(activity: ActivityText) -> tuple[Paragraph, ...]:
    return (
        paragraph("1.委员要提前了解情况，深入现场察看，如实反映问题。"),
        paragraph(f"2.{activity.kind}结束后形成书面报告，问题和建议逐条交责任单位办理，跟踪问效。"),
    )


def sign_in_document(activity: ActivityText) -> Document:
    """A sheet to be signed at the door (签到表): the members, and lines for whoever else comes."""
    several = any(one.township for one in activity.roster)
    head = ("序号", "姓名", *(("乡镇",) if several else ()), "界别", "单位及职务", "签名")
    members = [
        (one.name, *((one.township,) if several else ()), one.sector, one.post)
        for one in activity.roster
    ]
    guests = [_guest(name, several) for name in activity.guests]
    empty = [("",) * (4 if several else 3)] * EMPTY_LINES
    rows = tuple(
        (str(number), *words, "") for number, words in enumerate((*members, *guests, *empty), 1)
    )
    widths = (15, 22, 22, 24, 43, 30) if several else (15, 24, 27, 56, 34)
    return Document(
        f"{activity.name}签到表",
        (_facts(activity), Table(head, rows, widths=widths, is_roomy=True)),
        author=activity.signature,
        on=activity.noticed_on,
    )


def _guest(guest: str, several: bool) -> tuple[str, ...]:
    """Somebody who is no member; 「冯某某（镇党委）」 tells where they come from."""
    name, _, post = guest.removesuffix("）").partition("（")
    return (name, *(("",) if several else ()), "列席", post)


def _facts(activity: ActivityText) -> Sheet:
    rows = (
        (label("时间"), Cell(day(activity.on)), label("地点"), Cell(activity.place)),
        (label("组织单位"), Cell(activity.body_name), label("主持人"), Cell(activity.host)),
    )
    return Sheet(FACTS, rows)


def rating_document(activity: ActivityText) -> Document:
    """An empty sheet on which members rate units (民主评议测评表)."""
    units = tuple(dict.fromkeys(one.unit for one in activity.findings if one.unit))
    boxes = ("□",) * len(GRADES)
    empty = range(max(RATED_LINES, len(units) + 2))
    rows = tuple(
        (str(number + 1), unit, *boxes) for number, unit in zip_longest(empty, units, fillvalue="")
    )
    blocks = (
        _facts(activity),
        paragraph("说明：每行只选一项，在“□”内划“√”；本表不记名。"),
        Table(("序号", "评议对象", *GRADES), rows, widths=(15, 45, 24, 24, 24, 24), is_roomy=True),
        Sheet((30, 126), ((label("意见和建议"), Cell(lines=4)),)),
    )
    title = (
        f"{activity.name}民主评议测评表"
        if "评议" not in activity.name
        else f"{activity.name}测评表"
    )
    return Document(title, blocks, author=activity.signature, on=activity.noticed_on)
