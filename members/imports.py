"""The roster as a table: what its columns hold, who is meant by a row, what the row would do.

A person is never matched by name (docs/domain.md, same names): the member number decides, else name
with month of birth, else name with phone number; where that leaves two people possible, the person
who imports is asked. An empty cell changes nothing that is there.
"""

from collections import defaultdict

from counties.models import County, Sector, Term, Township
from cppcc import audit, clock, texts
from cppcc.imports.importer import Importer, Kind, Verdict, wrong
from cppcc.imports.sheets import Column, Line
from cppcc.workflow import StaleRecordError
from members.known import Known, refuse_doubles
from members.models import Member, Membership

OF_PERSON = ("name", "number", "sex", "nation", "born_in", "party", "phone")
OF_MEMBERSHIP = ("sector", "post", "joined_on", "left_on", "left_why")
ANOTHER = "new"  # the answer "somebody else of the same name"


class RosterImport(Importer):
    """Members of a township (its office) or of all townships (the county)."""

    key, title, to, prefix = "roster", "委员名册", "members:index", "members:import"
    hint = (
        "一行一位委员。空着的格子不改动原有内容。同一份表格再导入一次，不会重复登记。"
        "有委员编号的按编号认人；没有编号的按姓名和出生年月认人。"
    )

    def __init__(self, user):
        super().__init__(user)
        self.today = clock.today()
        self.sectors = {one.name: one for one in Sector.objects.visible_to(user)}
        self.in_use = set(Sector.objects.visible_to(user).in_use().values_list("pk", flat=True))
        self.terms = {one.name: one for one in Term.objects.visible_to(user)}
        in_force = Term.objects.visible_to(user).in_force(self.today)
        self.term = in_force.order_by("-first_on").first()
        self.townships = list(Township.objects.visible_to(user))
        self.own = user.acting.township

    @classmethod
    def is_open_to(cls, user) -> bool:
        return Membership.is_roster_kept_by(user)

    def columns(self) -> tuple[Column, ...]:
        text, month = texts.text, texts.month(self.today)
        sectors = {**self.sectors, **{f"{name}界": one for name, one in self.sectors.items()}}
        sexes = {"男": "m", "女": "f"}
        kept = tuple(name for name, one in self.sectors.items() if one.pk in self.in_use)
        return (
            Column("number", "委员编号", texts.code(20), also=("编号", "委员证号"),
                   hint="全县不重复，换届、调动都不变。没有的空着。", example="0012"),
            Column("name", "姓名", texts.person_name, True, also=("委员姓名",),
                   example="阿依古丽·买买提", width=18),
            Column("sex", "性别", texts.one_of(sexes, "性别"), choices=("男", "女"), width=8),
            Column("nation", "民族", text(20), example="汉族"),
            Column("born_in", "出生年月", month, also=("出生日期", "生日"),
                   hint="公历的年和月，如 1965-08。同名的委员靠它分清。", example="1965-08"),
            Column("party", "政治面貌", text(20), also=("党派",), example="中共党员"),
            Column("sector", "界别", texts.one_of(sectors, "界别"), True, choices=kept,
                   hint="从县政协定的界别里选。", example=kept[0] if kept else ""),
            Column("post", "单位及职务", text(100), also=("工作单位及职务", "单位职务", "职务"),
                   example="某厂厂长", width=28),
            Column("phone", "联系电话", texts.phone, also=("电话", "手机", "手机号码"),
                   example="13812341234", width=16),
            self._township_column(),
            Column("term", "届次", texts.one_of(self.terms, "届次"), choices=tuple(self.terms),
                   hint=f"空着就是{self.term or '现任届次'}。", example=str(self.term or "")),
            Column("joined_on", "任职日期", texts.day, hint="空着就是本届开始的那一天。",
                   example="2021-11-30", width=14),
            Column("left_on", "离任日期", texts.day, hint="在任的空着。", width=14),
            Column("left_why", "离任原因", text(100), hint="填了离任日期的必填。", width=20),
        )  # fmt: skip

    def _township_column(self) -> Column:
        names = {one.name: one for one in self.townships}
        words = names | {one.body_name: one for one in self.townships}
        choices = tuple(names)
        read, hint = texts.one_of(words, "乡镇"), "委员所属的乡镇或活动组。"
        if self.own is not None:
            hint = f"可以空着；只能导入{self.own.name}的委员。"
            read = self._read_own(words)
        return Column("township", "乡镇", read, self.own is None, hint, also=("所属乡镇", "活动组"),
                      choices=choices, example=choices[0] if choices else "")  # fmt: skip

    def _read_own(self, words: dict):
        def read(cell: str):
            if cell.replace(" ", "") not in words:
                raise ValueError(f"只能导入{self.own.name}的委员；别的乡镇的请删去这一行。")
            return self.own

        return read

    def lock(self) -> None:
        """One import at a time in a county; its other work goes on."""
        county = County.objects.select_for_update(no_key=True)
        county.get(pk=self.user.acting.county_id)

    # ---- judging

    def judge(self, lines: list[Line], answers: dict[str, str]) -> list[Verdict]:
        for line in lines:
            if not line.faults:
                self._complete(line)
        sound = [line for line in lines if not line.faults]
        refuse_doubles(sound)
        known = Known(self.user, sound)
        meant = self._who_is_meant(sound, known, answers)
        return [
            wrong(line) if line.faults else self._verdict(line, known, *meant[line.number])
            for line in lines
        ]

    def _complete(self, line: Line) -> None:
        """Fill in what a row may leave out, and compare its days with each other."""
        values = line.values
        values.setdefault("township", self.own)
        values.setdefault("term", self.term)
        if values["term"] is None:
            line.refuse("现在没有现任的届次，请填写届次。", "届次")
            return
        joined, left = values.get("joined_on"), values.get("left_on")
        if joined and joined > values["term"].last_on:
            line.refuse(f"晚于{values['term']}结束的日期，请核对。", "任职日期")
        if left and left > self.today:
            line.refuse("不能晚于今天。", "离任日期")
        if bool(left) != bool(values.get("left_why")):
            line.refuse("离任日期和离任原因要么都填，要么都空着。", "离任原因")

    def _who_is_meant(self, lines, known: Known, answers) -> dict[int, tuple]:
        """For each row the person, if one is certain; else those whom it could mean."""
        certain, claimed = {}, defaultdict(set)
        for line in lines:
            person = known.certain(line)
            certain[line.number] = person
            if person is not None:
                first = known.claims.setdefault((person.pk, line.values["term"].pk), line.number)
                if first != line.number:
                    line.refuse(f"和第{first}行是同一个人，请只留一行。")
                claimed[line.values["name"]].add(person.pk)
        meant = {}
        for line in lines:
            person, options = certain[line.number], []
            if person is None and not line.faults:
                taken = claimed[line.values["name"]]
                possible = [one for one in known.possible(line) if one.pk not in taken]
                answer = answers.get(str(line.number), "")
                person = next((one for one in possible if str(one.pk) == answer), None)
                if possible and person is None and answer != ANOTHER:
                    options = possible
                if person is not None:
                    taken.add(person.pk)
            meant[line.number] = person, options
        return meant

    def _verdict(self, line: Line, known: Known, person, options) -> Verdict:
        name = line.values["name"]
        if options:
            choices = [(str(one.pk), f"就是{known.marks(one)}") for one in options]
            choices.append((ANOTHER, "是同名的另一个人，新登记"))
            note = "名册里有同名的委员，请确认是不是同一个人。"
            return Verdict(line, Kind.ASK, name, note=note, options=choices)
        if person is None:
            return self._new(line, known)
        serving = known.serving(person, line)
        here = known.membership(person, line)
        if here is None and serving is not None:
            line.refuse(
                f"本届已在{serving.township if self.own is None else '别的乡镇'}任职，"
                "调到这里的请由县政协办理调动。"
            )
            return wrong(line)
        return self._known(line, known, person, here)

    def _new(self, line: Line, known: Known) -> Verdict:
        if self._refuse_retired(line, None) or self._refuse_days(line, None):
            return wrong(line)
        values = line.values
        told = (values.get(name) for name in ("sector", "post", "born_in", "phone"))
        place = values["township"] if self.own is None else None
        note = "，".join(str(one) for one in (place, *told) if one)
        twins = [known.marks(one) for one in known.by_name.get(values["name"], ())]
        note += f"。已有同名的：{'；'.join(twins)}" if twins else ""
        return Verdict(line, Kind.NEW, values["name"], note=note)

    def _known(self, line: Line, known: Known, person, here) -> Verdict:
        """A person who is there: what the row changes in them and in their membership."""
        if self._refuse_retired(line, here) or self._refuse_days(line, here):
            return wrong(line)
        changes = _changes(line, person, OF_PERSON) + (
            _changes(line, here, OF_MEMBERSHIP) if here else []
        )
        told = [(title, _told(old), _told(new)) for _, title, old, new in changes]
        about = {
            "person": {n: new for n, _, _, new in changes if n in OF_PERSON},
            "membership": {n: new for n, _, _, new in changes if n in OF_MEMBERSHIP},
            "here": here,
        }
        kind = Kind.NEW if here is None else Kind.CHANGED if changes else Kind.SAME
        note = "" if here else f"已有此人（{known.marks(person)}），登记{line.values['term']}任职"
        return Verdict(line, kind, line.values["name"], told, note, subject=person, about=about)

    def _refuse_retired(self, line: Line, here) -> bool:
        sector = line.values["sector"]
        if sector.pk in self.in_use or (here and here.sector_id == sector.pk):
            return False
        line.refuse(f"“{sector}”已停用，请换一个界别。", "界别")
        return True

    def _refuse_days(self, line: Line, here) -> bool:
        """Whether somebody would leave before they joined: a day may be in the row, or there."""
        values = line.values
        there = here.joined_on if here else values["term"].first_on
        joined = values.get("joined_on", there)
        left = values.get("left_on", here and here.left_on)
        if left is None or joined <= left:
            return False
        if "left_on" in values:
            line.refuse(f"早于任职日期（{joined}），请核对。", "离任日期")
        else:
            line.refuse(f"晚于已登记的离任日期（{left}），请核对。", "任职日期")
        return True

    # ---- carrying out

    def carry_out(self, verdicts: list[Verdict]) -> None:
        """Enter and change everything in a fixed number of statements; StaleRecordError if somebody
        has edited one of the records since it was judged."""
        county = self.user.acting.county_id
        people, memberships = [], []
        for verdict in (one for one in verdicts if one.kind is Kind.NEW):
            values, person = verdict.line.values, verdict.subject
            if person is None:
                person = Member(county_id=county)
                for name in OF_PERSON:
                    setattr(person, name, values.get(name, ""))
                people.append(person)
            of_term = {name: values[name] for name in OF_MEMBERSHIP if name in values}
            of_term.setdefault("joined_on", values["term"].first_on)
            place = {"county_id": county, "township": values["township"], "term": values["term"]}
            memberships.append((person, Membership(**place, **of_term)))
        Member.objects.bulk_create(people, batch_size=1000)
        for person, membership in memberships:
            membership.member = person
        entered = [membership for _, membership in memberships]
        Membership.objects.bulk_create(entered, batch_size=1000)
        audit.record_all("enter", by=self.user, targets=entered)  # each with its person
        self._change(Member, [(one.subject, one.about.get("person")) for one in verdicts])
        self._change(
            Membership, [(one.about.get("here"), one.about.get("membership")) for one in verdicts]
        )

    def _change(self, model, changes) -> None:
        changes = [(record, what) for record, what in changes if record is not None and what]
        seen = {record.pk: record.version for record, _ in changes}
        held = model.objects.select_for_update().filter(pk__in=seen).values_list("pk", "version")
        if dict(held) != seen:
            raise StaleRecordError
        names = {name for _, what in changes for name in what}
        for record, what in changes:
            record.version += 1
            for name, value in what.items():
                setattr(record, name, value)
        records = [record for record, _ in changes]
        if records:
            # All are there and held: "insert or else update" is the quick way to change many rows
            # (bulk_update's CASE took ten times as long).
            model.objects.bulk_create(
                records,
                batch_size=1000,
                update_conflicts=True,
                unique_fields=["pk"],
                update_fields=[*names, "version"],
            )
            fields = [", ".join(sorted(what)) for _, what in changes]
            audit.record_all("revise", by=self.user, targets=records, fields=fields)


def _changes(line: Line, record, names) -> list[tuple]:
    """(name, title, old, new) of every filled cell that says something else than the record."""
    return [
        (name, record._meta.get_field(name).verbose_name, getattr(record, name), line.values[name])
        for name in names
        if name in line.values and getattr(record, name) != line.values[name]
    ]


def _told(value) -> str:
    return {"m": "男", "f": "女"}.get(value, str(value)) if value else "空"
