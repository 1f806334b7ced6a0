"""The county's dictionaries: what differs between them is data; their pages are the same."""

from dataclasses import dataclass

from django.forms import modelform_factory

from counties.forms.county import AnswerClassForm, SatisfactionForm, SettingForm
from counties.models import (
    ActivityKind,
    AdoptionLevel,
    AnswerClass,
    DutyGrade,
    ProposalCategory,
    RefusalReason,
    Satisfaction,
    Sector,
    SupervisionForm,
    Term,
    Unit,
)
from counties.models.words import Entry, Word
from cppcc.forms import date_widget
from cppcc.records import shown


@dataclass(frozen=True)
class Dictionary:
    """One dictionary: `about` says where its words appear, `columns` what stands beside a name."""

    model: type[Word] | type[Term]
    title: str
    about: str
    form: type[SettingForm]
    columns: tuple[str, ...] = ()

    def __str__(self):
        return self.key

    @property
    def key(self) -> str:
        return self.model.KEY

    @property
    def is_ordered(self) -> bool:
        return issubclass(self.model, Entry)

    @property
    def retires(self) -> bool:
        return issubclass(self.model, Word)

    @property
    def headings(self) -> list[str]:
        return [self.model._meta.get_field(name).verbose_name for name in self.columns]

    def words(self, user):
        """All words of the user's county, the retired ones too, in their order."""
        return self.model.objects.visible_to(user).with_use()

    def offered(self, user) -> list:
        """Those that are offered for a choice."""
        return [word for word in self.words(user) if not (self.retires and word.is_retired)]

    def cells(self, word) -> list[tuple[str, str]]:
        """What stands beside the name of a word, each under its heading."""
        values = (shown(word, name) for name in self.columns)
        return list(zip(self.headings, values, strict=True))


def _form(model, fields: tuple[str, ...] = ("name",), **options) -> type[SettingForm]:
    return modelform_factory(model, form=SettingForm, fields=fields, **options)


ALL = (
    Dictionary(
        Term,
        "届次",
        "登记委员时选的是哪一届。",
        _form(
            Term,
            ("name", "first_on", "last_on"),
            widgets={"first_on": date_widget(), "last_on": date_widget()},
        ),
        ("first_on", "last_on"),
    ),
    Dictionary(Sector, "界别", "登记委员时选的界别。", _form(Sector)),
    Dictionary(
        ActivityKind,
        "活动类别",
        "登记活动时选的类别；它决定活动计入哪个指标。",
        _form(
            ActivityKind,
            ("name", "feeds", "evidence"),
            help_texts={"evidence": "一次活动应当留下的材料，用顿号隔开。"},
        ),
        ("feeds", "evidence"),
    ),
    Dictionary(ProposalCategory, "提案类别", "写提案时选的类别。", _form(ProposalCategory)),
    Dictionary(
        RefusalReason, "不予立案理由", "不予立案时选的理由，提案人看得到。", _form(RefusalReason)
    ),
    Dictionary(AnswerClass, "答复类别", "承办单位答复时选的类别。", AnswerClassForm, ("letter",)),
    Dictionary(
        Satisfaction,
        "满意度",
        "委员评价答复时选的等次；不办结的一等，提案要重新办理。",
        SatisfactionForm,
        ("is_satisfied",),
    ),
    Dictionary(
        SupervisionForm, "监督形式", "登记视察、监督活动时选的形式。", _form(SupervisionForm)
    ),
    Dictionary(AdoptionLevel, "采用级别", "登记社情民意采用情况时选的级别。", _form(AdoptionLevel)),
    Dictionary(
        DutyGrade,
        "履职等次",
        "评定委员年度履职登记表时选的等次，不打分、不排名。",
        _form(DutyGrade),
    ),
    Dictionary(Unit, "承办单位", "交办提案和意见建议时选的单位。", _form(Unit)),
)
DICTIONARIES = {dictionary.key: dictionary for dictionary in ALL}


def by_key(key: str) -> Dictionary:
    """The dictionary an address names; raises ValueError, which is "no such page"."""
    try:
        return DICTIONARIES[key]
    except KeyError:
        raise ValueError(key) from None
