"""Sample plan, summary and bound volume."""

from dataclasses import replace
from datetime import date

from cppcc.documents.tree import Document, Volume
from plans.documents import PlanText, SectionText, TaskText, plan_document
from summaries.documents import Counted, SummaryText, year_end_document
from summaries.volume import bound

BODY = "清溪镇政协委员联络工作委员会"
PLAN = PlanText(
    title="清溪镇政协联工委2026年度工作计划",
    guiding="坚持党的领导、统一战线、协商民主有机结合，围绕县政协年度工作要点和镇党委中心工作，"
    "发挥专门协商机构作用，为清溪镇高质量发展贡献力量。",
    goals="完成县政协下达的各项目标任务，做到学习有计划、履职有成效、服务有实绩。",
    sections=(
        SectionText(
            "抓好理论学习",
            "以集中学习为主，自学为辅，做到年初有计划、每次有记录。",
            (
                TaskText(
                    "每季度组织一次集中学习",
                    ((date(2026, 3, 20), "第一次"), (date(2026, 12, 10), "第四次")),
                    ("王某某",),
                    target="集中学习4次",
                ),
                TaskText("每位委员写学习笔记1篇", responsibles=("全体委员",)),
            ),
        ),
        SectionText(
            "开展视察监督",
            "",
            (
                TaskText(
                    "视察集镇污水处理和农村饮水安全",
                    ((date(2026, 5, 15), "污水处理"), (date(2026, 9, 20), "饮水安全")),
                    ("赵某某", "李某某"),
                    "镇生态环保站、镇水利站",
                    "视察2次",
                ),
            ),
        ),
    ),
    body_name=BODY,
    dated_on=date(2025, 12, 26),
)
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


def plan() -> Document:
    return plan_document(PLAN)


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
