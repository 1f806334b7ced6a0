"""The typefaces: every standard character prints, a county's own faces go first, no others come in.

What concerns a folder of fonts other than var/fonts runs in a process of its own, with a rendering
service of its own.
"""

import io
import itertools
import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import pymupdf
from django.conf import settings
from django.test import SimpleTestCase
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from cppcc.documents.pdf import render_pdf
from cppcc.documents.tree import Document, Heading, paragraph
from cppcc.press import fonts

RENDER = """
import django, pickle, sys
django.setup()
from cppcc.documents.pdf import render_pdf
sys.stdout.buffer.write(render_pdf(pickle.load(sys.stdin.buffer)))
"""
NAMES = "𬭎㛃堃喆犇翀赟耒㐂䶮"
PRIVATE = "\ue123"  # a character of the private use area: no face of ours has it
PAPERS = {  # face: a paper of that text in it
    "FangSong": lambda text: Document("", (paragraph(text),)),
    "Hei": lambda text: Document("", tuple(Heading(part, 1) for part in chunks(text, 200))),
    "Kai": lambda text: Document("", tuple(Heading(part, 2) for part in chunks(text, 200))),
    "Title": lambda text: Document("\n".join(chunks(text, 20)), ()),
}


def standard_characters():
    lines = (settings.BASE_DIR / "tests" / "data" / "standard-characters.txt").read_text()
    return "".join(line for line in lines.splitlines() if not line.startswith("#"))


def chunks(text, size):
    return [text[at : at + size] for at in range(0, len(text), size)]


def drawn(pdf):
    """Every character of a PDF: (its font without the subset's prefix, glyph, character)."""
    for page in pymupdf.open(stream=pdf):
        for span in page.get_texttrace():
            for code, glyph, *_ in span["chars"]:
                yield span["font"].split("+")[-1], glyph, chr(code)


def embedded(pdf):
    document = pymupdf.open(stream=pdf)
    return {font[3].split("+")[-1] for page in document for font in page.get_fonts()}


class StandardCharacterTests(SimpleTestCase):
    def test_the_list_is_whole(self):
        text = standard_characters()

        self.assertEqual((len(text), len(set(text))), (8105, 8105))
        self.assertEqual((text[0], text[3500], text[6500], text[-1]), ("一", "乂", "亍", "蠼"))

    def test_every_standard_character_prints_and_extracts_in_every_face(self):
        whole = standard_characters() + NAMES

        for part, (face, paper_of) in itertools.product(range(3), PAPERS.items()):
            text = whole[part::3]  # of a thousand characters and more HarfBuzz 6 makes no subset
            with self.subTest(face, part=part):
                pdf = render_pdf(paper_of(text))
                seen = [each for each in drawn(pdf) if each[0] != "Paper-Song"]  # page marks
                self.assertEqual({glyph for _, glyph, _ in seen} & {0}, set())
                self.assertEqual({char for _, _, char in seen} ^ set(text), set())
                self.assertEqual(embedded(pdf), {f"Paper-{face}", "Paper-Rare", "Paper-Song"})


def make_font(path, family, chinese, characters, *, square=800):
    """A font whose glyphs are all one black square, named as the officials' faces are."""
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, square), (100 + square, square), (100 + square, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder = FontBuilder(1000, isTTF=True)
    names = {char: f"u{ord(char):04X}" for char in characters}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    glyph = pen.glyph()
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], glyph))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 100)))
    builder.setupHorizontalHeader(ascent=859, descent=-141)
    builder.setupNameTable(
        {"familyName": family, "styleName": "Regular", "psName": family, "fullName": family}
    )
    builder.font["name"].setName(chinese, 1, 3, 1, 0x804)
    builder.setupOS2(sTypoAscender=859, sTypoDescender=-141)
    builder.setupPost()
    builder.save(path)


class OwnFacesTests(SimpleTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.fonts = self.home / "fonts"
        (self.fonts / "own").mkdir(parents=True)
        (self.fonts / "cache").mkdir()
        for path in fonts.FONTS.glob("Paper*.ttf"):
            (self.fonts / path.name).symlink_to(path)
        config = fonts.CONFIG.read_text()
        (self.fonts / "fonts.conf").write_text(
            config.replace(str(fonts.FONTS / "cache"), str(self.fonts / "cache"))
        )

    def render(self, paper, **also):
        """The paper from a process of its own, with this folder of fonts and this home."""
        done = subprocess.run(
            [sys.executable, "-c", RENDER],
            input=pickle.dumps(paper),
            capture_output=True,
            env=os.environ
            | {"CPPCC_FONTS": str(self.fonts), "HOME": str(self.home)}
            | {"CPPCC_PRESS_DIR": str(self.home / "press")}
            | {"CPPCC_PAPER_CACHE": str(self.home / "papers")}
            | {"DJANGO_SETTINGS_MODULE": "cppcc.settings", "CPPCC_HTTPS": "0"}
            | also,
        )
        self.assertEqual(done.returncode, 0, done.stderr.decode()[-2000:])
        return done.stdout

    def own(self, name, *args, **options):
        make_font(self.fonts / "own" / name, *args, **options)

    def test_a_countys_own_faces_go_first_and_bring_their_characters(self):
        self.own("FZXBSJW.TTF", "FZXiaoBiaoSong-B05S", "方正小标宋简体", "政协")
        self.own("SIMFANG.TTF", "FangSong_GB2312", "仿宋_GB2312", f"政协{PRIVATE}")

        pdf = self.render(Document("政协工作", (paragraph(f"政协工作{PRIVATE}"),)))

        self.assertEqual(
            {(font, char) for font, _, char in drawn(pdf) if char in "政工" or char == PRIVATE},
            {
                *(("FZXiaoBiaoSong-B05S", "政"), ("Paper-Title", "工")),
                *(
                    ("FangSong_GB2312", "政"),
                    ("FangSong_GB2312", PRIVATE),
                    ("Paper-FangSong", "工"),
                ),
            },
        )
        self.assertEqual([self.ink(pdf, "政"), self.ink(pdf, "工") < 0.6], [1.0, True])

    def ink(self, pdf, character):
        """How much of the middle of a printed character is black: all of a square, none of 口."""
        page = pymupdf.open(stream=pdf)[0]
        box = page.search_for(character)[-1]
        edge = pymupdf.Rect(0.3 * box.width, 0.35 * box.height, 0, 0)
        middle = pymupdf.Rect(box.tl + edge.tl, box.br - edge.tl)
        pixels = page.get_pixmap(dpi=300, clip=middle, colorspace=pymupdf.csGRAY).samples
        return round(sum(pixel < 128 for pixel in pixels) / len(pixels), 2)

    def test_a_file_replaced_under_its_name_is_read_anew(self):
        paper = Document("政协", ())
        self.own("face.ttf", "Someone Else", "别的字体", "政协")
        before = os.stat(self.fonts / "own")
        first = self.render(paper)

        data = io.BytesIO()
        make_font(data, "FZXiaoBiaoSong-B05S", "方正小标宋简体", "政协")
        (self.fonts / "own" / "face.ttf").write_bytes(data.getvalue())
        os.utime(self.fonts / "own", ns=(before.st_atime_ns, before.st_mtime_ns))
        second = self.render(paper)

        self.assertEqual(embedded(first), {"Paper-Title", "Paper-Song"})
        self.assertEqual(embedded(second), {"FZXiaoBiaoSong-B05S", "Paper-Song"})

    def test_a_font_installed_on_the_machine_stays_out(self):
        installed = self.home / ".fonts"
        installed.mkdir()
        make_font(installed / "simhei.ttf", "SimHei", "黑体", "政协工作")
        machine = self.home / "machine.conf"
        machine.write_text(f"<fontconfig><dir>{installed}</dir></fontconfig>")
        known = subprocess.run(
            ["fc-list", ":family=SimHei"],
            env=os.environ | {"FONTCONFIG_FILE": str(machine)},
            capture_output=True,
            text=True,
        )

        pdf = self.render(Document("题", (Heading("政协工作"),)), FONTCONFIG_FILE=str(machine))

        self.assertIn("simhei.ttf", known.stdout)
        self.assertEqual(embedded(pdf), {"Paper-Title", "Paper-Hei", "Paper-Song"})

    def test_the_tests_themselves_know_no_typeface_of_the_machine(self):
        known = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True)

        self.assertEqual(set(known.stdout.splitlines()), {f"Paper {face}" for face in fonts.FACES})

    def test_a_broken_file_is_passed_over(self):
        (self.fonts / "own" / "broken.ttf").write_bytes(b"\x00\x01\x00\x00 no font")

        pdf = self.render(Document("政协", ()))

        self.assertEqual(embedded(pdf), {"Paper-Title", "Paper-Song"})
