"""Figures of the roster (委员)."""

from cppcc.figures import Figure, register
from members.models import Honour, Membership, Pairing

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
    unit="户",
    explanation="本期内仍在结对的帮扶对象。",
    records=Pairing.objects.active,
    paths=OF_MEMBER,
    additive=False,
)

HONOURS = Figure(
    key="honours",
    name="委员荣誉数",
    unit="项",
    explanation="本期内委员获得的荣誉，按授予日计；没有授予单位的事迹不计入。",
    records=lambda first, last: Honour.objects.filter(is_award=True, on__range=(first, last)),
    paths=OF_MEMBER,
)

register(MEMBERS, PAIRINGS, HONOURS)
