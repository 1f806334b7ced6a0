"""Whatever a paper consists of: HTML, PDF and Word say the same words in the same order."""

import datetime

from django.test import SimpleTestCase
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.configuration import set_hypothesis_home_dir

from cppcc import CHECKOUT
from cppcc.documents import tree
from cppcc.documents.docx import render_docx
from cppcc.documents.html import render_html
from cppcc.documents.pdf import render_pdf
from cppcc.documents.words import text_of
from tests.cppcc.test_documents import bare, docx_text, html_text, make_photo, pdf_text

set_hypothesis_home_dir(CHECKOUT / "var" / "hypothesis")
CHARACTERS = (
    "政协委员提案视察走访一二三，。；：、“”（）《》〔〕—…·%&<>\"'/\\0123456789aZé𬭎㛃堃䶮 \n\t\x07"
)
DAYS = st.dates(datetime.date(2003, 1, 1), datetime.date(2030, 12, 31))
TEXT = st.text(CHARACTERS, max_size=60)
WORD = st.text("政协联工委提案视察12", min_size=1, max_size=12)
COUNTS = st.integers(0, 999)

FIGURES = st.builds(tree.FigureValue, WORD, WORD, st.sampled_from(["", "/f/"]), st.integers(0, 12))
RUNS = st.lists(TEXT | FIGURES, max_size=5).map(tuple)


@st.composite
def tables(draw):
    columns, rows = draw(st.integers(1, 5)), draw(st.integers(0, 40))
    cells = st.tuples(*[st.text(CHARACTERS, max_size=12)] * columns)
    head = draw(st.tuples(*[WORD.map("头{}".format)] * columns))
    body = draw(st.lists(cells, min_size=min(rows, 3), max_size=3))
    body = tuple(body * (rows // 3)) if body else ()
    return tree.Table(head, body, draw(WORD), is_roomy=draw(st.booleans()))


@st.composite
def sheets(draw):
    """Where a long row goes on overleaf its boxes do so side by side, so one of them is short."""
    text, foot = st.text(CHARACTERS, max_size=40), WORD | st.just("")
    tall = tree.Cell(draw(text), down=2)
    rows = (
        (tree.label(draw(WORD)), tree.Cell(draw(text)), tall),
        (tree.label(draw(WORD)), tree.Cell(draw(text))),
        (tree.label(draw(WORD)[:3]), tree.Cell(draw(text), across=2, lines=4, foot=draw(foot))),
    )
    return tree.Sheet((2, 5, 3), rows)


@st.composite
def charts(draw):
    labels = draw(st.lists(WORD, min_size=1, max_size=6))
    values = tuple(draw(COUNTS) for _ in labels)
    is_trend = draw(st.booleans())
    targets = () if is_trend or draw(st.booleans()) else tuple(draw(COUNTS) for _ in labels)
    return tree.Chart(draw(WORD), tuple(labels), values, targets, draw(WORD), is_trend)


BLOCKS = st.one_of(
    st.builds(tree.Addressee, TEXT),
    st.builds(tree.Heading, TEXT, st.integers(1, 4)),
    st.builds(tree.Paragraph, RUNS),
    st.builds(tree.Items, st.lists(RUNS, max_size=3).map(tuple)),
    tables(),
    sheets(),
    charts(),
    st.builds(lambda c: tree.Photos((make_photo(caption=c, width=60, height=40),)), WORD),
    st.builds(tree.Attendees, st.lists(st.tuples(WORD, TEXT), max_size=3).map(tuple)),
    st.builds(tree.Attachments, st.lists(WORD, min_size=1, max_size=3).map(tuple)),
    st.builds(tree.Signature, WORD, DAYS),
    st.builds(tree.Note, TEXT),
)
ANNEXES = st.builds(tree.Annex, WORD, WORD, st.lists(BLOCKS, max_size=2).map(tuple))
COPIES = st.builds(tree.Copies, WORD, WORD | st.just(""), DAYS | st.none())
HEADS = st.one_of(
    st.none(),
    st.builds(tree.RedHead, WORD, WORD | st.just(""), WORD | st.just(""), WORD | st.just("")),
    st.builds(tree.LetterHead, WORD, WORD | st.just(""), st.sampled_from(["", "A"])),
    st.builds(tree.MinutesHead, WORD, WORD | st.just(""), WORD | st.just(""), DAYS | st.none()),
)


@st.composite
def documents(draw):
    blocks = draw(st.lists(BLOCKS, max_size=6))
    blocks += draw(st.lists(ANNEXES, max_size=1)) + draw(st.lists(COPIES, max_size=1))
    head, on = draw(HEADS), draw(DAYS | st.none())
    return tree.Document(draw(WORD), tuple(blocks), draw(WORD), on, head)


VOLUMES = st.builds(
    tree.Volume, WORD, st.lists(documents(), min_size=1, max_size=2).map(tuple), WORD, DAYS
)
PAPERS = settings(  # always the same ones; a paper is dear, so a failing one is not made smaller
    max_examples=40,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


def tables_of(paper):
    return [block for block in tree.blocks_of(paper) if isinstance(block, tree.Table)]


def without_repeated_heads(words, wanted, paper):
    """The words of a PDF without the heads of tables that go on overleaf.

    Only as many are taken out as there are too many, and never the first.
    """
    for table in tables_of(paper):
        head = bare("".join(table.head))
        for _ in range(words.count(head) - wanted.count(head)):
            at = next_difference(words, wanted)
            start = words.find(head, max(0, at - len(head)))
            words = words[:start] + words[start + len(head) :]
    return words


def next_difference(one, other):
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


class SameWordsTests(SimpleTestCase):
    @PAPERS
    @given(documents())
    def test_a_paper(self, paper):
        self.check(paper)

    @settings(PAPERS, max_examples=6)
    @given(VOLUMES)
    def test_a_volume(self, paper):
        self.check(paper)

    def check(self, paper):
        wanted = bare(text_of(paper))
        self.assertSameWords(html_text(render_html(paper)), wanted)
        self.assertSameWords(docx_text(render_docx(paper)), wanted)
        printed = without_repeated_heads(self.pdf_words(paper), wanted, paper)
        self.assertSameWords(printed, wanted)

    def assertSameWords(self, words, wanted):
        at = max(0, next_difference(words, wanted) - 20)
        self.assertEqual(words[at : at + 60], wanted[at : at + 60])
        self.assertEqual(words, wanted)

    def pdf_words(self, paper):
        pdf = render_pdf(paper)
        if isinstance(paper, tree.Volume):
            return pdf_text(pdf, without=r"(?m)(?:…\s*){2,}\d+$")  # the pages named in the contents
        return pdf_text(pdf)
