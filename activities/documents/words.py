"""What the papers of an activity say, in words: nothing here knows a record."""

import re
from dataclasses import dataclass
from datetime import date

from cppcc.documents.prose import lines, sentence, stem
from cppcc.documents.tree import RedHead

OPENED = tuple(
    (
        "召开 开展 举行 举办 组织 参加 列席 视察 调研 考察 参观 学习 集中学习 培训 听取 走访 慰问 "
        "评议 民主评议 监督 检查 督查 座谈 协商"
    ).split()
)
EVENT = ("班", "讲座", "论坛")  # what is held rather than done
MEETING = re.compile(r"会议?$|座谈|协商|议事|评议")


@dataclass(frozen=True)
class PersonText:
    """A member on a sheet to be signed; `township` where those of several come."""

    name: str
    sector: str
    post: str
    township: str = ""


@dataclass(frozen=True)
class FindingText:
    """A problem or recommendation, whose it is, and how far it has come."""

    text: str
    unit: str = ""
    due_on: date | None = None
    progress: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class ActivityText:
    """An activity of a body. What has not been written is empty; its part is then left out."""

    body_name: str  # as in titles
    signature: str  # as under a paper
    county_body: str  # whom it is reported to
    kind: str
    theme: str
    on: date
    noticed_on: date
    reported_on: date
    place: str = ""
    host: str = ""
    guests: tuple[str, ...] = ()
    purpose: str = ""
    content: str = ""
    record: str = ""
    outcome: str = ""
    handouts: str = ""
    check_of_effect: str = ""
    is_planned: bool = False  # by the annual plan
    present: tuple[str, ...] = ()
    excused: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    roster: tuple[PersonText, ...] = ()
    findings: tuple[FindingText, ...] = ()
    head: RedHead | None = None

    @property
    def is_meeting(self) -> bool:
        return any(map(MEETING.search, (self.kind, self.name)))

    @property
    def is_trip(self) -> bool:
        """Whether one goes out to look at something, led by somebody and accompanied by others."""
        return self.kind.startswith(("视察", "调研", "考察", "走访", "慰问"))

    @property
    def name(self) -> str:
        """The theme as it stands in a title."""
        return stem(self.theme)

    @property
    def subject(self) -> str:
        """What is done, as words behind 关于: 视察集镇污水处理工作, 委员座谈会."""
        if self.kind.endswith(EVENT) and not self.name.endswith(EVENT):
            return f"{self.name}{self.kind}"
        says_it = self.kind in self.name or self.name.endswith(("会", "会议", "活动"))
        if says_it or self.name.startswith(OPENED) or not self.kind.startswith(OPENED):
            return self.name
        return f"{self.kind}{self.name}"

    @property
    def held(self) -> str:
        """The same as something one does: 视察集镇污水处理工作, 召开委员座谈会, 开展环保行活动."""
        if self.subject.endswith(EVENT) and not self.name.startswith(OPENED[:5]):
            return f"举办{self.subject}"
        if self.subject.startswith(OPENED) and not self.subject.endswith("会"):
            return self.subject
        if self.name.endswith(("会", "会议")):
            return self.name if self.name.startswith(OPENED[:5]) else f"召开{self.name}"
        return f"开展{self.name.removesuffix('活动')}活动"

    @property
    def reason(self) -> str:
        """「为了解…，」: the purpose as the beginning of a sentence, where it is a short one."""
        if not self._is_short_purpose:
            return ""
        purpose = stem(self.purpose)
        return f"{purpose if purpose.startswith('为') else f'为{purpose}'}，"

    @property
    def long_purpose(self) -> str:
        """The purpose where it needs paragraphs of its own."""
        return "" if self._is_short_purpose else self.purpose

    @property
    def _is_short_purpose(self) -> bool:
        purpose = lines(self.purpose)
        return (
            len(purpose) == 1
            and len(purpose[0]) <= 50
            and not re.search("[。；]", stem(purpose[0]))
        )

    @property
    def is_led(self) -> str:
        """「，由王某某主持」 or 带队, to end a sentence with."""
        return f"，由{self.host}{'带队' if self.is_trip else '主持'}" if self.host else ""

    @property
    def joined(self) -> str:
        """「列席人员：张三、李四。」: those who are no members; nothing where there are none."""
        return named("陪同人员" if self.is_trip else "列席人员", self.guests)

    @property
    def about(self) -> str:
        """关于…情况的: what a report on it is called."""
        return f"关于{self.subject.removesuffix('情况')}情况的"


def named(word: str, names: tuple[str, ...]) -> str:
    """「列席：张三、李四。」, or nothing where there is nobody."""
    return sentence(f"{word}：{'、'.join(names)}") if names else ""
