"""Once a night: throw away what has served its time. No record of anybody's work is touched."""

from datetime import timedelta

from axes.models import AccessAttempt
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.models import Invitation
from cppcc import clock
from cppcc.drafts import FormDraft
from cppcc.imports.held import HeldSheet
from cppcc.once import HandledForm


class Command(BaseCommand):
    help = "每晚运行：清除过期的登录、旧的表单标记、过期的草稿、失效的邀请链接和登录失败记录。"

    def handle(self, **options):
        call_command("clearsessions")
        now, today = clock.machine_time(), clock.now()
        for label, old in (
            ("表单标记", HandledForm.objects.filter(handled_at__lt=now - timedelta(days=7))),
            ("草稿", FormDraft.objects.expired()),
            ("没有确认的导入表格", HeldSheet.objects.expired()),
            ("邀请链接", Invitation.objects.filter(expires_at__lt=today - timedelta(days=30))),
            (
                "登录失败记录",
                AccessAttempt.objects.filter(attempt_time__lt=now - timedelta(days=1)),
            ),
            (
                "没有启用的手机验证码",
                TOTPDevice.objects.filter(confirmed=False, created_at__lt=now - timedelta(days=1)),
            ),
        ):
            self.stdout.write(f"{label}：{old.delete()[0]}")
