"""What the frame of every page shows: the year, who one is, and the pages each role finds on the
left, or on a phone at the bottom."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from counties.roles import Role
from cppcc import clock
from cppcc.clock import working_year

AT_THE_BOTTOM = 4  # of a phone; the others stand under 更多


@dataclass(frozen=True)
class Item:
    """One page, and the pages of its app that belong to it: those whose URL name contains one of
    `part`, where it is given, and none of `other`."""

    to: str
    label: str
    part: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    def is_current(self, match) -> bool:
        name = match.url_name or ""
        return (
            match.app_name == self.to.partition(":")[0]
            and (not self.part or any(word in name for word in self.part))
            and not any(word in name for word in self.other)
        )


HOME = Item("desk:home", "工作台", other=("overview",))
PLANS = Item("plans:index", "年度计划")
ACTIVITIES = Item("activities:index", "活动", other=("ledger",))
OF_SUGGESTIONS = ("suggestion", "item")
PROPOSALS = Item("proposals:index", "提案", other=OF_SUGGESTIONS)
SUGGESTIONS = Item("proposals:suggestions", "意见建议", part=OF_SUGGESTIONS)
MEMBERS = Item("members:index", "委员")
ARCHIVE = Item("archive:index", "旧资料")
ACCOUNTS = Item("accounts:index", "账号", other=("audit",))
REGISTERS = Item("activities:ledgers", "资料登记簿", part=("ledger",))
PAPERS = Item("county_papers:index", "上级文件")
OWN_BODY = Item("townships:index", "本机构")
OF_DUTY = ("duty", "board", "sheet")
SUMMARIES = Item("summaries:index", "年终总结", other=OF_DUTY)
DUTY = Item("summaries:board", "委员履职", part=OF_DUTY)
ITEMS = {
    Role.STAFF: (
        HOME,
        PLANS,
        ACTIVITIES,
        PROPOSALS,
        SUGGESTIONS,
        MEMBERS,
        DUTY,
        SUMMARIES,
        PAPERS,
        REGISTERS,
        ARCHIVE,
        OWN_BODY,
        ACCOUNTS,
    ),
    Role.COUNTY: (
        HOME,
        SUMMARIES,
        PROPOSALS,
        Item("desk:overview", "全县一览", part=("overview",)),
        PLANS,
        ACTIVITIES,
        SUGGESTIONS,
        MEMBERS,
        DUTY,
        REGISTERS,
        ARCHIVE,
        Item("townships:index", "乡镇"),
        Item("county_papers:index", "下发文件"),
        Item("county:index", "本县设置"),
        ACCOUNTS,
    ),
    Role.MEMBER: (
        Item("desk:home", "首页"),
        ACTIVITIES,
        Item("proposals:create", "写提案", part=("create",)),
        Item("proposals:index", "我的提案", other=("create",)),
        Item("summaries:duty_own", "履职档案", part=OF_DUTY),
        PLANS,
        MEMBERS,
        PAPERS,
        REGISTERS,
        OWN_BODY,
    ),
    Role.UNIT: (HOME, PROPOSALS, Item("plans:published", "各乡镇计划")),
    Role.LEADER: (
        HOME,
        PLANS,
        ACTIVITIES,
        SUGGESTIONS,
        PROPOSALS,
        MEMBERS,
        PAPERS,
        ARCHIVE,
        OWN_BODY,
    ),
    Role.SYSTEM: (HOME,),
    Role.SECURITY: (HOME, ACCOUNTS),
    Role.AUDIT: (HOME, Item("accounts:audit", "审计记录")),
}


def navigation(request: HttpRequest) -> dict:
    """The items of whoever is logged in, each with its address and whether one is there."""
    user, match = getattr(request, "user", None), request.resolver_match
    if user is None or not user.is_authenticated or match is None:
        return {}
    shown = [
        {
            "address": reverse(item.to),
            "label": item.label,
            "is_page": match.view_name == item.to,
            "is_current": item.is_current(match),
            "is_rest": position >= AT_THE_BOTTOM,
        }
        for position, item in enumerate(ITEMS.get(user.acting.role, ()))
    ]
    rest = shown[AT_THE_BOTTOM:]
    return {
        "navigation": shown,
        "navigation_rest": rest,
        "is_in_rest": any(item["is_current"] for item in rest),
    }


def frame(request: HttpRequest) -> dict:
    """The year worked in, today, and the roles to choose from."""
    user = getattr(request, "user", None)
    today = clock.today()
    year = working_year(request)
    return {
        "today": today,
        "clock_is_set": clock.is_set(),
        "year": year,
        "years": sorted({*range(today.year + 1, today.year - 5, -1), year}, reverse=True),
        "appointments": user.current_appointments if user and user.is_authenticated else [],
    }
