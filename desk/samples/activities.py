"""Sample papers of a study, a meeting and an inspection."""

from dataclasses import replace
from datetime import date

from activities.documents.before import (
    notice_document,
    rating_document,
    scheme_document,
    sign_in_document,
)
from activities.documents.report import inspection_document, minutes_document, report_document
from activities.documents.words import ActivityText, FindingText, PersonText
from cppcc.documents.tree import Document

BODY = "清溪镇政协联工委"
PEOPLE = (
    PersonText("赵某某", "农业", "清溪镇农技站站长"),
    PersonText("钱某某", "教育", "清溪镇中心学校教师"),
    PersonText("孙某某", "工商联", "清溪米业有限公司经理"),
    PersonText("李某某", "医药卫生", "清溪镇卫生院医师"),
    PersonText("周某某", "社会福利和社会保障", "清溪镇社会事务办公室工作人员"),
    PersonText("吴某某", "少数民族", "山前村村民委员会主任"),
    PersonText("郑某某", "文化艺术", "清溪镇综合文化站站长"),
)
INSPECTION = ActivityText(
    body_name=BODY,
    signature="清溪镇政协委员联络工作委员会",
    county_body="政协宜县委员会",
    kind="视察",
    theme="视察集镇污水处理工作情况",
    on=date(2026, 5, 14),
    noticed_on=date(2026, 5, 8),
    reported_on=date(2026, 5, 20),
    place="集镇污水处理站、溪口段管网和老街排水口",
    host="王某某",
    guests=("冯某某", "陈某某"),
    purpose="了解集镇污水管网接通和处理站运行的情况",
    content="""上午查看集镇污水处理站的运行记录和出水口；
下午沿溪口段查看主管网，到老街入户，与居民座谈。""",
    record="""处理站出水检测达标，日处理能力600吨，实际进水约380吨。
主管网3.2公里已经贯通；老街112户中有29户生活污水仍排入边沟。
居民代表反映，夏季边沟有异味，检查井盖破损3处。""",
    outcome="镇政府当场答复，6月底前修好破损的检查井盖。",
    is_planned=True,
    present=tuple(one.name for one in PEOPLE[:5]),
    excused=(PEOPLE[5].name,),
    absent=(PEOPLE[6].name,),
    roster=PEOPLE,
    findings=(
        FindingText(
            "老街29户没有接入管网，建议年内分两批接通",
            "镇村镇建设站",
            date(2026, 12, 20),
            "已列入计划",
        ),
        FindingText(
            "检查井盖破损3处，建议汛期前更换", "镇村镇建设站", date(2026, 6, 30), "已完成", True
        ),
        FindingText("处理站缺少备用电源，停电时污水外溢", "镇生态环保站", None, "研究中"),
        FindingText("建议每季度公布一次出水检测结果"),
    ),
)
STUDY = replace(
    INSPECTION,
    kind="集中学习",
    theme="学习政协章程",
    place="镇政府二楼会议室",
    guests=("冯某某（镇党委）",),
    purpose="",
    content="通读政协章程，重点学习委员的权利和义务。",
    record="王某某领学，赵某某、李某某谈了体会，委员分组讨论。",
    outcome="与会委员商定，每人年内提交提案不少于2件。",
    handouts="《政协章程》每人1册",
    check_of_effect="每人写学习笔记1篇，下次学习时交流。",
    findings=(),
)
MEETING = replace(
    INSPECTION,
    kind="协商议事",
    theme="集镇停车难问题协商议事会",
    place="老街社区活动室",
    guests=("冯某某（镇党委）", "陈某某（派出所）", "褚某某（老街社区）"),
    content="围绕集镇停车泊位不足、赶集日道路拥堵两个问题，听取镇村镇建设站情况介绍，协商解决办法。",
    record="""委员们认为，集镇现有公共泊位86个，赶集日缺口约150个，老粮站空地可以利用。
社区提出，沿街商户装卸货应当错开赶集时段。
派出所表示，可以在赶集日上午安排专人疏导。""",
    outcome="""1.利用老粮站空地建临时停车场，设泊位60个，由镇村镇建设站负责，7月底前完成。
2.赶集日上午8时至11时，老街禁止装卸货，由老街社区负责告知商户。
3.派出所赶集日上午安排2人疏导，从6月起实行。""",
    findings=(),
)
REVIEW = replace(
    INSPECTION,
    kind="民主评议",
    theme="镇直单位服务群众工作",
    place="镇政府三楼会议室",
    findings=(
        FindingText("", "镇村镇建设站"),
        FindingText("", "镇生态环保站"),
        FindingText("", "镇社会事务办公室"),
    ),
)


def notice() -> Document:
    return notice_document(INSPECTION)


def scheme() -> Document:
    return scheme_document(INSPECTION)


def sign_in() -> Document:
    return sign_in_document(STUDY)


def rating() -> Document:
    return rating_document(REVIEW)


def minutes() -> Document:
    return minutes_document(MEETING)


def report() -> Document:
    return report_document(STUDY)


def inspection() -> Document:
    return inspection_document(INSPECTION)
