"""Figure tokens in a report's text."""

from django.test import SimpleTestCase

from cppcc.documents.tree import FigureValue
from summaries.tokens import lone_bracket_in, names_in, runs_of, unknown_in


class TokenTests(SimpleTestCase):
    def test_a_token_is_replaced_by_its_figure(self):
        four = FigureValue("4次", "集中学习次数", "/figures/studies/")

        runs = runs_of("组织学习〔集中学习次数〕。", {"集中学习次数": four})

        self.assertEqual(runs, ("组织学习", four, "。"))

    def test_the_brackets_of_a_document_number_are_no_token(self):
        text = "根据宜政发〔2004〕1号，学习〔集中学习次数〕，再学〔集中学习次数〕"

        self.assertEqual(names_in(text), ["集中学习次数"])

    def test_a_figure_that_does_not_exist_is_named(self):
        self.assertEqual(unknown_in("〔集中学习次数〕和〔喝茶次数〕"), ["喝茶次数"])

    def test_a_token_within_a_token_and_a_half_of_one_are_found(self):
        for text, shown in (
            ("根据宜政发〔2004〕1号，学习〔集中学习次数〕", ""),
            ("学习〔集中〔集中学习次数〕学习次数〕。", "学习〔集中…学习次"),
            ("学习〔集中学习次数，出席", "学习〔集中学习次数"),
            ("第一行\n次数〕出席", "次数〕出席"),
        ):
            with self.subTest(text):
                self.assertEqual(lone_bracket_in(text), shown)

    def test_a_token_without_a_value_stays_as_typed(self):
        self.assertEqual(runs_of("〔喝茶次数〕", {}), ("〔喝茶次数〕",))
