"""The look of every form, and the one place where typed text is normalised."""

from datetime import date

from crispy_forms.layout import Fieldset
from crispy_forms.utils import render_crispy_form
from django import forms
from django.http import QueryDict
from django.test import SimpleTestCase

from cppcc.forms import HouseForm, HouseModelForm, date_widget, form_helper
from cppcc.once import HandledForm
from cppcc.texts import clean_text


def wide(text: str) -> str:
    """The full-width form of ASCII text, as an input method types it."""
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


class VisitForm(HouseForm):
    title = forms.CharField(label="事由", help_text="一句话。")
    kind = forms.ChoiceField(label="类别", choices=[("road", "交通")], widget=forms.RadioSelect)
    on = forms.DateField(label="日期", required=False)
    people = forms.IntegerField(label="人数", required=False)
    text = forms.CharField(label="内容", required=False, widget=forms.Textarea)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = form_helper(
            Fieldset("走访", "title", "kind", "on", "people", "text"),
            submit="登记走访",
            also=(("more", "登记并继续"),),
            cancel_url="/visits/",
        )


class HandledFormForm(HouseModelForm):
    class Meta:
        model = HandledForm
        fields = ["location"]


class CleanTextTests(SimpleTestCase):
    def test_control_characters_go_and_line_ends_become_one(self):
        cleaned = clean_text("甲\x00乙\x07\x85\r\n丙\t丁\r戊\ud800")

        self.assertEqual(cleaned, "甲乙\n丙\t丁\n戊")

    def test_letters_are_composed(self):
        self.assertEqual(clean_text("e\u0301"), "\u00e9")

    def test_full_width_text_and_rare_characters_stay_as_typed(self):
        typed = "\uff21\uff0c\u2460\ufa0e𠮷"

        self.assertEqual(clean_text(typed), typed)


class HouseFormTests(SimpleTestCase):
    def test_text_is_normalised_before_it_is_judged(self):
        data = QueryDict(mutable=True)
        data.update({"title": " 修\x00路\r\n", "kind": "road", "text": "一\r\n二"})

        form = VisitForm(data, user=None)

        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(
            (form.cleaned_data["title"], form.cleaned_data["text"]), ("修路", "一\n二")
        )
        self.assertEqual(data["title"], " 修\x00路\r\n")

    def test_a_text_of_control_characters_alone_is_empty(self):
        form = VisitForm({"title": "\x00\x07", "kind": "road"}, user=None)

        self.assertEqual(form.errors, {"title": ["请填写。"]})

    def test_figures_typed_full_width_are_understood(self):
        data = {"title": wide("1"), "kind": "road", "people": wide("12"), "on": wide("2004-12-16")}

        form = VisitForm(data, user=None)

        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.cleaned_data["people"], 12)
        self.assertEqual(form.cleaned_data["on"], date(2004, 12, 16))
        self.assertEqual(form.cleaned_data["title"], wide("1"))

    def test_a_prefix_does_not_hide_full_width_figures(self):
        data = {"a-title": "甲", "a-kind": "road", "a-people": wide("7")}

        form = VisitForm(data, prefix="a", user=None)

        self.assertTrue(form.is_valid(), form.errors)
        self.assertEqual(form.cleaned_data["people"], 7)

    def test_a_model_form_takes_its_user_by_keyword(self):
        form = HandledFormForm({"location": "甲\x00"}, user="somebody")

        self.assertEqual((form.user, form.data), ("somebody", {"location": "甲"}))
        with self.assertRaises(TypeError):
            HandledFormForm({"location": "甲"})

    def test_a_form_keeps_the_words_it_chose_itself(self):
        class NamedForm(HouseForm):
            name = forms.CharField(error_messages={"required": "请写姓名。"})

        self.assertEqual(NamedForm({}, user=None).errors, {"name": ["请写姓名。"]})

    def test_a_date_is_asked_for_by_the_browsers_own_input(self):
        form = VisitForm(initial={"on": date(2004, 12, 16)}, user=None)

        self.assertInHTML(
            '<input type="date" name="on" value="2004-12-16" id="id_on">', str(form["on"])
        )
        self.assertInHTML(
            '<input type="date" name="d" value="2004-12-16">',
            date_widget().render("d", date(2004, 12, 16)),
        )


class FormHelperTests(SimpleTestCase):
    def test_an_error_stands_on_top_with_a_link_and_at_its_field(self):
        html = render_crispy_form(VisitForm({}, user=None))

        self.assertInHTML(f'<a href="#id_title">事由{chr(0xFF1A)}请填写。</a>', html)
        self.assertInHTML(f'<a href="#id_kind">类别{chr(0xFF1A)}请选择。</a>', html)
        self.assertIn('aria-describedby="id_title_helptext id_title_error"', html)
        for target in ("id_title", "id_title_helptext", "id_title_error", "id_kind"):
            self.assertEqual(html.count(f'id="{target}"'), 1, target)

    def test_an_error_of_the_whole_form_is_shown_once(self):
        form = VisitForm({"title": "甲", "kind": "road"}, user=None)
        form.add_error(None, "<b>同日已有走访")

        html = render_crispy_form(form)

        self.assertEqual(html.count("同日已有走访"), 1)
        self.assertIn("&lt;b&gt;", html)

    def test_a_form_without_errors_says_nothing_of_errors(self):
        self.assertNotIn("form-errors", render_crispy_form(VisitForm(user=None)))

    def test_each_showing_has_a_key_of_its_own(self):
        first, second = VisitForm(user=None), VisitForm(user=None)

        self.assertNotEqual(render_crispy_form(first), render_crispy_form(second))
        self.assertRegex(render_crispy_form(first), r'name="once"\s+value="[0-9a-f-]{36}"')

    def test_buttons_the_way_out_and_hidden_fields_are_there(self):
        html = render_crispy_form(VisitForm(user=None))

        self.assertInHTML('<button class="btn btn-primary" type="submit">登记走访</button>', html)
        self.assertInHTML(
            '<button class="btn btn-outline-secondary" type="submit" name="more" value="1">'
            "登记并继续</button>",
            html,
        )
        self.assertIn('href="/visits/"', html)
        self.assertInHTML('<input type="hidden" name="version" id="id_version">', html)

    def test_nothing_is_inline(self):
        html = render_crispy_form(VisitForm({}, user=None))

        self.assertNotRegex(html, r"(?i)\sstyle=|<script|\son[a-z]+=")
