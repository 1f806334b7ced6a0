"""Sample summary and bound volume."""

from dataclasses import replace
from datetime import date

from cppcc.documents.tree import Document, Volume
from summaries.documents.report import Counted, SummaryText, year_end_document
from summaries.volume import bound

BODY = "清溪镇政协委员联络工作委员会"
SUMMARY = SummaryText(
    title="清溪镇政协联工委2026年度工作总结",
    sections=(
        (
            "",
            "2026年，在县政协和镇党委的领导下，清溪镇政协联工委组织7名委员认真履职。现将一年来的"
            "工作总结如下：",
        ),
        (
            "一、加强学习，提高履职本领",
            "（一）集中学习有计划\n全年集中学习〔集中学习次数〕，出席率〔出席率〕，每次有内容、有记录、"
            "有效果检查。\n（二）委员自学有笔记\n7名委员写学习笔记12篇，年底评选交流。",
        ),
        (
            "二、建言资政，积极参政议政",
            "全年提交提案〔提案件数〕，其中《关于保障清溪镇集镇及周边村饮水安全的提案》已列入农村饮水"
            "项目，投资86万元。\n组织视察〔视察次数〕，发现问题、提出建议9条，已落实6条。",
        ),
        (
            "三、存在的不足和下一步打算",
            "一是个别委员因工作原因出席不够；二是对建议落实的跟踪还不够紧。明年将按季度自查，"
            "对没有落实的建议逐条回访。",
        ),
    ),
    body_name=BODY,
    dated_on=date(2026, 12, 16),
    cutoff_on=date(2026, 12, 16),
)
COUNTED = (
    Counted(
        "studies",
        "集中学习次数",
        "4",
        "次",
        "",
        (
            "2026年3月20日 学习县政协工作要点",
            "2026年5月14日 学习政协章程",
            "2026年8月6日 学习乡村振兴政策",
            "2026年11月12日 学习中央全会精神",
        ),
    ),
    Counted("presence", "出席率", "92", "%", "", ("应到25人次，出席23人次",)),
    Counted("proposals", "提案件数", "15", "件", "", ("7名委员提交，已立案14件",)),
    Counted("inspections", "视察次数", "2", "次", "", ("2026年5月14日 视察集镇污水处理工作",)),
)


def summary() -> Document:
    return year_end_document(SUMMARY, COUNTED)


def volume() -> Volume:
    """Two townships of the same county."""
    other = replace(
        SUMMARY,
        title="石桥镇政协联工委2026年度工作总结",
        body_name="石桥镇政协委员联络工作委员会",
        sections=tuple((head, body.replace("清溪", "石桥")) for head, body in SUMMARY.sections),
    )
    papers = tuple(year_end_document(one, COUNTED) for one in (SUMMARY, other))
    return bound(papers, 2026, "政协宜县委员会", date(2027, 1, 12))
