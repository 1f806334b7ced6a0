"""What the neighbouring townships are made of: names, themes, and how far each has come."""

from dataclasses import dataclass

from plans.services import Source

SURNAMES = "王李张刘陈杨黄吴周徐孙马朱胡林郭高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘蒋蔡余杜叶"
GIVEN = (
    "国平 建军 秀英 志强 桂芳 永红 德明 春梅 文斌 玉兰 海涛 丽华 学文 金花 光荣 素珍 立新 小燕 "
    "振华 美玲 长生 雪梅 新民 翠云"
).split()
POSTS = (
    ("农业", "种粮大户"),
    ("教育", "镇中学教师"),
    ("医药卫生", "镇卫生院医师"),
    ("工商联", "建材厂厂长"),
    ("经济", "信用社主任"),
    ("妇联", "村妇女主任"),
    ("中共", "村党支部书记"),
    ("科学技术", "农技站技术员"),
    ("文化艺术", "文化站站长"),
)
STUDIES = (
    "《政协章程》和县政协工作要点",
    "中央1号文件和农村税费改革政策",
    "《宪法修正案》",
    "党的十六届四中全会精神",
)
MATTERS = (
    ("整修村级公路", "县交通局", "经济", "路面坑洼，雨天难行"),
    ("加固山塘水库", "县水利局", "经济", "坝体渗漏，汛期有险情"),
    ("改造中学危房", "县教育局", "社会", "教学楼墙体开裂"),
    ("推广优质稻品种", "县农业局", "经济", "品种老化，卖价偏低"),
    ("整治集镇占道经营", "县工商局", "社会", "赶集日道路堵塞"),
    ("增配村卫生室药品", "县卫生局", "社会", "常用药品不全"),
    ("清理砂场乱采乱挖", "县国土资源局", "生态文明建设", "河堤受损"),
    ("修复灌溉水渠", "县水利局", "经济", "渠道淤塞，尾水田缺水"),
)
RESEARCH = "就农村税费改革"  # how the county's point about research begins
SCHEME = (
    "上半年分头下村入户，摸清税费改革和结构调整的情况；七月集中讨论，写出调研报告；"
    "九月把意见送镇党委、政府，由组长跟踪办理。"
)
ADVICE = ("在集镇设垃圾池，安排专人清运", "公开村务账目，按季度张榜", "给孤寡老人安装自来水")


@dataclass(frozen=True)
class Sketch:
    """A township to be made: how large it is, and how much of a year's work it does."""

    name: str
    username: str
    clerk: str
    head: str
    members: int
    studies: int
    inspections: int
    summary: str  # "accepted", "reported", "draft" or "" where it is not begun
    plan_from: Source = Source.COUNTY


SKETCHES = (
    Sketch("石桥镇", "zhoumin", "周敏", "胡建国", 8, 4, 2, "accepted"),
    Sketch("城关镇", "tangyan", "唐艳", "罗永安", 20, 4, 3, "reported"),
    Sketch("白水乡", "dengli", "邓丽", "彭德厚", 3, 2, 1, "", plan_from=Source.STANDARD),
)
