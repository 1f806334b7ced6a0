"""Sample papers of a proposal."""

from datetime import date

from cppcc.documents.tree import Document
from proposals.documents.assignment import Limits, assignment_document
from proposals.documents.form import blank_document, proposal_document
from proposals.documents.opinion import Survey, survey_document
from proposals.documents.reply import Letter, letter_document
from proposals.documents.words import ProposalText, Proposer, ReplyText

COUNTY = "政协宜县委员会"
SUPERVISOR = "县委、县政府督查室"
CLASSES = (
    "A类（已解决或基本解决）",
    "B类（正在解决或列入计划）",
    "C类（因条件限制暂不能解决）",
    "D类（留作参考）",
)
REPLY = ReplyText(
    unit="宜县水利局",
    on=date(2026, 5, 20),
    letter="B",
    answer_class=CLASSES[1],
    text="""一、关于水源保护。我局会同清溪镇政府查看了溪口水源地，围栏和警示牌将于6月底前装好。
二、关于管网改造。集镇至溪口的2.6公里旧管已列入今年农村饮水项目，投资86万元，7月开工，11月完工；\
其余5.8公里列入明年计划。
三、关于水质检测。5月起每季度检测一次，公布结果。""",
    contact="吴某某 0000-6221234",
    grade="满意",
    comment="管网已经开工，请按期完工。",
)
PROPOSAL = ProposalText(
    body_name=COUNTY,
    year=2026,
    number=12,
    serial=35,
    title="关于保障清溪镇集镇及周边村饮水安全的提案",
    category="社会",
    proposer=Proposer("赵某某", "农业", "清溪镇农技站站长", "13000000001"),
    cosigners=("钱某某", "孙某某"),
    submitted_on=date(2026, 1, 8),
    is_public=True,
    situation="""清溪镇集镇和山前、岭背、溪口三个村共有6200人，饮水取自溪口水源地。近年来存在三个问题：
一是水源地没有围栏，枯水期牲畜进入，雨后水色浑浊；
二是管网铺设于2003年，漏损率达三成，高处120户夏季断水；
三是水质检测一年只有两次，结果群众不知道。""",
    advice="""1.请县水利局划定溪口水源地保护范围，装设围栏和警示牌；
2.把集镇至三个村8.4公里旧管网列入农村饮水项目，分两年改造；
3.每季度检测一次水质，在村务公开栏公布结果。""",
    suggested_unit="县水利局",
    verdict="立案",
    handler="宜县水利局",
    assigned_on=date(2026, 3, 12),
    due_on=date(2026, 6, 12),
    replies=(REPLY,),
)


def form() -> Document:
    return proposal_document(PROPOSAL)


def blank() -> Document:
    return blank_document(COUNTY)


def assignment() -> Document:
    limits = Limits("5个工作日", date(2026, 3, 19), "3个月", CLASSES, SUPERVISOR)
    return assignment_document(PROPOSAL, limits)


def letter() -> Document:
    return letter_document(PROPOSAL, Letter(REPLY, "15个工作日", SUPERVISOR))


def survey() -> Document:
    grades = ("满意", "基本满意", "不满意")
    return survey_document(PROPOSAL, Survey(REPLY, grades, "15个工作日", date(2026, 6, 10)))
