"""Figures of what was held, who came, and the office's registers."""

from django.db.models import Count

from activities.models import (
    Activity,
    Article,
    Attendance,
    Attention,
    Contact,
    PriorConsultation,
    ResearchReport,
    StudyNote,
    Talent,
    Visit,
)
from counties.models import ActivityKind
from cppcc.figures import Figure, Ratio, register
from members.figures import MEMBERS, OF_MEMBER

Feeds = ActivityKind.Feeds
OF_TOWNSHIP = {"township": "township", "county": "county"}


def _held(key: str, name: str, explanation: str, *groups: str) -> Figure:
    return Figure(
        key=key,
        name=name,
        unit="次",
        explanation=f"本期内已举办的{explanation}，按举办日计。",
        records=lambda first, last: Activity.objects.held(first, last).feeding(*groups),
        paths=OF_TOWNSHIP,
        of_kinds=frozenset(groups),
    )


def _at_county(first, last):
    """Attendance of events that the county held (县政协活动)."""
    return Attendance.objects.at_held(first, last).filter(activity__kind__feeds=Feeds.COUNTY)


STUDIES = _held("studies", "集中学习次数", "集中学习（专题讲座、培训不计入）", Feeds.STUDY)
LESSONS = _held("lessons", "一月一堂课次数", "机关一月一堂课", Feeds.LESSON)
INSPECTIONS = _held("inspections", "视察次数", "视察", Feeds.INSPECTION)
RESEARCH = _held("research", "调研次数", "调研、考察", Feeds.RESEARCH)
SUPERVISIONS = _held(
    "supervisions", "民主监督次数", "民主监督、民主评议、听取汇报", Feeds.SUPERVISION
)
ATTENDED = _held("attended_meetings", "列席会议次数", "委员应邀列席的会议", Feeds.ATTENDED)
EXCHANGES = _held("exchanges", "联谊交流次数", "座谈联谊、对接会、横向交流", Feeds.EXCHANGE)
WELFARE = _held("welfare", "服务公益次数", "农技服务、公益慰问", Feeds.WELFARE)

ACTIVITIES = Figure(
    key="activities",
    name="开展活动次数",
    unit="次",
    explanation="本期内已举办的全部活动，按举办日计；县政协组织的活动不计入乡镇。",
    records=Activity.objects.held,
    paths=OF_TOWNSHIP,
)

STUDIES_ATTENDED = Figure(
    key="studies_attended",
    name="集中学习出席人次",
    member_name="集中学习",
    unit="人次",
    explanation="委员出席的集中学习；请假、缺席不计入。",
    records=lambda first, last: (
        Attendance.objects.at_held(first, last).present().filter(activity__kind__feeds=Feeds.STUDY)
    ),
    paths=OF_MEMBER,
)

INSPECTIONS_ATTENDED = Figure(
    key="inspections_attended",
    name="视察出席人次",
    member_name="视察",
    unit="人次",
    explanation="委员出席的视察；请假、缺席不计入。",
    records=lambda first, last: (
        Attendance.objects.at_held(first, last)
        .present()
        .filter(activity__kind__feeds=Feeds.INSPECTION)
    ),
    paths=OF_MEMBER,
)

PRESENT = Figure(
    key="present",
    name="出席人次",
    member_name="出席活动",
    unit="人次",
    explanation="委员在已举办活动中的出席人次。",
    records=lambda first, last: Attendance.objects.at_held(first, last).present(),
    paths=OF_MEMBER,
)

EXCUSED = Figure(
    key="excused",
    name="请假人次",
    member_name="请假",
    unit="人次",
    explanation="委员在已举办活动中准假的人次；请假不算缺席。",
    records=lambda first, last: Attendance.objects.at_held(first, last).excused(),
    paths=OF_MEMBER,
)

ABSENT = Figure(
    key="absent",
    name="缺席人次",
    member_name="缺席",
    unit="人次",
    explanation="委员在已举办活动中没有请假而缺席的人次。",
    records=lambda first, last: Attendance.objects.at_held(first, last).absent(),
    paths=OF_MEMBER,
)

PRESENT_AT_COUNTY = Figure(
    key="present_at_county",
    name="县政协活动出席人次",
    member_name="出席县政协活动",
    unit="人次",
    explanation="委员在已举办的县政协活动中的出席人次。",
    records=lambda first, last: _at_county(first, last).present(),
    paths=OF_MEMBER,
)

ABSENT_FROM_COUNTY = Figure(
    key="absent_from_county",
    name="县政协活动缺席人次",
    member_name="缺席县政协活动",
    unit="人次",
    explanation="委员没有请假而缺席的县政协活动；请假不算缺席。",
    records=lambda first, last: _at_county(first, last).absent(),
    paths=OF_MEMBER,
)

EXPECTED_AT_COUNTY = Figure(
    key="expected_at_county",
    name="县政协活动应到人次",
    only_divides=True,
    unit="人次",
    explanation="县政协活动出席与缺席之和；准假的不算应到。",
    records=lambda first, last: _at_county(first, last).expected(),
    paths=OF_MEMBER,
)

COUNTY_ATTENDANCE_RATE = Ratio(
    key="county_attendance_rate",
    name="县政协活动出席率",
    unit="%",
    explanation="县政协活动的出席人次除以应到人次；准假的不算应到，100%就是无故不缺席。",
    over=PRESENT_AT_COUNTY,
    under=EXPECTED_AT_COUNTY,
    must_hold=True,
)

EXPECTED = Figure(
    key="expected",
    name="应到人次",
    only_divides=True,
    unit="人次",
    explanation="出席与缺席之和；准假的不算应到。",
    records=lambda first, last: Attendance.objects.at_held(first, last).expected(),
    paths=OF_MEMBER,
)

ATTENDANCE_RATE = Ratio(
    key="attendance_rate",
    name="出席率",
    unit="%",
    explanation="出席人次除以应到人次；准假的不算应到，也不算缺席。",
    over=PRESENT,
    under=EXPECTED,
    must_hold=True,
)

STUDY_NOTES = Figure(
    key="study_notes",
    name="学习笔记篇数",
    member_name="学习笔记",
    unit="篇",
    explanation="委员在本期内写的学习笔记和学习体会。",
    records=StudyNote.objects.within,
    paths=OF_MEMBER,
)

VISITS = Figure(
    key="visits",
    name="走访委员次数",
    member_name="接受走访",
    unit="次",
    explanation="本期内对委员的走访、电话联系、座谈和接访。",
    records=Visit.objects.within,
    paths=OF_MEMBER,
)

MEMBERS_VISITED = Figure(
    key="members_visited",
    name="走访委员人数",
    unit="名",
    explanation="本期内至少走访过一次的委员人数。",
    records=Visit.objects.within,
    paths=OF_TOWNSHIP,
    measure=Count("membership", distinct=True),
    additive=False,
)

VISIT_COVERAGE = Ratio(
    key="visit_coverage",
    name="走访覆盖率",
    unit="%",
    explanation="走访过的委员人数除以委员人数。",
    over=MEMBERS_VISITED,
    under=MEMBERS,
)

CONTACTS = Figure(
    key="contacts",
    name="联系群众次数",
    member_name="联系群众",
    unit="次",
    explanation="委员在本期内走访、接待群众和为群众帮办实事的次数。",
    records=Contact.objects.within,
    paths=OF_MEMBER,
)

ARTICLES = Figure(
    key="articles",
    name="宣传稿件数",
    unit="篇",
    explanation="本期内刊发的宣传稿件，按刊发日计。",
    records=Article.objects.within,
    paths=OF_TOWNSHIP,
)

GUIDANCE = Figure(
    key="guidance",
    name="县领导来镇指导次数",
    unit="次",
    explanation="本期内登记的县领导来镇指导。",
    records=lambda first, last: Attention.objects.within(first, last).filter(
        kind=Attention.Kind.GUIDANCE
    ),
    paths=OF_TOWNSHIP,
    of_kinds=frozenset({Attention.Kind.GUIDANCE}),
)

PRIOR_CONSULTATIONS = Figure(
    key="prior_consultations",
    name="会前征求意见次数",
    unit="次",
    explanation="党委、政府决策前征求委员意见的次数，计入政治协商。",
    records=PriorConsultation.objects.within,
    paths=OF_TOWNSHIP,
)

RESEARCH_REPORTS = Figure(
    key="research_reports",
    name="调研报告篇数",
    unit="篇",
    explanation="本期内完成的调研报告。",
    records=ResearchReport.objects.within,
    paths=OF_TOWNSHIP,
)

TALENTS = Figure(
    key="talents",
    name="人才名册人数",
    unit="名",
    explanation="本期内在册的人才。",
    records=Talent.objects.within,
    paths=OF_TOWNSHIP,
    additive=False,
)

register(
    STUDIES,
    LESSONS,
    INSPECTIONS,
    RESEARCH,
    SUPERVISIONS,
    ATTENDED,
    EXCHANGES,
    WELFARE,
    ACTIVITIES,
    PRESENT,
    EXCUSED,
    ABSENT,
    EXPECTED,
    ATTENDANCE_RATE,
    STUDIES_ATTENDED,
    INSPECTIONS_ATTENDED,
    PRESENT_AT_COUNTY,
    ABSENT_FROM_COUNTY,
    EXPECTED_AT_COUNTY,
    COUNTY_ATTENDANCE_RATE,
    STUDY_NOTES,
    VISITS,
    MEMBERS_VISITED,
    VISIT_COVERAGE,
    CONTACTS,
    ARTICLES,
    GUIDANCE,
    PRIOR_CONSULTATIONS,
    RESEARCH_REPORTS,
    TALENTS,
)
