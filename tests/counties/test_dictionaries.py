"""The county's own words in the browser: added, changed, arranged, retired, deleted."""

from datetime import date

from django.db import connection
from django.test import TestCase
from django.urls import reverse

from counties.dictionaries import ALL
from counties.founding import found_county
from counties.models import (
    ActivityKind,
    AnswerClass,
    County,
    Deadline,
    GuidingText,
    ProposalCategory,
    Satisfaction,
    Sector,
    Target,
    Term,
    Unit,
)
from counties.roles import Role
from cppcc import clock
from cppcc.audit import AuditEvent
from tests.factories import (
    make_activity,
    make_county,
    make_proposal,
    make_term,
    make_township,
    make_unit,
    make_user,
)
from tests.queries import counted_queries

TODAY = date(2026, 3, 12)


class CountyPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.county = make_county()
        cls.township = make_township(county=cls.county)
        cls.officer = make_user(role=Role.COUNTY, county=cls.county)
        cls.clerk = make_user(role=Role.STAFF, township=cls.township)

    def setUp(self):
        self.client.force_login(self.officer)

    def post(self, page: str, *args, **data):
        return self.client.post(reverse(f"county:{page}", args=args), data)

    def get(self, page: str, *args):
        return self.client.get(reverse(f"county:{page}", args=args))

    def names(self, model=ProposalCategory) -> list[str]:
        return [str(one) for one in model.objects.filter(county=self.county)]

    def told(self, response) -> list[str]:
        return [str(message) for message in response.wsgi_request._messages]

    def trail(self) -> list[tuple]:
        rows = AuditEvent.objects.filter(county_id=self.county.pk).order_by("pk")
        return [(one.action, one.object_type, one.detail) for one in rows]


class WordTests(CountyPages):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.first, cls.second, *_ = ProposalCategory.objects.filter(county=cls.county)

    def test_a_new_county_has_the_usual_words(self):
        self.assertEqual(self.names(), ["经济", "政治", "文化", "社会", "生态文明建设", "其他"])
        self.assertEqual(self.names(Satisfaction), ["满意", "基本满意", "不满意"])
        self.assertEqual(
            [str(limit) for limit in Deadline.objects.filter(county=self.county).order_by("pk")],
            [
                "提案答复：3个月",
                "提案延期答复：1个月",
                "申退：5个工作日",
                "会办意见：1个月",
                "委员反馈：15个工作日",
                "联工委提出意见：10天",
                "活动材料上报：7天",
            ],
        )

    def test_a_new_word_stands_behind_the_others(self):
        response = self.post("word_create", "categories", name="统战")

        self.assertRedirects(response, "/county/words/categories/")
        self.assertEqual(self.names()[-2:], ["其他", "统战"])
        self.assertEqual(self.trail()[-1][:2], ("enter", "counties.proposalcategory"))

    def test_a_word_that_is_there_is_told_at_its_field(self):
        for name, told in (
            ("经济", "本县已有同名的一项；停用了的可以恢复使用。"),
            ("", "请填写。"),
        ):
            response = self.post("word_create", "categories", name=name)

            self.assertIn(told, str(response.context["form"].errors))
        self.assertEqual(len(self.names()), 6)

    def test_the_same_word_of_another_county_does_not_matter(self):
        ProposalCategory.objects.create(county=make_county(), name="统战")

        self.post("word_create", "categories", name="统战")

        self.assertEqual(self.names()[-1], "统战")

    def test_a_change_is_told_with_what_stood_there_before(self):
        response = self.post("word_edit", "categories", self.first.pk, name="经济建设", version=1)

        self.assertRedirects(response, "/county/words/categories/")
        self.assertEqual(self.names()[0], "经济建设")
        self.assertEqual(
            self.trail()[-1],
            (
                "revise",
                "counties.proposalcategory",
                {"before": "name=经济", "after": "name=经济建设"},
            ),
        )

    def test_the_second_of_two_people_is_shown_both_words(self):
        self.first.revise(by=self.officer, name="经济工作")

        response = self.post("word_edit", "categories", self.first.pk, name="经济建设", version=1)

        self.assertEqual(response.context["theirs"], [("名称", "经济工作", "经济建设")])
        self.assertEqual(self.names()[0], "经济工作")

    def test_words_change_places_and_stay_at_the_ends(self):
        self.post("word_move", "categories", self.first.pk, "up")
        self.assertEqual(self.names()[:3], ["经济", "政治", "文化"])

        self.post("word_move", "categories", self.second.pk, "up")
        self.assertEqual(self.names()[:3], ["政治", "经济", "文化"])

        self.post("word_move", "categories", self.second.pk, "down")
        self.assertEqual(self.names()[:3], ["经济", "政治", "文化"])

    def test_units_have_no_order_by_hand_and_terms_are_not_retired(self):
        unit, term = make_unit(county=self.county), make_term(county=self.county)

        self.assertEqual(self.post("word_move", "units", unit.pk, "up").status_code, 404)
        self.assertEqual(self.post("word_retire", "terms", term.pk).status_code, 404)

    def test_an_unused_word_is_deleted_after_a_question(self):
        asked = self.get("word_delete", "categories", self.first.pk)
        self.assertContains(asked, "删除“经济”")

        self.post("word_delete", "categories", self.first.pk, version=1)

        self.assertEqual(self.names()[0], "政治")
        self.assertEqual(self.trail()[-1][0::2], ("remove", {"text": "经济"}))

    def test_a_word_in_use_is_not_deleted_but_retired_and_stays_on_its_record(self):
        proposal = make_proposal(township=self.township, category=self.first)

        refused = self.post("word_delete", "categories", self.first.pk, version=1)
        self.assertEqual(
            self.told(refused), ["没有删除“经济”：已有记录用到它，不能删除；不再使用的请停用。"]
        )
        self.post("word_retire", "categories", self.first.pk)

        offered = ProposalCategory.objects.filter(county=self.county)
        self.assertNotIn(self.first, offered.in_use())
        self.assertIn(self.first, offered.offered(proposal.category_id))
        self.assertEqual(str(type(proposal).objects.get(pk=proposal.pk).category), "经济")

    def test_a_retired_word_is_offered_again(self):
        self.first.retire(by=self.officer)

        self.post("word_restore", "categories", self.first.pk)

        self.first.refresh_from_db()
        self.assertFalse(self.first.is_retired)
        self.assertEqual(
            self.trail()[-1][2], {"before": "is_retired=True", "after": "is_retired=False"}
        )

    def test_the_last_word_of_a_list_stays(self):
        others = ProposalCategory.objects.filter(county=self.county).exclude(pk=self.first.pk)
        others.delete()

        for page, data in (("word_retire", {}), ("word_delete", {"version": 1})):
            response = self.post(page, "categories", self.first.pk, **data)
            self.assertIn("至少要留一项可选的", self.told(response)[0])

        self.assertEqual(self.names(), ["经济"])

    def test_one_grade_that_does_not_satisfy_stays(self):
        grade = Satisfaction.objects.get(county=self.county, name="不满意")

        response = self.post("word_retire", "satisfactions", grade.pk)

        self.assertIn("没有停用“不满意”", self.told(response)[0])
        self.assertEqual(len(Satisfaction.objects.filter(county=self.county).unsatisfied()), 1)

    def test_whether_a_grade_satisfies_is_chosen_once(self):
        grade = Satisfaction.objects.get(county=self.county, name="不满意")

        self.post(
            "word_edit", "satisfactions", grade.pk, name="很不满意", is_satisfied="on", version=1
        )

        grade.refresh_from_db()
        self.assertEqual((grade.name, grade.is_satisfied), ("很不满意", False))

    def test_the_letter_of_an_answer_is_read_kindly_and_used_once(self):
        self.post("word_create", "answers", letter="ｅ", name="以后再办")
        self.assertEqual(AnswerClass.objects.get(county=self.county, letter="E").name, "以后再办")

        for letter, told in (
            ("A", "这个字母已经用在别的答复类别上。"),
            ("甲", "请填写一个英文字母，如 A。"),
        ):
            response = self.post("word_create", "answers", letter=letter, name=f"又一类{letter}")
            self.assertEqual(response.context["form"].errors, {"letter": [told]})

    def test_a_kind_says_which_figure_it_feeds_and_what_is_to_be_kept(self):
        self.post("word_create", "kinds", name="读书会", feeds="study", evidence="签到表、照片")

        kind = ActivityKind.objects.get(county=self.county, name="读书会")
        page = self.client.get(make_activity(township=self.township, kind=kind).get_absolute_url())
        self.assertEqual(kind.feeds, "study")
        self.assertContains(page, "<dt>应备材料</dt><dd>签到表、照片</dd>")

    def test_a_term_ends_after_it_begins(self):
        data = {"name": "第七届", "first_on": "2027-01-01", "last_on": "2026-01-01"}

        response = self.post("word_create", "terms", **data)
        self.assertContains(response, "届次的结束日期必须晚于开始日期。")
        self.post("word_create", "terms", **data | {"last_on": "2031-12-31"})

        self.assertEqual(
            list(Term.objects.filter(county=self.county).values_list("name", "last_on")),
            [("第七届", date(2031, 12, 31))],
        )

    def test_every_list_shows_whether_a_word_is_used(self):
        make_proposal(township=self.township, category=self.first)

        for dictionary in ALL:
            page = self.get("words", dictionary)
            rows = {str(word): word.is_used for word, _ in page.context["rows"]}
            self.assertEqual(set(rows), {str(one) for one in dictionary.words(self.officer)})
        rows = {str(w): w.is_used for w, _ in self.get("words", "categories").context["rows"]}
        self.assertEqual((rows["经济"], rows["政治"]), (True, False))

    def test_a_list_costs_the_same_with_one_and_three_words(self):
        Sector.objects.filter(county=self.county).delete()
        counts = []
        for names in ("农", "工商"):
            for name in names:
                Sector(county=self.county, name=name).enter(by=self.officer)
            with counted_queries() as queries:
                self.get("words", "sectors")
            counts.append(len(queries))

        self.assertEqual(self.names(Sector), ["农", "工", "商"])
        self.assertEqual(counts[0], counts[1])

    def test_a_retired_unit_leaves_the_choices(self):
        kept, retired = make_unit(county=self.county), make_unit(county=self.county)
        self.post("word_retire", "units", retired.pk)

        self.assertEqual(list(Unit.objects.visible_to(self.officer).in_use()), [kept])

    def test_two_words_entered_at_once_do_not_share_a_place(self):
        with connection.execute_wrapper(self.remember_locks):
            self.locks = []
            Sector(county=self.county, name="新").enter(by=self.officer)

        self.assertEqual(len(self.locks), 1)

    def remember_locks(self, execute, sql, params, many, context):
        if "FOR UPDATE" in sql and "counties_county" in sql:
            self.locks.append(sql)
        return execute(sql, params, many, context)


class NumberTests(CountyPages):
    def test_a_limit_explains_itself_with_an_example(self):
        with clock.at(TODAY):
            page = self.get("deadlines")

        self.assertContains(page, "交办 2026-03-12 + 3个月 = 2026-06-12")
        self.assertContains(page, "交办 2026-03-12 + 5个工作日 = 2026-03-19")
        self.assertContains(page, "系统知道到2026年为止的安排")

    def test_working_days_skip_the_holidays_that_are_known(self):
        limit = Deadline(key=Deadline.Key.RETURN, amount=5, unit=Deadline.Unit.WORKING_DAYS)

        self.assertEqual(limit.due_on(date(2026, 9, 30)), date(2026, 10, 13))
        self.assertEqual(limit.due_on(date(2031, 9, 30)), date(2031, 10, 7))

    def test_a_limit_is_changed_for_what_begins_afterwards(self):
        limit = Deadline.objects.get(county=self.county, key="reply")

        wrong = self.post("deadline_edit", limit.pk, amount="0", unit="months", version=1)
        self.assertEqual(list(wrong.context["form"].errors), ["amount"])
        self.post("deadline_edit", limit.pk, amount="２", unit="months", version=1)

        limit.refresh_from_db()
        self.assertEqual(str(limit), "提案答复：2个月")

    def test_the_days_of_the_year_are_read_as_people_write_them(self):
        names = {
            "body_name": "政协宜县委员会",
            "short_name": "县政协",
            "proposals_counted": "filed",
            "proposal_year_from": "１１月１日",
            "plan_due": "1-15",
            "late_entries_until": "2.29",
            "version": 1,
        }

        wrong = self.post("settings", **names | {"plan_due": "13月1日"})
        self.assertEqual(wrong.context["form"].errors, {"plan_due": ["请填写月和日，如 12月1日。"]})
        self.post("settings", **names)

        county = County.objects.get(pk=self.county.pk)
        self.assertEqual(
            (county.proposal_year_from, county.plan_due, county.late_entries_until),
            ("11-01", "01-15", "02-29"),
        )
        self.assertEqual(county.plan_due_on(2026), date(2026, 1, 15))
        self.assertContains(self.get("settings"), 'value="11月1日"')

    def test_the_guiding_text_belongs_to_the_working_year(self):
        with clock.at(TODAY):
            self.post("guiding", plan_text="围绕中心", summary_text="")
            self.post("guiding", plan_text="围绕中心工作", summary_text="", version=1)

        self.assertEqual(
            list(GuidingText.objects.values_list("year", "plan_text")), [(2026, "围绕中心工作")]
        )


class TargetPageTests(CountyPages):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        Target.objects.filter(county=cls.county).update(year=2026)

    def typed(self, year_page, **changes) -> dict:
        form = year_page.context["form"]
        shown = {field.html_name: field.value() or "" for field in form}
        return shown | changes

    def set(self, **changes):
        with clock.at(TODAY):
            return self.post("targets", **self.typed(self.get("targets"), **changes))

    def numbers(self) -> dict:
        rows = Target.objects.filter(county=self.county, year=2026)
        return {f"{one.scope}-{one.figure}": one.number for one in rows}

    def test_a_share_above_a_hundred_is_refused_where_it_stands(self):
        page = self.set(
            **{"body-county_attendance_rate": "101"},
            add_figure="body:visit_coverage",
            add_number="200",
        )

        self.assertEqual(
            page.context["form"].errors,
            {
                "body-county_attendance_rate": ["“县政协活动出席率”是百分比，最多填 100。"],
                "add_number": ["“走访覆盖率”是百分比，最多填 100。"],
            },
        )

    def test_numbers_are_changed_emptied_and_added(self):
        response = self.set(
            **{"body-studies": "６", "body-lessons": ""},
            add_figure="body:articles",
            add_number="3",
        )

        self.assertRedirects(response, "/county/targets/")
        self.assertEqual(
            self.numbers(),
            {
                "body-studies": 6,
                "body-inspections": 2,
                "body-county_attendance_rate": 100,
                "member-studies_attended": 4,
                "member-proposals": 2,
                "member-visits": 1,
                "member-pairings": 1,
                "body-articles": 3,
            },
        )
        self.assertIn("body:studies=4", self.trail()[-1][2]["before"])
        self.assertIn("body:studies=6", self.trail()[-1][2]["after"])

    def test_a_figure_without_a_number_is_told_at_its_field(self):
        response = self.set(add_figure="body:articles")

        self.assertEqual(
            response.context["form"].errors, {"add_number": ["指标和目标数要一起填。"]}
        )

    def test_a_wrong_number_loses_nothing_that_was_typed(self):
        response = self.set(**{"body-studies": "0", "body-lessons": "10"})

        self.assertEqual(list(response.context["form"].errors), ["body-studies"])
        self.assertContains(response, 'value="10"')
        self.assertEqual(self.numbers()["body-lessons"], 12)

    def test_the_second_of_two_people_is_shown_both_numbers(self):
        with clock.at(TODAY):
            typed = self.typed(self.get("targets"), **{"body-studies": "8"})
            self.post("targets", **self.typed(self.get("targets"), **{"body-studies": "6"}))
            response = self.post("targets", **typed)

        self.assertEqual(response.context["theirs"], [("集中学习次数（次）", 6, 8)])
        self.assertEqual(self.numbers()["body-studies"], 6)

    def test_another_year_keeps_its_numbers(self):
        Target.objects.filter(county=self.county).update(year=2025)

        self.set(**{"body-studies": "6"})

        years = Target.objects.filter(county=self.county, figure="studies").order_by("year")
        self.assertEqual(list(years.values_list("year", "number")), [(2025, 4), (2026, 6)])


class FoundingTests(TestCase):
    def test_every_list_of_a_new_county_but_terms_and_units_has_words(self):
        county = found_county(name="新县", body_name="政协新县委员会")
        officer = make_user(role=Role.COUNTY, county=county)

        empty = [one.key for one in ALL if not one.offered(officer)]

        self.assertEqual(empty, ["terms", "units"])
