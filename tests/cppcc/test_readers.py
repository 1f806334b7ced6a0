"""What the limited process says of files, whole and hostile."""

import base64
import io
import subprocess
import sys
import unittest
from datetime import date, time
from time import monotonic

from docx import Document
from PIL import Image
from pypdf import PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from cppcc import limited
from cppcc.limited import TOO_MUCH, RefusedError, read
from tests.sheets import rezipped, workbook, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEAD = ["姓名", "出生年月"]


def word(text: str) -> bytes:
    document, written = Document(), io.BytesIO()
    document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "村名", "里溪村"
    document.save(written)
    return written.getvalue()


def picture(size=(40, 30), kind="PNG", **options) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **options)
    return written.getvalue()


def pdf(*, script: str = "", password: str = "", attached: bytes = b"") -> bytes:
    writer, written = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    if script:
        writer.add_open_action(JavaScript(script))
    if attached:
        writer.add_attachment("a.exe", attached)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(written)
    return written.getvalue()


class ReaderTestCase(unittest.TestCase):
    def refusal(self, reader: str, body: bytes, name: str) -> str:
        with self.assertRaises(RefusedError) as raised:
            read(reader, body, name)
        return str(raised.exception)


class TableTests(ReaderTestCase):
    def test_cells_are_read_as_a_person_would_type_them(self):
        body = workbook(
            ["姓名", "日子", "时刻", "数", "小数", "真", "空"],
            [" 𬭎㛃堃䶮㐂 ", date(2021, 11, 30), time(8, 30), 196508.0, 1.5, True],
        )

        self.assertEqual(
            read("table", body, "a.xlsx")["rows"][1],
            [2, [" 𬭎㛃堃䶮㐂 ", "2021-11-30", "08:30:00", "196508", "1.5", "是"]],
        )

    def test_rows_keep_their_numbers_and_empty_ones_are_left_out(self):
        body = workbook(HEAD, A5="赵云", B9="1965-08")

        self.assertEqual(
            read("table", body, "名册.XLSX")["rows"],
            [[1, HEAD], [5, ["赵云"]], [9, ["", "1965-08"]]],
        )

    def test_csv_is_read_in_the_encodings_of_office_programs(self):
        text = '姓名,单位及职务\r\n𬭎㛃堃䶮㐂,"厂长，\n兼书记"\r\n'
        rows = [[1, ["姓名", "单位及职务"]], [2, ["𬭎㛃堃䶮㐂", "厂长，\n兼书记"]]]
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            with self.subTest(encoding):
                told = read("table", text.encode(encoding), "a.csv")
                self.assertEqual(told["rows"], rows)
        plain = "姓名\t职务\r\n赵云\t厂长\r\n".encode("gbk")
        self.assertEqual(read("table", plain, "a.csv")["rows"][1], [2, ["赵云", "厂长"]])

    def test_one_cell_in_the_last_corner_does_not_take_minutes(self):
        body = workbook(HEAD, ["赵云", "1965-08"], XFD1048576="x")
        self.assertLess(len(body), 6000)
        started = monotonic()

        rows = read("table", body, "a.xlsx")["rows"]

        self.assertEqual(rows, [[1, HEAD], [2, ["赵云", "1965-08"]]])
        self.assertLess(monotonic() - started, 20)

    def test_what_is_no_table_is_told_in_words(self):
        good = workbook(HEAD)
        locked = OLE + b"0" * 500 + "EncryptedPackage".encode("utf-16-le")
        cases = {
            "empty": (b"", "a.xlsx", "文件是空的"),
            "zip": (zipped({"a.txt": b"x"}), "a.xlsx", "压缩包改了扩展名"),
            "docx": (word("总结"), "a.xlsx", "内容是Word 文档"),
            "html": (b"<html><table>", "a.xlsx", "网页改了扩展名"),
            "password": (locked, "a.xlsx", "加了打开密码"),
            "old": (OLE + b"0" * 500, "a.xls", "旧版格式"),
            "xlsx as csv": (good, "a.csv", "内容是Excel 工作簿"),
            "picture": (picture(), "a.xlsx", "内容是图片"),
            "no suffix": ("姓名".encode(), "名册", "只能上传"),
            "text": ("姓名".encode(), "a.txt", "只能上传"),
            "cut off": (good[: len(good) // 2], "a.xlsx", "已损坏"),
            "no sheet": (zipped({"[Content_Types].xml": _types("spreadsheetml.sheet")}),
                         "a.xlsx", "已损坏"),
            "no text": (b"\xff\xfe\x00\xd8\x01", "a.csv", "文字编码认不出来"),
        }  # fmt: skip
        for name, (body, file_name, words) in cases.items():
            with self.subTest(name):
                self.assertIn(words, self.refusal("table", body, file_name))

    def test_a_zip_bomb_is_refused_before_it_is_opened(self):
        bomb = rezipped(workbook(HEAD), {"xl/bomb.xml": b"0" * (160 << 20)})
        self.assertLess(len(bomb), 1 << 20)

        self.assertIn("解开以后太大", self.refusal("table", bomb, "a.xlsx"))

    def test_too_many_rows_are_refused(self):
        many = "姓名\n" + "赵云\n" * 20_001

        self.assertIn("超过 20000 行", self.refusal("table", many.encode(), "a.csv"))

    def test_what_takes_too_long_or_too_much_is_stopped(self):
        slow = workbook(*([["赵云"] * 60] * 9000))

        for limit, value in (("PROCESSOR_SECONDS", 1), ("MEMORY", 60 << 20)):
            with self.subTest(limit):
                self.assertGreater(getattr(limited, limit), value)
                self.assertEqual(_refused_with(limit, value, slow), TOO_MUCH)


def _types(kind: str) -> bytes:
    main = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    return f'<Types><Override PartName="/x" ContentType="{main}"/></Types>'.encode()


def _refused_with(limit: str, value: int, body: bytes) -> str:
    """What a child with a narrower limit leads to."""
    program = (
        "import sys\nfrom cppcc import limited\n"
        f"limited.{limit} = {value}\nlimited.main('table', b'a.xlsx'.hex())"
    )
    run = subprocess.run([sys.executable, "-c", program], input=body, capture_output=True)
    return TOO_MUCH if run.returncode else run.stdout.decode()


class UploadTests(ReaderTestCase):
    def test_the_words_of_a_paper_are_found(self):
        told = read("upload", word("整修里公路"), "总结.docx")

        self.assertEqual(told, {"kind": "docx", "text": "整修里公路\n村名\t里溪村"})
        table = read("upload", workbook(HEAD, ["赵云", "1965-08"]), "台账.xlsx")
        self.assertEqual(table["text"], "姓名\t出生年月\n赵云\t1965-08")
        self.assertEqual(read("upload", pdf(), "扫描.pdf"), {"kind": "pdf", "text": ""})

    def test_what_acts_or_fetches_by_itself_is_refused(self):
        good = word("总结")
        outside = (
            b'<Relationships><Relationship Id="r" Type="http://x/attachedTemplate"'
            b' Target="http://x/t.dotm" TargetMode="External"/></Relationships>'
        )
        macro = _types("wordprocessingml.document").replace(b"main", b"macroEnabled.main")
        cases = {
            "macro": (rezipped(good, {"word/vbaProject.bin": b"x"}), "宏"),
            "macro type": (rezipped(good, {"[Content_Types].xml": macro}), "宏"),
            "embedded": (rezipped(good, {"word/embeddings/a.bin": b"x"}), "嵌入的其他文件"),
            "link": (rezipped(good, {"word/_rels/settings.xml.rels": outside}), "外部链接"),
        }
        for name, (body, words) in cases.items():
            with self.subTest(name):
                self.assertIn(words, self.refusal("upload", body, "总结.docx"))
        for name, body in {
            "script": pdf(script="app.alert(1)"),
            "file": pdf(attached=b"MZ"),
        }.items():
            with self.subTest(name):
                self.assertIn("脚本或嵌入", self.refusal("upload", body, "总结.pdf"))
        self.assertIn("打开密码", self.refusal("upload", pdf(password="x"), "总结.pdf"))

    def test_an_act_of_a_pdf_is_found_where_its_name_stands_apart(self):
        writer, written = PdfWriter(), io.BytesIO()
        writer.add_blank_page(200, 200)
        name = writer._add_object(NameObject("/Launch"))
        act = DictionaryObject(
            {NameObject("/S"): name, NameObject("/F"): TextStringObject("a.exe")}
        )
        writer._root_object[NameObject("/OpenAction")] = writer._add_object(act)
        writer.write(written)

        self.assertIn("脚本", self.refusal("upload", written.getvalue(), "总结.pdf"))

    def test_a_link_to_outside_is_found_however_it_is_written(self):
        link = '<Relationship Id="r" Type="http://x/attachedTemplate" Target="{}" TargetMode="{}"/>'
        plain = f"<Relationships>{link.format('http://x/t.dotm', 'External')}</Relationships>"
        named = link.format("http://x/hyperlink", "External")
        for name, body in {
            "a telling address": f"<Relationships>{named}</Relationships>",
            "an entity": plain.replace('"External', '"&#69;xternal'),
            "a prefix": plain.replace("<R", "<r:R")
            .replace("</R", "</r:R")
            .replace("Relationships>", 'Relationships xmlns:r="http://x">', 1),
        }.items():
            with self.subTest(name):
                parts = {"word/_rels/settings.xml.rels": body.encode()}
                refusal = self.refusal("upload", rezipped(word("总结"), parts), "总结.docx")
                self.assertIn("外部链接", refusal)
        wide = {"word/_rels/settings.xml.rels": plain.encode("utf-16")}
        refusal = self.refusal("upload", rezipped(word("总结"), wide), "总结.docx")
        self.assertIn("外部链接", refusal)

    def test_a_link_that_a_reader_may_press_is_kept(self):
        link = (
            b'<Relationships><Relationship Id="r" Type="http://x/relationships/hyperlink"'
            b' Target="http://x/" TargetMode="External"/></Relationships>'
        )
        body = rezipped(word("总结"), {"word/_rels/footnotes.xml.rels": link})

        self.assertEqual(read("upload", body, "总结.docx")["kind"], "docx")

    def test_a_picture_is_drawn_anew_and_small(self):
        exif = Image.Exif()
        exif[0x010F] = "Secret Camera"
        told = read("photo", picture((3000, 2000), "JPEG", exif=exif), "照片.jpeg")
        body = base64.b64decode(told["body"])

        with Image.open(io.BytesIO(body)) as drawn:
            self.assertEqual((drawn.size, drawn.format), ((600, 400), "JPEG"))
        self.assertNotIn(b"Secret Camera", body)

    def test_a_picture_of_too_many_pixels_is_refused(self):
        body = picture((8000, 5001))

        self.assertIn("超过4000万像素", self.refusal("photo", body, "照片.png"))
        self.assertIn("已损坏", self.refusal("photo", picture()[:60], "照片.png"))
        self.assertIn("只能上传", self.refusal("photo", pdf(), "照片.pdf"))
