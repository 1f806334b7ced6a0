"""What the audit trail says, in words."""

from django.apps import apps
from django.utils import timezone

from counties.roles import Role
from cppcc.audit import AuditEvent

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
    "view_person": "查看个人信息",
    "view_duty_file": "查看履职档案",
    "view_duty_sheet": "查看履职登记表",
    "download_pdf": "下载 PDF",
    "download_docx": "下载 Word",
    "download_file": "下载附件",
    "export": "导出列表",
    "import": "导入表格",
    "move": "调整次序",
    "arrange": "排列任务",
    "keep_scan": "存入扫描件",
    "take_effect": "调整生效",
    "set_targets": "设定目标",
    "reelect": "办理换届",
    "portrait": "更换照片",
    "add_standard_tasks": "加入标准任务",
    "take_up_points": "加入县工作要点",
    "open_check": "开始季度自查",
    "finish": "完成季度自查",
    "renew_calendar": "换日历订阅地址",
    "revoke_calendar": "停用日历订阅",
    "record_attendance": "填写出席情况",
    "move_follow_up": "更新落实进展",
    "sign_jointly": "联名",
    "rewrite": "重新起草",
}

DETAILS = {
    "after": "改后",
    "before": "改前",
    "address": "网络地址",
    "fields": "栏目",
    "direction": "方向",
    "filter": "条件",
    "how": "方式",
    "is_kept": "留有照片",
    "kind": "格式",
    "new": "新增",
    "changed": "有变化",
    "same": "没有变化",
    "ask": "请您确认",
    "wrong": "有错",
    "leaving": "离任人数",
    "list": "列表",
    "members": "人数",
    "number": "台数",
    "order": "次序",
    "paper": "材料",
    "path": "页面",
    "person": "对象姓名",
    "progress": "进展",
    "remembered": "免登录",
    "role": "身份",
    "rows": "条数",
    "sha256": "校验码",
    "staying": "连任人数",
    "text": "内容",
    "was": "原内容",
    "year": "年度",
}
VALUES = {
    "True": "是",
    "False": "否",
    "link": "链接",
    "change": "自己修改",
    "roster": "委员名册",
    "up": "上移",
    "down": "下移",
    **ROLES,
}


def shown(event: AuditEvent) -> dict:
    """One act as its row on the page and in the export; an act without a word by its name."""
    try:
        model = apps.get_model(event.object_type) if event.object_type else None
    except LookupError:
        model = None
    return {
        "at": timezone.localtime(event.recorded_at).strftime("%Y-%m-%d %H:%M:%S"),
        "name": event.actor_name,
        "role": ROLES.get(event.role, event.role),
        "township": event.township_id or "",
        "act": _act(event.action, model),
        "kind": model._meta.verbose_name if model else event.object_type,
        "object": event.object_id or "",
        "on": event.on or "",
        "succeeded": "是" if event.succeeded else "否",
        "detail": "；".join(
            f"{DETAILS.get(key, key)}：{_value(key, value, model)}"
            for key, value in event.detail.items()
        ),
    }


def _act(action: str, model) -> str:
    """The word of an act: the trail's own, else that of the record's workflow."""
    moves = dict(model.Action.choices) if hasattr(model, "Action") else {}
    return ACTS.get(action) or moves.get(action, action)


def _value(key: str, value: str, model) -> str:
    """A detail in words; fields by the names that their forms show."""
    if key != "fields" or model is None:
        return VALUES.get(value, value)
    names = {field.name: field.verbose_name for field in model._meta.fields}
    return "、".join(names.get(name, name) for name in value.split(", "))
