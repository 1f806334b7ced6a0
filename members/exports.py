"""The roster as a table to take away: the headings are those that an import reads."""

from cppcc.exports import Field
from members.models import Membership

NAME = Field("姓名", lambda one: one.member.name)
TOWNSHIP = Field("乡镇", lambda one: one.township.name)
SECTOR = Field("界别", lambda one: one.sector.name)
POST = Field("单位及职务", lambda one: one.post, 28)
BRIEF = (NAME, TOWNSHIP, SECTOR, POST)
OF_PERSON = (
    Field("委员编号", lambda one: one.member.number),
    NAME,
    Field("性别", lambda one: one.member.get_sex_display(), 8),
    Field("民族", lambda one: one.member.nation, 10),
    Field("出生年月", lambda one: one.member.born_in),
    Field("政治面貌", lambda one: one.member.party),
    SECTOR,
    POST,
)
OF_TERM = (
    TOWNSHIP,
    Field("届次", lambda one: one.term.name),
    Field("任职日期", lambda one: one.joined_on),
    Field("离任日期", lambda one: one.left_on),
    Field("离任原因", lambda one: one.left_why, 20),
)


def roster_fields(user) -> tuple[Field, ...]:
    """As much of each member as `user` may read of all of them on their pages."""
    phone = Field("联系电话", lambda one: one.phone_for(user), 16)
    if Membership.is_roster_kept_by(user):
        return (*OF_PERSON, phone, *OF_TERM)
    if Membership.is_roster_open_to(user):
        return (NAME, SECTOR, POST, phone, *OF_TERM)
    return (*BRIEF, phone)


OLD_PAPER_FIELDS = (
    Field("年度", lambda one: one.year, 8),
    Field("类别", lambda one: one.get_sort_display()),
    Field("标题", lambda one: one.title, 40),
    Field("所属", lambda one: one.township or "县政协"),
    Field("文件", lambda one: one.kind.upper(), 8),
)
