"""Samples of how a paper is set, whatever it says."""

from datetime import date

from django.contrib.staticfiles import finders
from django.templatetags.static import static

from cppcc.documents.tree import (
    Addressee,
    Annex,
    Attachments,
    Chart,
    Copies,
    Document,
    Heading,
    Items,
    Note,
    Photo,
    Photos,
    RedHead,
    Signature,
    Table,
    paragraph,
)

PICTURE = "img/sample-photo.jpg"
BODY = "清溪镇政协委员联络工作委员会"
ON = date(2026, 9, 28)


ROSTER = Table(
    ("序号", "姓名", "界别", "分组"),
    (("1", "赵某某", "农业", "第一组"), ("2", "钱某某", "教育", "第二组")),
    widths=(1, 3, 3, 3),
)
OPINIONS = Table(
    ("村名", "走访户数", "满意", "基本满意", "不满意"),
    (("山前村", "30", "21", "7", "2"), ("岭背村", "28", "20", "6", "2")),
)
BODY_OF_REPORT = (
    Addressee("政协宜县委员会："),
    paragraph(
        "为做好农村饮水安全专项监督，清溪镇政协联工委于9月成立两个监督小组，对三个村的水源、管网"
        "和水质检测进行了监督。现将有关情况报告如下："
    ),
    Heading("一、总的情况"),
    paragraph(
        "三个村共1860户，已通自来水1742户，通水率93.7%。两个小组走访86户，查看水源地3处，"
        "收回意见表86份。"
    ),
    Heading("二、下一步打算"),
    paragraph("把收集到的意见整理成建议，报镇党委、政府研究，并在年底回访一次。"),
    paragraph("特此报告。"),
)
LEVELS = (
    Heading("一、层次和文字"),
    paragraph(
        "第一层用黑体，第二层用楷体，第三、四层用仿宋。正文每页22行，每行28字，数字用阿拉伯数字。"
    ),
    Heading("（一）第二层标题", 2),
    Heading("1.第三层标题", 3),
    Heading("（1）第四层标题", 4),
    Items((("一是分条写的，各自成段；",), ("二是条文之间用分号；",), ("三是最后一条用句号。",))),
)
NUMBERS = (
    Heading("二、表格和图表"),
    paragraph("表格的表头在每页重复。图表附有同样数字的表格。"),
    Table(
        ("项目", "计划", "完成", "完成率"),
        (
            ("提案（件）", "14", "15", "107.1%"),
            ("视察（次）", "2", "2", "100%"),
            ("集中学习（次）", "4", "3", "75%"),
        ),
        "表1　全年任务完成情况",
        (4, 2, 2, 3),
    ),
    Chart("图1　完成数与计划数", ("提案", "视察", "集中学习"), (15, 2, 3), (14, 2, 4), "项"),
    Chart(
        "图2　各季度提交提案",
        ("一季度", "二季度", "三季度", "四季度"),
        (6, 3, 2, 4),
        unit="件",
        is_trend=True,
    ),
)


def red_head() -> Document:
    """A paper that goes up to the county (上行文), with everything around its body."""
    around = (
        Attachments(("监督小组名单", "走访意见汇总表")),
        Signature(BODY, ON),
        Note("联系人：王某某，电话：0000-6221000"),
        Annex("附件1", "监督小组名单", (ROSTER,)),
        Annex("附件2", "走访意见汇总表", (OPINIONS,)),
        Copies("清溪镇党委，清溪镇人民政府", BODY, date(2026, 9, 29)),
    )
    return Document(
        title="清溪镇政协委员联络工作委员会关于开展农村饮水安全专项监督情况的报告",
        blocks=(*BODY_OF_REPORT, *around),
        author=BODY,
        on=ON,
        head=RedHead("清溪镇政协联工委文件", "清政联〔2026〕8号", signer="王某某"),
    )


def every_block() -> Document:
    """Headings of four levels, a list, a table, charts and photographs."""
    data, address = _picture(), static(PICTURE)
    photos = Photos(
        (
            Photo(data, "委员视察溪口水源地（示意图）", address),
            Photo(data, "委员走访山前村（示意图）", address),
        )
    )
    around = (
        Attachments(("活动照片",)),
        Signature(BODY, ON),
        Annex("附件", "活动照片", (photos,)),
    )
    return Document("公文部件样张", (*LEVELS, *NUMBERS, *around), author=BODY, on=ON)


def _picture() -> bytes:
    """Our own drawing, in place of a photograph."""
    with open(finders.find(PICTURE), "rb") as file:
        return file.read()
