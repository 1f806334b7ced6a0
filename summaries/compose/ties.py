"""What a summary tells of supervision, of members' deeds, and of ties and publicity."""

from activities import figures as held
from activities.models import Article, Attention
from cppcc.periods import month_and_day
from members import figures as roster
from members.models import Engagement, Honour, Membership, Pairing
from summaries.compose.scope import Feeds, Scope, in_words, joined, sentence
from summaries.tokens import token


def supervision(scope: Scope) -> list[str]:
    lines = []
    supervisions = scope.activities(Feeds.SUPERVISION)
    if supervisions:
        forms = dict.fromkeys(one.form.name for one in supervisions if one.form)
        by = f"运用{'、'.join(forms)}等形式，" if forms else ""
        lines.append(f"{by}开展民主监督{token(held.SUPERVISIONS)}。")
        lines += [in_words(one) for one in supervisions]
    inspections = scope.activities(Feeds.INSPECTION)
    if inspections:
        lines.append(f"组织委员视察{token(held.INSPECTIONS)}，抓好跟踪问效。")
        lines += [in_words(one) for one in inspections]
    engaged = scope.held(Engagement.objects).active(scope.first, scope.last)
    if engaged:
        told = joined(
            f"{one.membership}委员受聘为{one.appointing_body}{one.post}"
            for one in engaged.for_list().order_by("on", "pk")
        )
        lines.append(sentence(told))
    return lines


def deeds(scope: Scope) -> list[str]:
    lines = []
    honours = scope.of(Honour.objects).for_list().order_by("on", "pk")
    of_member: dict[int, list[str]] = {}
    for honour in honours:
        of_member.setdefault(honour.membership_id, []).append(honour.text or honour.title)
    serving = scope.held(Membership.objects).serving(scope.first, scope.last).for_list()
    for membership in serving:
        deeds = of_member.get(membership.pk)
        if deeds:
            who = f"{membership}委员（{membership.sector}界，{membership.post}）："
            lines.append(who + "".join(sentence(deed) for deed in deeds))
    pairings = scope.held(Pairing.objects).active(scope.first, scope.last).for_list()
    if pairings:
        told = joined(
            f"{one.membership}委员帮扶{one.household}" for one in pairings.order_by("on", "pk")
        )
        lines.append(sentence(f"委员结对帮扶{token(roster.PAIRINGS)}：{told}"))
    lines += [in_words(one) for one in scope.activities(Feeds.WELFARE, Feeds.CULTURE)]
    return lines


def ties(scope: Scope) -> list[str]:
    lines = []
    attention = list(scope.of(Attention.objects).order_by("on", "pk"))
    guidance = [one for one in attention if one.kind == Attention.Kind.GUIDANCE]
    if guidance:
        told = joined(f"{month_and_day(one.on)}，{one.who}{one.text}" for one in guidance)
        lines.append(sentence(f"县领导来镇指导{token(held.GUIDANCE)}：{told}"))
    others = [one for one in attention if one.kind != Attention.Kind.GUIDANCE]
    lines += [sentence(f"{month_and_day(one.on)}，{one.who}{one.text}") for one in others]
    if held.VISITS.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(
            f"走访委员{token(held.VISITS)}，走访覆盖率{token(held.VISIT_COVERAGE)}，了解委员的思想、"
            "工作和生活情况。"
        )
    if held.CONTACTS.evidence("township", scope.township.pk, scope.first, scope.last):
        lines.append(f"委员深入联系群众{token(held.CONTACTS)}，听取意见，帮办实事。")
    lines += [in_words(one) for one in scope.activities(Feeds.EXCHANGE)]
    articles = scope.of(Article.objects).order_by("on", "pk")
    if articles:
        told = joined(str(article) for article in articles)
        lines.append(sentence(f"刊发宣传稿件{token(held.ARTICLES)}：{told}"))
    return lines
