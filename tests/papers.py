"""Invented papers as long as one likes, for tests and for `script/bench papers`."""

import datetime
import itertools

from cppcc.documents.tree import (
    Addressee,
    Attachments,
    Copies,
    Document,
    FigureValue,
    Heading,
    RedHead,
    Signature,
    Table,
    paragraph,
)

DAY = datetime.date(2026, 12, 12)
NAMES = "张𬭎 李㛃 王堃 陈喆 刘犇 杨翀 赵赟 孙耒 周㐂 吴䶮".split()
CHARACTERS = {4: 400, 12: 4_400, 50: 23_200, 200: 97_500}  # pages: words of the body

PARTS = (
    ("一、强化理论武装，筑牢共同思想政治基础", ("学习制度", "学习形式", "学习成效")),
    ("二、聚焦中心大局，认真履行政治协商职能", ("会前征求意见", "专题协商议事", "建言资政成果")),
    ("三、突出问题导向，切实增强民主监督实效", ("视察监督", "提案办理监督", "跟踪问效")),
    ("四、坚持履职为民，助力镇域经济社会发展", ("走访联系群众", "帮扶困难家庭", "服务项目建设")),
    ("五、加强自身建设，不断提升履职能力水平", ("健全规章制度", "规范活动档案", "展示委员风采")),
)
SENTENCES = (
    "严格落实“一月一堂课”学习制度，采取集中学习与个人自学相结合的方式，组织委员学习党的创新理论、"
    "人民政协章程和有关法律法规，人均撰写学习笔记8000字以上、学习体会2篇。",
    "紧扣“里公路”道路改造、集镇供水管网更新、农村人居环境整治三项重点工作，邀请县交通运输局、"
    "县水利局等6个部门负责同志到场听取意见，当面答复委员提问23个。",
    "坚持会前有调研、会中有讨论、会后有落实，全年提交协商意见47条，其中41条被镇党委、镇政府采纳，"
    "采纳率87.2%；6条因资金、用地等条件限制暂缓实施，均已书面说明理由。",
    "围绕群众反映强烈的饮水、就医、上学、出行等问题，委员深入16个村（社区）入户走访312户，"
    "收集意见建议128条，能够当场解决的立即协调解决，需要部门办理的逐项登记、限时交办。",
    "对上年度立案的36件提案开展“回头看”，逐件核对承诺事项的进度：已办结29件，正在推进5件，"
    "列入下年度计划2件；对进展迟缓的，由镇政协联工委主任带队上门督办。",
    "健全委员履职档案，如实记录会议出席、提案提交、视察调研、走访群众等情况，做到一人一档、"
    "一事一记，不搞排名、不比签到，让委员把更多精力放在建真言、献良策、出实招上。",
    "组织委员视察溪口段河道治理现场3次，查看堤岸加固、清淤疏浚和沿线污水收集情况，指出护栏缺失、"
    "管网错接等问题9个，责成施工单位限期15天整改到位，并于次月组织复查。",
    "发挥界别优势，农业界委员推广良种良法1.2万亩，带动增收480万元；教育界、医药卫生界委员开展"
    "送教下乡、义诊活动11场，惠及群众2600余人次——群众称之为“家门口的服务队”。",
)


def report(pages: int = 12, *, number: int = 1) -> Document:
    """A year-end report of so many pages (4, 12, 50 or 200); `number` makes it another one."""
    return Document(
        f"清溪镇政协联络工作委员会\n关于2026年度工作情况的报告（第{number}稿）",
        (
            Addressee("县政协："),
            paragraph("现将", FigureValue("2026年"), "度工作情况报告如下，请审阅。"),
            *_body(CHARACTERS[pages]),
            paragraph(f"参加本年度活动的委员有{'、'.join(NAMES)}等同志。"),
            Attachments(("委员履职情况一览表", "提案办理情况统计表")),
            Signature("清溪镇政协联络工作委员会", DAY),
            Copies("镇党委、镇人大、镇政府", "清溪镇政协联工委办公室", DAY),
        ),
        author="清溪镇政协联工委",
        on=DAY,
        head=RedHead("清溪镇政协联工委文件", f"清政联〔2026〕{number}号"),
    )


def _body(characters: int):
    """Headings of three levels and paragraphs until there are so many, and two tables."""
    words, sentences = 0, itertools.cycle(SENTENCES)
    numbers = itertools.count(1)
    for title, topics in itertools.cycle(PARTS):
        yield Heading(title)
        for letter, topic in zip("一二三", topics, strict=True):
            yield Heading(f"（{letter}）{topic}", 2)
            yield Heading(f"{next(numbers)}.{topic}的主要做法", 3)
            for _ in range(2):
                text = next(sentences) + next(sentences)
                yield paragraph(text)
                words += len(text)
            if words >= characters:
                yield ledger(8, caption="表1 委员履职情况")
                yield ledger(6, caption="表2 提案办理情况")
                return


def ledger(rows: int, *, caption: str = "表1 委员履职情况一览表") -> Table:
    """A table of six columns, each row in one line."""
    head = ("序号", "姓名", "单位及职务", "界别", "提案件数", "完成率")
    units = ("溪口村党支部书记", "镇农技站站长", "中心小学教师", "卫生院副院长")
    circles = ("农业界", "科技界", "教育界", "医卫界")
    body = tuple(
        (
            str(row),
            NAMES[row % 10],
            units[row % 4],
            circles[row % 4],
            str(row % 7),
            f"{row % 100}.6%",
        )
        for row in range(1, rows + 1)
    )
    return Table(head, body, caption=caption)


def wordy_ledger(rows: int) -> Table:
    """A table of six columns with rows of three lines."""
    head = ("序号", "提案案由", "提案人", "承办单位", "办理情况", "满意度")
    causes = ("关于加快里公路道路维修改造的提案", "关于村卫生室药品配备和人员培训的提案")
    body = tuple(
        (
            *(str(row), causes[row % 2], f"{NAMES[row % 10]}等5名委员", "县交通运输局、清溪镇政府"),
            *("已列入2027年养护计划，预计年内开工，资金已落实", "满意"),
        )
        for row in range(1, rows + 1)
    )
    return Table(head, body, caption="表1 提案办理情况一览表")
