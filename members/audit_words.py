"""What the audit trail says, in words."""

from django.apps import apps
from django.utils import timezone

from cppcc.audit import AuditEvent
from members.roles import Role

ROLES = dict(Role.choices)
ACTS = {
    "login": "登录",
    "login_code": "输入验证码",
    "logout": "退出",
    "act_as": "换身份",
    "refused": "被拒绝",
    "enter": "登记",
    "revise": "修改",
    "remove": "删除",
    "issue_link": "发出登录链接",
    "set_password": "设置密码",
    "change_contact": "修改登录手机号或邮箱",
    "appoint": "给予身份",
    "stop_account": "停用",
    "restore_account": "恢复使用",
    "unlock": "解除登录锁定",
    "end_sessions": "强制退出",
    "set_up_second_factor": "启用手机验证码",
    "drop_second_factor": "清除手机验证码",
    "export_audit": "导出审计记录",
}


DETAILS = {
    "after": "改后",
    "before": "改前",
    "address": "网络地址",
    "fields": "栏目",
    "how": "方式",
    "number": "台数",
    "path": "页面",
    "person": "对象姓名",
    "remembered": "免登录",
    "role": "身份",
    "rows": "条数",
}
VALUES = {"True": "是", "False": "否", "link": "链接", "change": "自己修改", **ROLES}


def shown(event: AuditEvent) -> dict:
    """One act as its row on the page and in the export; an act without a word by its name."""
    try:
        kind = apps.get_model(event.object_type)._meta.verbose_name if event.object_type else ""
    except LookupError:
        kind = event.object_type
    return {
        "at": timezone.localtime(event.recorded_at).strftime("%Y-%m-%d %H:%M:%S"),
        "name": event.actor_name,
        "role": ROLES.get(event.role, event.role),
        "township": event.township_id or "",
        "act": ACTS.get(event.action, event.action),
        "kind": kind,
        "object": event.object_id or "",
        "on": event.on or "",
        "succeeded": "是" if event.succeeded else "否",
        "detail": "；".join(
            f"{DETAILS.get(key, key)}：{VALUES.get(value, value)}"
            for key, value in event.detail.items()
        ),
    }
