"""The rendering service: real processes, real limits, and nothing that gets out of a paper."""

import contextlib
import io
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from unittest import mock

import pymupdf
from django.test import SimpleTestCase, TestCase
from django.urls import reverse
from PIL import Image

from counties.roles import Role
from cppcc import CHECKOUT
from cppcc.documents.html import page_html
from cppcc.documents.tree import photos_of
from cppcc.press import wire
from cppcc.press.cache import Cache, key
from cppcc.press.client import ENVIRONMENT, PressService, press
from cppcc.press.edition import edition
from cppcc.press.errors import (
    MissingGlyphError,
    PaperSetupError,
    PaperTooLargeError,
    PressBusyError,
    PressDownError,
    RefusedPartError,
)
from cppcc.press.limits import Limits
from tests.cppcc.test_documents import make_paper
from tests.factories import make_plan, make_township, make_user

ROW = "<tr>" + "<td>委员提案（件）</td>" * 6 + "</tr>"
CANARY = "金丝雀不可外泄"
LINK = f"canary-{os.getpid()}.png"  # in static/css while the ways out are tried
PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)
# A process that prints a paper, says so, and ends when its standard input does.
USER = """
import sys
from cppcc.press.client import PressService
PressService.of_checkout().make("<p>使用者")
print("printed", flush=True)
sys.stdin.read()
"""


def page(body, head=""):
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><title>题</title>{head}</head>'
        f'<body><article class="paper"><p>正文开始。</p>{body}</article></body></html>'
    )


def rows(count):
    """A table that takes a while: some 10 ms a row."""
    return page(f"<table>{ROW * count}</table>")


def text(pdf):
    """The words without white space, page marks included."""
    words = "".join(each.get_text() for each in pymupdf.open(stream=pdf))
    return "".join(words.split())


def photo(colour):
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "JPEG")
    return file.getvalue()


def processes(home):
    """The service of this folder and its children: {process: its parent}."""
    parents, ours = {}, set()
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (path / "cmdline").read_bytes().decode().split("\0")
            parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            if "cppcc.press.server" in words and any(word.startswith(str(home)) for word in words):
                ours.add(int(path.name))
    children = {process for process, parent in parents.items() if parent in ours}
    return {process: parents[process] for process in ours | children}


def children(home):
    found = processes(home)
    return {process for process, parent in found.items() if parent in found}


def cpu(process):
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wait_until(condition):
    deadline = time.monotonic() + 30
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError("It did not happen within 30 seconds.")
        time.sleep(0.05)


class ServiceCase(SimpleTestCase):
    """A service of each test's own; its processes end with the test run at the latest."""

    def service(self, **limits):
        self.home = Path(tempfile.mkdtemp(prefix="press-")) / "home"
        self.addCleanup(shutil.rmtree, self.home.parent, ignore_errors=True)
        self.addCleanup(self.end, self.home)
        return PressService(self.home, Limits(**limits), edition())

    @staticmethod
    def end(home):
        for process in processes(home):
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        wait_until(lambda: not processes(home))


class ServiceTests(ServiceCase):
    def test_a_paper_is_printed_with_its_own_photos(self):
        service = self.service()
        html = page('<img alt="一" src="photo:0"><img alt="二" src="photo:1">')

        pdf = service.make(html, (photo("red"), photo("blue")))

        self.assertEqual(text(pdf), "正文开始。—1—")
        self.assertEqual(len(pymupdf.open(stream=pdf)[0].get_images()), 2)

    def test_the_same_value_gives_the_same_bytes_in_every_child_and_after_a_restart(self):
        service = self.service(children=2)
        paper = make_paper()
        html, photos = page_html(paper), [photo.data for photo in photos_of(paper)]

        with ThreadPoolExecutor(4) as pool:
            papers = list(pool.map(lambda _: service.make(html, photos), range(8)))
        self.end(self.home)
        papers.append(service.make(html, photos))

        self.assertEqual(len(set(papers)), 1)

    def test_two_clients_at_once_are_served_by_two_children(self):
        service = self.service(children=2)
        service.make(page(""))
        wait_until(lambda: len(children(self.home)) == 2)
        before = {process: cpu(process) for process in children(self.home)}

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(service.make, [rows(150)] * 2))

        spent = [cpu(process) - start for process, start in before.items()]
        self.assertEqual(len(spent), 2)
        self.assertGreater(min(spent), 0.5)

    def test_a_paper_past_the_time_limit_ends_its_child_and_no_other_paper(self):
        service = self.service(seconds=2, children=2)
        service.make(page(""))
        wait_until(lambda: len(children(self.home)) == 2)
        before = children(self.home)

        started = time.monotonic()
        with self.assertRaisesMessage(PaperTooLargeError, "排版超过了2秒"):
            service.make(rows(2000))
        took = time.monotonic() - started
        pdf = service.make(page("还能排印。"))

        self.assertLess(took, 4)
        self.assertIn("还能排印。", text(pdf))
        self.assertEqual(len(children(self.home) & before), 1)

    def test_a_paper_past_the_memory_limit_ends_its_child_and_no_other_paper(self):
        service = self.service(megabytes=230, children=1)

        with self.assertRaisesMessage(PaperTooLargeError, "排版所需的内存超过230兆字节"):
            service.make(rows(4000))

        self.assertIn("还能排印。", text(service.make(page("还能排印。"))))

    def test_a_child_is_replaced_after_its_papers(self):
        service = self.service(papers=2, children=1)
        service.make(page(""))
        first = children(self.home)
        service.make(page(""))
        second = set()

        for _ in range(3):
            service.make(page(""))
            second |= children(self.home) - first

        self.assertEqual(len(first), 1)
        self.assertEqual(len(second), 2)

    def test_a_service_killed_in_the_middle_of_a_paper_is_replaced(self):
        service = self.service(children=1)
        service.make(page(""))
        (before,) = processes(self.home).keys() - children(self.home)
        orphans = children(self.home)

        with ThreadPoolExecutor(1) as pool, self.assertLogs("cppcc.press.client", "ERROR"):
            paper = pool.submit(service.make, rows(150))
            time.sleep(0.3)
            os.kill(before, signal.SIGKILL)
            pdf = paper.result()

        self.assertEqual(pdf, service.make(rows(150)))
        self.assertNotIn(before, processes(self.home))
        wait_until(lambda: not any(Path(f"/proc/{each}/fd/0").exists() for each in orphans))

    def test_a_child_killed_in_the_middle_of_a_paper_is_replaced(self):
        service = self.service(children=1)
        service.make(page(""))
        (before,) = children(self.home)

        with ThreadPoolExecutor(1) as pool, self.assertLogs("cppcc.press.client", "ERROR"):
            paper = pool.submit(service.make, rows(150))
            time.sleep(0.3)
            os.kill(before, signal.SIGKILL)
            pdf = paper.result()

        self.assertEqual(pdf, service.make(rows(150)))

    def test_a_service_that_cannot_run_is_told_in_chinese(self):
        service = self.service(megabytes=1)  # no child can start in it

        with self.assertLogs("cppcc.press.client", "ERROR"):
            with self.assertRaisesMessage(PressDownError, "排印服务暂时不能用"):
                service.make(page(""))

    def test_a_folder_of_somebody_else_is_not_trusted(self):
        service = self.service()
        self.home.mkdir(mode=0o777)
        self.home.chmod(0o777)

        with self.assertLogs("cppcc.press.client", "ERROR"), self.assertRaises(PressDownError):
            service.make(page(""))

    def test_a_client_that_waits_too_long_is_told_so(self):
        service = self.service(children=1, wait=1)

        with self.assertRaisesMessage(PressBusyError, "还没有轮到"):
            service.make(rows(1000))

    def test_the_structure_is_tagged_with_table_heads_and_words_for_pictures(self):
        table = '<table><tr><th scope="col">头<tr><td>格</table>'
        pdf = self.service().make(page(f'{table}<img alt="会场" src="photo:0">'), (photo("red"),))

        document = pymupdf.open(stream=pdf)
        objects = [document.xref_object(number) for number in range(1, document.xref_length())]
        (picture,) = (one for one in objects if "/S /Figure" in one)
        self.assertEqual(
            document.xref_get_key(document.pdf_catalog(), "MarkInfo"), ("dict", "<</Marked true>>")
        )
        self.assertEqual(sum("/S /TH" in one and "/ID" in one for one in objects), 1)
        self.assertEqual(sum("/S /TD" in one and "/Headers [ (" in one for one in objects), 1)
        self.assertIn("FEFF4F1A573A", picture)  # 会场 in UTF-16

    def test_a_picture_without_words_for_it_is_printed(self):
        pdf = self.service().make(page('<img src="photo:0">'), (photo("red"),))

        self.assertEqual(len(pymupdf.open(stream=pdf)[0].get_images()), 1)

    def test_a_photo_that_cannot_be_read_is_named_and_never_left_out(self):
        with self.assertRaisesMessage(RefusedPartError, "photo:0"):
            self.service().make(page('<img alt="像" src="photo:0">'), (photo("red")[:20],))

    def test_a_character_no_font_has_is_named(self):
        with self.assertRaises(MissingGlyphError) as caught:
            self.service().make(page("委员\ue123"))

        self.assertEqual(caught.exception.characters, ("\ue123",))

    def test_input_over_the_limit_is_refused_before_it_is_sent(self):
        service = self.service(characters=300, photo_megabytes=1)

        with self.assertRaisesMessage(PaperTooLargeError, "最多300字符。请减少内容或照片"):
            service.make(page("长" * 300))
        with self.assertRaisesMessage(PaperTooLargeError, "照片合计超过1兆字节"):
            service.make("<p>题", (bytes(700_000), bytes(700_000)))

        self.assertEqual(processes(self.home), {})

    def test_a_message_that_is_malformed_or_too_long_costs_no_child(self):
        service = self.service(children=1, characters=1000, photo_megabytes=1)
        service.make(page(""))
        before = children(self.home)

        for said in (
            b"",
            b"\0\0",
            b"\xff" * 64,
            b"\0\0\0\2[]",
            b"\0\0\0\x12" + b'{"lengths": [-1]}',
        ):
            with self.subTest(said), socket.socket(socket.AF_UNIX) as connection:
                connection.connect(str(service.socket_path))
                connection.sendall(said)
        with socket.socket(socket.AF_UNIX) as connection, self.assertRaises(OSError):
            connection.connect(str(service.socket_path))
            wire.send(connection, {}, bytes(3_000_000))
            wire.receive(connection, 1000)

        self.assertIn("正文", text(service.make(page(""))))
        self.assertEqual(children(self.home), before)


class UserTests(ServiceCase):
    """Who holds the service, and that nothing is left when they have gone."""

    def start_user(self, program=USER):
        environment = os.environ | {"CPPCC_PRESS_DIR": str(self.home), "PYTHONHASHSEED": "7"}
        process = subprocess.Popen(
            [sys.executable, "-c", program],
            cwd=CHECKOUT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def test_two_starters_share_one_service_and_the_last_ends_it(self):
        self.service()
        first, second = self.start_user(), self.start_user()
        said = [first.stdout.readline(), second.stdout.readline()]
        services = processes(self.home).keys() - children(self.home)

        first.communicate()
        time.sleep(1)
        still_there = processes(self.home).keys() - children(self.home)
        second.send_signal(signal.SIGKILL)
        second.wait()

        self.assertEqual(said, ["printed\n"] * 2)
        self.assertEqual(len(services), 1)
        self.assertEqual(still_there, services)
        wait_until(lambda: not processes(self.home))
        self.assertEqual(list(self.home.glob("*.socket")), [])

    def test_a_killed_or_ended_fork_of_a_user_ends_nothing(self):
        self.service()
        parent = self.start_user(
            "import os, signal, sys\n"
            "from cppcc.press.client import PressService\n"
            "PressService.of_checkout().start()\n"
            "for end in (lambda: os._exit(0), lambda: os.kill(os.getpid(), signal.SIGKILL)):\n"
            "    child = os.fork()\n"
            "    if not child:\n"
            "        PressService.of_checkout().make('<p>叉')\n"
            "        end()\n"
            "    os.waitpid(child, 0)\n"
            "print('ended', flush=True)\n"
            "sys.stdin.read()\n"
        )
        said = parent.stdout.readline()
        before = processes(self.home)
        time.sleep(1)  # long enough for an end to show

        self.assertEqual(said, "ended\n")
        self.assertEqual(processes(self.home), before)

    def test_the_folder_is_private(self):
        service = self.service()

        service.make(page(""))

        self.assertEqual(self.home.stat().st_mode & 0o777, 0o700)

    def test_a_path_too_long_for_a_socket_gets_a_folder_elsewhere(self):
        with mock.patch.dict(os.environ, {"CPPCC_PRESS_DIR": "/tmp/" + "long" * 30}):
            service = PressService.of_checkout()

        self.assertEqual(service.home.parent, Path(tempfile.gettempdir()))

    def test_the_service_sees_no_secret_of_ours(self):
        service = self.service()

        with mock.patch.dict(os.environ, {"CPPCC_SECRET_KEY": "geheim", "DATABASE_URL": "geheim"}):
            service.make(page(""))

        for process in processes(self.home):
            self.assertNotIn(b"geheim", Path(f"/proc/{process}/environ").read_bytes())


class CacheTests(ServiceCase):
    def setUp(self):
        self.service()
        self.folder = self.home.parent / "papers"
        given = {"CPPCC_PRESS_DIR": str(self.home), "CPPCC_PAPER_CACHE": str(self.folder)}
        patch = mock.patch.dict(os.environ, given)
        patch.start()
        self.addCleanup(patch.stop)

    def test_a_paper_made_before_needs_no_service(self):
        pdf = press(page("一"))
        self.end(self.home)

        self.assertEqual(press(page("一")), pdf)
        self.assertEqual(processes(self.home), {})
        self.assertEqual(self.folder.stat().st_mode & 0o777, 0o700)

    def test_a_damaged_paper_is_made_anew(self):
        pdf = press(page("一"))
        (kept,) = self.folder.iterdir()
        damaged = bytearray(kept.read_bytes())
        damaged[1000] ^= 1
        kept.write_bytes(damaged)

        with self.assertLogs("cppcc.press.cache", "WARNING"):
            again = press(page("一"))

        self.assertEqual(again, pdf)
        self.assertNotEqual(kept.read_bytes(), damaged)

    def test_every_part_of_a_paper_is_part_of_its_key(self):
        keys = {
            key("1", "一二", ()),
            key("2", "一二", ()),
            key("1", "一", ("二".encode(),)),
            key("1", "一二", (b"",)),
            key("1", "一二", (b"1", b"2")),
            key("1", "一二", (b"2", b"1")),
            key("1", "一二", (b"12",)),
        }

        self.assertEqual(len(keys), 7)

    def test_the_oldest_papers_make_room(self):
        cache = Cache(self.folder, most=3 * 132)
        for number in range(5):
            cache.put(f"paper{number}", bytes(100))
            os.utime(self.folder / f"paper{number}", (number, number))
        cache.put("paper5", bytes(100))

        there = sorted(path.name for path in self.folder.iterdir())

        self.assertEqual(there, ["paper3", "paper4", "paper5"])

    def test_a_cache_that_cannot_be_written_costs_no_paper(self):
        self.folder.write_text("not a folder")

        with self.assertLogs("cppcc.press.cache", "WARNING"):
            pdf = press(page("一"))

        self.assertIn("一", text(pdf))


class Trap:
    """Listens on this machine, answers with the canary, and counts who came."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.visits = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                visitor, _ = self.listener.accept()
            except OSError:
                return
            self.visits += 1
            with visitor, contextlib.suppress(OSError):
                visitor.recv(4096)
                visitor.sendall(b"HTTP/1.0 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n")


def ways_out(folder, port):
    """{what a hostile paper tries: (its HTML, what becomes of it)}.

    Refused: the paper is not printed. Ignored: it is printed without, nothing was asked for.
    """
    file, css, svg = (f"file://{folder}/canary.{kind}" for kind in ("txt", "css", "svg"))
    png, net = f"file://{folder}/canary.png", f"127.0.0.1:{port}"
    style = (CHECKOUT / "static" / "css" / "document.css").as_uri()
    refused, ignored = "refused", "ignored"

    def image(url):
        return f'<img alt="像" src="{url}">'

    def styled(rule):
        return page(f"<style>{rule}</style><ul><li><p class=x>甲</p></li></ul>")

    def drawn(inner):
        namespaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        return f"<svg {namespaces} width='9' height='9'>{inner}</svg>"

    def quoted(inner):
        return "data:image/svg+xml," + drawn(inner).replace('"', "'").replace("#", "%23")

    return {
        "file:": (page(image(png)), refused),
        "file: with ..": (page(image(f"{style.rpartition('/')[0]}/../../manage.py")), refused),
        "file: in capitals": (page(image(png.replace("file", "FILE"))), refused),
        "file: with an escaped ..": (page(image(f"{style}/%2e%2e/%2e%2e/x.svg")), refused),
        "file: on a host": (page(image(png.replace("file://", "file://localhost"))), refused),
        "file: with a null byte": (page(image(f"{style}%00.png")), refused),
        "a symbolic link in static": (page(image(f"{style[:-12]}{LINK}")), refused),
        "a path": (page(image(png.removeprefix("file://"))), refused),
        "a path with ..": (page(image("../../manage.py")), refused),
        "//host": (page(image(f"//{net}/x.png")), refused),
        "\\\\host": (page(image(f"\\\\{net}\\x.png")), refused),
        "ftp:": (page(image(f"ftp://{net}/x.png")), refused),
        "http:, which redirects": (page(image(f"http://{net}/x.png")), refused),
        "https:": (page(image(f"https://{net}/x.png")), refused),
        "jar: and other schemes": (page(image(f"jar:{file}!/x") + image("x:y")), refused),
        "data:": (page(image(PIXEL)), refused),
        "data: SVG with an image": (page(image(quoted(f"<image href='{png}'/>"))), refused),
        "data: SVG with a use": (page(image(quoted(f"<use href='{svg}#t'/>"))), refused),
        "inline SVG, image": (page(drawn(f'<image href="{png}" width="9" height="9"/>')), refused),
        "inline SVG, xlink": (page(drawn(f'<image xlink:href="http://{net}/x"/>')), refused),
        "inline SVG, use": (page(drawn(f'<use href="{svg}#t"/>')), ignored),
        "inline SVG, @import": (page(drawn(f"<style>@import '{css}'</style>")), refused),
        "inline SVG, foreignObject": (
            page(drawn(f'<foreignObject width="9" height="9">{image(png)}</foreignObject>')),
            refused,
        ),
        "link to a style sheet": (page("", f'<link rel="stylesheet" href="{css}">'), refused),
        "link to an icon": (page("", f'<link rel="icon" href="{png}">'), ignored),
        "link to an attachment": (page("", f'<link rel="attachment" href="{file}">'), refused),
        "anchor to an attachment": (page(f'<a rel="attachment" href="{file}">甲</a>'), refused),
        "anchor": (page(f'<a href="{file}">甲</a>'), ignored),
        "@import": (styled(f"@import '{css}';"), refused),
        "@import over the network": (styled(f"@import url(http://{net}/x.css);"), refused),
        "@font-face": (styled(f"@font-face {{ font-family: X; src: url({file}) }}"), refused),
        "@page": (styled(f"@page {{ background: url({png}) }}"), refused),
        "@color-profile": (styled(f"@color-profile --x {{ src: url({file}) }}"), refused),
        "background-image": (styled(f".x {{ background-image: url({png}) }}"), refused),
        "background attribute": (page(f'<table background="{png}"><tr><td>甲</table>'), refused),
        "list-style-image": (styled(f"li {{ list-style: url({png}) }}"), refused),
        "content": (styled(f".x::before {{ content: url({png}) }}"), refused),
        "border-image": (
            styled(f".x {{ border: 1mm solid; border-image: url({png}) 1 }}"),
            refused,
        ),
        "cursor": (styled(f".x {{ cursor: url({png}), auto }}"), ignored),
        "srcset": (page(f'<img alt="像" srcset="{png} 1x">'), ignored),
        "object": (page(f'<object data="{png}"></object>'), refused),
        "embed": (page(f'<embed src="{png}">'), refused),
        "iframe": (page(f'<iframe src="{file}"></iframe>'), ignored),
        "video and audio": (page(f'<video poster="{png}" src="{png}"></video>'), ignored),
        "script": (page(f'<script src="http://{net}/x.js"></script>'), ignored),
        "base": (page(image("canary.png"), f'<base href="file://{folder}/">'), refused),
        "refresh": (page("", f'<meta http-equiv="refresh" content="0;url={file}">'), ignored),
        "an XML entity": (
            f'<!DOCTYPE html [<!ENTITY x SYSTEM "{file}">]>' + page("&x;"),
            ignored,
        ),
        "a photo that was not given": (page(image("photo:1")), refused),
        "a photo by another number": (page(image("photo:-1") + image("photo:０")), refused),
        "a photo that is none": (page(image("photo:0")), refused),
    }


class WaysOutTests(ServiceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = Path(tempfile.mkdtemp(prefix="canary-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.trap = Trap()
        cls.addClassCleanup(cls.trap.listener.close)
        svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9">'
        words = {
            "txt": CANARY,
            "css": f'p::after {{ content: "{CANARY}" }}',
            "svg": f'{svg}<text id="t" y="9">{CANARY}</text></svg>',
        }
        for kind, content in words.items():
            (cls.folder / f"canary.{kind}").write_text(content)
        Image.new("RGB", (9, 9), "yellow").save(cls.folder / "canary.png")
        link = CHECKOUT / "static" / "css" / LINK
        link.symlink_to(cls.folder / "canary.png")
        cls.addClassCleanup(link.unlink)

    def outcome(self, service, html):
        try:
            pdf = service.make(html, (words_as_photo(),))
        except RefusedPartError:
            return "refused"
        document = pymupdf.open(stream=pdf)
        images = [image for sheet in document for image in sheet.get_images()]
        self.assertEqual((images, document.embfile_count()), ([], 0))
        self.assertNotIn(CANARY.encode(), pdf)
        self.assertNotIn(CANARY, text(pdf))
        return "ignored"

    def test_no_way_leads_out_of_a_paper(self):
        service = self.service(children=1)
        table = ways_out(self.folder, self.trap.port)

        found = {name: self.outcome(service, html) for name, (html, _) in table.items()}

        self.assertEqual(found, {name: expected for name, (_, expected) in table.items()})
        self.assertEqual(self.trap.visits, 0)

    def test_the_trap_and_the_canary_do_catch_an_engine_that_reads_what_it_is_told(self):
        trap = Trap()
        self.addCleanup(trap.listener.close)
        table = ways_out(self.folder, trap.port)
        program = (
            "import sys, weasyprint\n"
            "weasyprint.HTML(string=sys.stdin.read()).write_pdf(sys.stdout.buffer)\n"
        )
        for name in ("@import", "http:, which redirects", "file:"):
            done = subprocess.run(
                [sys.executable, "-c", program],
                input=table[name][0].encode(),
                capture_output=True,
                check=True,
                env=ENVIRONMENT,
            )
            document = pymupdf.open(stream=done.stdout)
            with self.subTest(name):
                match name:
                    case "@import":
                        self.assertIn(CANARY, text(done.stdout))
                    case "file:":
                        self.assertEqual(len(document[0].get_images()), 1)
                    case _:
                        self.assertEqual(trap.visits, 1)


def words_as_photo():
    """An SVG handed in as a photo, which would bring ways out of its own."""
    return b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>'


class TroubleTests(TestCase):
    """What the person who wanted the paper is told; nothing answers with a failure."""

    @classmethod
    def setUpTestData(cls):
        cls.clerk = make_user(role=Role.STAFF, township=make_township())

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="trouble-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.client.force_login(self.clerk)

    def open_pdf(self, plan, **variables):
        given = {"CPPCC_PAPER_CACHE": str(self.folder / "papers")} | variables
        with mock.patch.dict(os.environ, given):
            return self.client.get(reverse("plans:pdf", args=[plan.pk]), follow=True)

    def test_a_paper_too_large_leads_back_to_its_record_with_the_reason(self):
        plan = make_plan(township=self.clerk.acting.township)

        response = self.open_pdf(plan, CPPCC_PRESS_CHARACTERS="9")

        self.assertRedirects(response, plan.get_absolute_url())
        self.assertContains(response, "这份材料太大，无法排印：排版内容有")

    def test_a_service_that_does_not_run_is_told_on_the_record(self):
        plan = make_plan(township=self.clerk.acting.township)
        self.folder.chmod(0o777)

        with self.assertLogs("cppcc.press.client", "ERROR"):
            response = self.open_pdf(plan, CPPCC_PRESS_DIR=str(self.folder))

        self.assertRedirects(response, plan.get_absolute_url())
        self.assertContains(response, "排印服务暂时不能用，材料没有受影响")

    def test_a_limit_that_is_no_number_is_named(self):
        with mock.patch.dict(os.environ, {"CPPCC_PRESS_SECONDS": "１"}):
            with self.assertRaisesMessage(PaperSetupError, "CPPCC_PRESS_SECONDS 应为正整数"):
                Limits.of_environment()
