"""Whom a row of an imported roster means, and rows that say the same."""

from collections import defaultdict

from cppcc.imports.sheets import Line
from members.models import Member, Membership


class Known:
    """The people of the county whom the rows could mean, and where they serve; three queries."""

    def __init__(self, user, lines: list[Line]):
        names = {line.values["name"] for line in lines}
        numbers = {line.values["number"] for line in lines if "number" in line.values}
        seen = Member.objects.visible_to(user).of_names_or_numbers(names, numbers)
        self.people = {one.pk: one for one in seen}
        self.by_name: dict[str, list[Member]] = defaultdict(list)
        for person in self.people.values():
            self.by_name[person.name].append(person)
        self.owners = dict(
            Member.objects.filter(county=user.acting.county_id, number__in=numbers).values_list(
                "number", "pk"
            )
        )
        self.memberships: dict[int, list[Membership]] = defaultdict(list)
        for one in Membership.objects.of_people(self.people).for_list().order_by("joined_on", "pk"):
            self.memberships[one.member_id].append(one)
        self.claims: dict[tuple[int, int], int] = {}

    def certain(self, line: Line) -> Member | None:
        """Whom the row means beyond doubt."""
        number = line.values.get("number")
        if number in self.owners:
            return self._owner(line, self.owners[number])
        born, phone = line.values.get("born_in"), line.values.get("phone")
        namesakes = self._namesakes(line)
        same = [one for one in namesakes if born and one.born_in == born]
        if len(same) > 1:
            same = [one for one in same if phone and one.phone == phone]
        elif not same and phone:
            same = [
                one for one in namesakes if one.phone == phone and not _differ(born, one.born_in)
            ]
        if len(same) != 1 or self._serves_elsewhere(same[0], line):
            return None
        return same[0]

    def _serves_elsewhere(self, person: Member, line: Line) -> bool:
        """Of the same name and month, but a member of another township now: perhaps a twin."""
        serving = self.serving(person, line)
        return serving is not None and serving.township_id != line.values["township"].pk

    def _owner(self, line: Line, pk: int) -> Member | None:
        """Who has the number: it must be of this office, and not somebody quite different."""
        owner, born = self.people.get(pk), line.values.get("born_in")
        if owner is None:
            line.refuse("这个编号已经用在别的乡镇的委员身上。调动请由县政协办理。", "委员编号")
        elif owner.name != line.values["name"] and not (born and born == owner.born_in):
            line.refuse(f"这个编号是{self.marks(owner)}的，和这一行不是同一个人。", "委员编号")
            owner = None
        return owner

    def _namesakes(self, line: Line) -> list[Member]:
        number = line.values.get("number")
        namesakes = self.by_name.get(line.values["name"], ())
        return [one for one in namesakes if not _differ(number, one.number)]

    def possible(self, line: Line) -> list[Member]:
        """Whom the row could mean: a namesake of another month of birth only in the same township,
        where the month may have been mended."""
        born, township = line.values.get("born_in"), line.values["township"]
        return [
            one
            for one in self._namesakes(line)
            if not _differ(born, one.born_in)
            or any(each.township_id == township.pk for each in self.memberships[one.pk])
        ]

    def membership(self, person: Member, line: Line) -> Membership | None:
        """The person's membership of the row's term and township, first the one in force."""
        values = line.values
        of_term = [
            one
            for one in self.memberships[person.pk]
            if one.term_id == values["term"].pk and one.township_id == values["township"].pk
        ]
        return next(
            (one for one in of_term if one.left_on is None), of_term[-1] if of_term else None
        )

    def serving(self, person: Member, line: Line) -> Membership | None:
        of_term = (o for o in self.memberships[person.pk] if o.term_id == line.values["term"].pk)
        return next((one for one in of_term if one.left_on is None), None)

    def marks(self, person: Member) -> str:
        """What tells a person from a namesake."""
        latest = self.memberships[person.pk][-1:]
        year, _, month = person.born_in.partition("-")
        born = f"{year}年{int(month)}月生" if month else "没有登记出生年月"
        number = f"编号{person.number}" if person.number else ""
        posts = [f"{one.township} {one.post or one.sector}" for one in latest]
        return f"{person.name}（{'，'.join(filter(None, [number, born, *posts]))}）"


def _differ(one, other) -> bool:
    """Whether both are known and not the same."""
    return bool(one and other and one != other)


def refuse_doubles(lines: list[Line]) -> None:
    """Refuse a row that says again what another has said, or cannot be told from it."""
    numbers: dict[tuple, int] = {}
    people: dict[tuple, list[Line]] = defaultdict(list)
    for line in lines:
        values = line.values
        if "number" in values:
            first = numbers.setdefault((values["number"], values["term"].pk), line.number)
            if first != line.number:
                line.refuse(f"和第{first}行的编号相同，请核对。", "委员编号")
                continue
        people[values["name"], values["term"].pk, values["township"].pk].append(line)
    for namesakes in people.values():
        for position, line in enumerate(namesakes):
            for other in namesakes[:position]:
                if not _are_two(line.values, other.values):
                    line.refuse(
                        f"和第{other.number}行重复，或者分不清是不是同一个人："
                        "重复的请删去，同名的请填委员编号或出生年月。",
                        "姓名",
                    )
                    break


def _are_two(one: dict, other: dict) -> bool:
    """Whether two rows of one name are certainly about two people."""
    return any(_differ(one.get(name), other.get(name)) for name in ("number", "born_in")) or (
        not (one.get("born_in") and other.get("born_in"))
        and _differ(one.get("phone"), other.get("phone"))
    )
