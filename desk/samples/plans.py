"""Sample papers of a plan: the plan, its studies, a check, what a revision changes, a month."""

from datetime import date

from cppcc.documents.tree import Document
from plans.changes import compare
from plans.documents.check import CheckText, LineText, check_document
from plans.documents.month import MonthText, month_document
from plans.documents.plan import (
    PlanText,
    RevisionText,
    SectionText,
    TaskText,
    plan_document,
    revision_document,
)
from plans.documents.study import StudyText, study_document

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


def plan() -> Document:
    return plan_document(PLAN)


def study() -> Document:
    lessons = (
        (date(2026, 3, 20), "学习县政协年度工作要点", "王某某", "集中"),
        (date(2026, 5, 14), "学习《政协章程》", "王某某", "集中"),
        (date(2026, 8, 6), "学习乡村振兴政策", "镇农业服务中心", "集中"),
        (date(2026, 11, 12), "学习中央全会精神", "", ""),
    )
    return study_document(
        StudyText(
            year=2026,
            body_name=BODY,
            opening="根据《清溪镇政协联工委2026年度工作计划》，全年学习安排如下。",
            rows=lessons,
            dated_on=date(2025, 12, 26),
        )
    )


def check() -> Document:
    lines = (
        LineText("一、1", "每季度组织一次集中学习", "1 / 4次", "进行中"),
        LineText(
            *("一、2", "每位委员写学习笔记1篇", "2 / 7篇", "进行中"),
            problem="委员外出务工，笔记没有交齐",
            measure="联工委逐人联系，代收手写笔记",
            due_on=date(2026, 5, 31),
        ),
        LineText("二、1", "视察集镇污水处理和农村饮水安全", "0 / 2次", "未开始"),
    )
    return check_document(
        CheckText(
            year=2026,
            quarter="第一季度",
            body_name=BODY,
            lines=lines,
            frozen_on=date(2026, 4, 2),
            dated_on=date(2026, 4, 3),
        )
    )


def _content(*tasks: dict) -> dict:
    """A plan as `plans.models.content` keeps it, with these tasks."""
    usual = {"function": "supervision", "figure": "", "target": None, "evidence": ""}
    usual |= {"helpers": "", "responsibles": ["赵某某", "李某某"]}
    section = {"key": 1, "was": None, "heading": "开展视察监督", "text": ""}
    section["tasks"] = [usual | task for task in tasks]
    words = {"title": PLAN.title, "guiding": PLAN.guiding, "goals": PLAN.goals}
    return words | {"sections": [section]}


def revision() -> Document:
    water = {"key": 1, "was": None, "text": "视察农村饮水安全", "milestones": [["2026-05-15", ""]]}
    later = water | {"key": 11, "was": 1, "milestones": [["2026-09-20", "丰水期过后"]]}
    flood = {"key": 12, "was": None, "text": "察看山塘水库防汛", "milestones": [["2026-06-10", ""]]}
    return revision_document(
        RevisionText(
            title=f"关于{PLAN.title}（第1次调整）的说明",
            reason="今年汛期来得早，镇党委要求委员先察看山塘水库，农村饮水安全的视察改在下半年。",
            original=PLAN.title,
            changes=tuple(compare(_content(water), _content(later, flood))),
            body_name=BODY,
            dated_on=date(2026, 4, 28),
        )
    )


def month() -> Document:
    rows = (
        (date(2026, 5, 14), "四", "学习《政协章程》（活动）", "镇政府会议室"),
        (date(2026, 5, 15), "五", "视察集镇污水处理（计划节点）", ""),
        (date(2026, 5, 22), "五", "全县政协委员培训班（县政协活动）", "县政协会议室"),
    )
    return month_document(MonthText("清溪镇政协联工委", date(2026, 5, 1), rows))
