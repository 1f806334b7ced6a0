"""A lost password comes back by e-mail: a real letter over SMTP, sent beside the request."""

import os
import re
import socketserver
import threading
import time
from email import message_from_bytes, policy

from playwright.sync_api import expect

from counties.roles import Role
from tests.e2e.story import Story
from tests.factories import PASSWORD, make_user

NEW = "溪口的桥修好了2004"


class Postman(socketserver.StreamRequestHandler):
    """As much SMTP as a letter needs (RFC 5321)."""

    letters: list[bytes] = []

    def handle(self):
        self.wfile.write(b"220 test\r\n")
        for line in self.rfile:
            command = line[:4].upper()
            if command == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self.letters.append(b"".join(iter(self.rfile.readline, b".\r\n")))
            self.wfile.write(b"221 bye\r\n" if command == b"QUIT" else b"250 ok\r\n")
            if command == b"QUIT":
                return


class LostPasswordStory(Story):
    @classmethod
    def set_scene(cls):
        make_user(role=Role.STAFF, username="clerk", name="李梅", email="limei@example.cn")
        post = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postman)
        threading.Thread(target=post.serve_forever, daemon=True).start()
        cls.addClassCleanup(post.server_close)
        cls.addClassCleanup(post.shutdown)
        for name, value in (("HOST", "127.0.0.1"), ("PORT", str(post.server_address[1]))):
            os.environ[f"CPPCC_EMAIL_{name}"] = value
            cls.addClassCleanup(os.environ.pop, f"CPPCC_EMAIL_{name}")

    def letter(self) -> str:
        deadline = time.monotonic() + 15
        while not Postman.letters and time.monotonic() < deadline:
            time.sleep(0.1)
        (raw,) = Postman.letters
        return message_from_bytes(raw, policy=policy.default).get_content()

    def test_a_letter_brings_a_link_that_sets_a_new_password(self):
        page = self.visit_as("clerk", PASSWORD)
        page.get_by_role("button", name="退出", exact=True).first.click()
        page.get_by_role("link", name="忘记密码").click()
        self.look(page, "accounts-forgotten")
        page.get_by_label("电子邮箱").fill("limei@example.cn")
        page.get_by_role("button", name="发送链接").click()
        expect(page.get_by_text("这个邮箱有账号的，链接已经发出")).to_be_visible()

        page.goto(re.search(r"http\S+", self.letter())[0])
        page.get_by_label("新密码", exact=True).fill(NEW)
        page.get_by_label("再输一遍新密码").fill(NEW)
        page.get_by_role("button", name="设置密码").click()

        expect(page.get_by_text("密码已设好。")).to_be_visible()
        self.visit_as("李梅", NEW)
