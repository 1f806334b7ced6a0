"""Lists of activities and registers as tables to take away."""

from activities.models import Activity
from activities.registers import Register, shown
from cppcc.exports import Field

TOWNSHIP = Field("乡镇", lambda one: one.township or "县政协")


ACTIVITY_FIELDS = (
    Field("主题", lambda one: one.theme, 32),
    TOWNSHIP,
    Field("类别", lambda one: one.kind),
    Field("状态", Activity.get_status_display),
    Field("日期", lambda one: one.on),
    Field("地点", lambda one: one.place, 20),
    Field("应到", lambda one: one.invited_count, 8),
    Field("出席", lambda one: one.present_count, 8),
    Field("内容", lambda one: one.content, 40),
)


def register_fields(register: Register) -> tuple[Field, ...]:
    """Every field of a register, in the order of its form."""
    own = (
        Field(register.label(name), lambda one, name=name: shown(one, name), 20)
        for name in register.names
    )
    return (TOWNSHIP, *own)
