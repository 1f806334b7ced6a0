"""Figures of the roster (委员)."""

from django.db.models import Count

from cppcc.figures import Figure, Ratio, register
from members.models import Engagement, Honour, Membership, Pairing

OF_MEMBER = {"township": "township", "county": "county", "member": "membership"}

MEMBERS = Figure(
    key="members",
    name="委员人数",
    unit="名",
    explanation="本期内任职过的委员；中途离任的也计入。",
    records=Membership.objects.serving,
    paths={"township": "township", "county": "county"},
    additive=False,
)

PAIRINGS = Figure(
    key="pairings",
    name="帮扶对象数",
    member_name="帮扶对象",
    unit="户",
    explanation="本期内仍在结对的帮扶对象。",
    records=Pairing.objects.active,
    paths=OF_MEMBER,
    additive=False,
)

PAIRED_MEMBERS = Figure(
    key="paired_members",
    name="帮扶委员人数",
    unit="名",
    explanation="本期内有帮扶对象的委员人数。",
    records=Pairing.objects.active,
    paths={"township": "township", "county": "county"},
    measure=Count("membership", distinct=True),
    additive=False,
)

PAIRING_COVERAGE = Ratio(
    key="pairing_coverage",
    name="帮扶覆盖率",
    unit="%",
    explanation="有帮扶对象的委员人数除以委员人数。",
    over=PAIRED_MEMBERS,
    under=MEMBERS,
)

HONOURS = Figure(
    key="honours",
    name="委员荣誉数",
    member_name="荣誉",
    unit="项",
    explanation="本期内委员获得的荣誉，按授予日计；没有授予单位的事迹不计入。",
    records=lambda first, last: Honour.objects.filter(is_award=True, on__range=(first, last)),
    paths=OF_MEMBER,
)

DEEDS = Figure(
    key="deeds",
    name="委员事迹数",
    member_name="事迹",
    unit="件",
    explanation="本期内登记的委员事迹；有授予单位的荣誉另计。",
    records=lambda first, last: Honour.objects.filter(is_award=False, on__range=(first, last)),
    paths=OF_MEMBER,
)

ENGAGEMENTS = Figure(
    key="engagements",
    name="委员受聘数",
    member_name="受聘职务",
    unit="项",
    explanation="本期内在任的聘任，如民主监督员。",
    records=Engagement.objects.active,
    paths=OF_MEMBER,
    additive=False,
)

register(
    MEMBERS,
    PAIRINGS,
    PAIRED_MEMBERS,
    PAIRING_COVERAGE,
    HONOURS,
    DEEDS,
    ENGAGEMENTS,
)
