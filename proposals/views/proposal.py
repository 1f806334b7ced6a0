"""The list, page, form and moves of proposals, and the proposal as a paper."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from counties.models import ProposalCategory, Satisfaction, Township, Unit
from cppcc import clock
from cppcc.clock import working_year
from cppcc.exports import exported
from cppcc.once import acts_once
from cppcc.records import act_page, form_page, road
from cppcc.texts import clean_text
from matters.models import FollowUp
from proposals.exports import PROPOSAL_FIELDS
from proposals.forms.proposal import ProposalForm
from proposals.forms.road import ACTION_FORMS
from proposals.models import Proposal
from proposals.papers import may_print, may_print_blank, papers_of
from proposals.workflow import STEPS, Action, Status

HINTS = {
    Action.FILE: "立案后自动编下一个提案号，不跳号、不重号。",
    Action.DECLINE: "理由会一直显示给提案人。",
    Action.SIGN: "签收后开始办理，请在答复期限前填写答复。",
    Action.HAND_BACK: "退回后由县政协另行交办。",
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The year's proposals, those without a number first; filters stand in the address."""
    filters = _filters(request)
    chosen = {one["name"]: one["selected"] for one in filters}
    words = clean_text(request.GET.get("q", ""))[:100].strip()
    proposals = Proposal.objects.visible_to(request.user).of_year(working_year(request)).for_list()
    if chosen.pop("overdue"):
        proposals = proposals.overdue(clock.today())
    proposals = proposals.filter(**{name: value for name, value in chosen.items() if value})
    if words:
        proposals = proposals.filter(title__icontains=words)
    title = f"{working_year(request)}年提案"
    if table := exported(request, title, PROPOSAL_FIELDS, proposals):
        return table
    context = {
        "page": Paginator(proposals, 30).get_page(request.GET.get("page")),
        "filters": filters,
        "shows_township": "township" in chosen,
        "q": words,
        "clear": request.path if words or any(one["selected"] for one in filters) else "",
        "may_create": Proposal.may_be_entered_by(request.user),
        "may_print_blank": may_print_blank(request.user),
        "has_follow_ups": FollowUp.objects.visible_to(request.user).open().exists(),
    }
    return render(request, "proposals/index.html", context)


def _filters(request: HttpRequest) -> list[dict]:
    """The filters of the list; an unknown choice in the address is no choice."""
    user = request.user
    choices = {
        "status": ("状态", Status.choices),
        "category": ("类别", _names(ProposalCategory, user)),
        "handler": ("承办单位", _names(Unit, user)),
        "township": ("乡镇", _names(Township, user)),
        "overdue": ("期限", [("1", "已超期")]),
    }
    filters = []
    for name, (label, options) in choices.items():
        given = request.GET.get(name, "")
        selected = given if given in {str(value) for value, _ in options} else ""
        filters.append({"name": name, "label": label, "choices": options, "selected": selected})
    return [one for one in filters if one["name"] != "township" or len(one["choices"]) > 1]


def _names(model, user) -> list[tuple[int, str]]:
    return list(model.objects.visible_to(user).values_list("pk", "name"))


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    return _write(request, None, heading="写提案", cancel_url=reverse("proposals:index"))


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), pk=pk)
    heading, cancel_url = f"修改提案：{proposal}", proposal.get_absolute_url()
    return _write(request, proposal, heading=heading, cancel_url=cancel_url)


def _write(request: HttpRequest, proposal, *, heading: str, cancel_url: str) -> HttpResponse:
    """Save what was written; unless it stays a draft, hand it in at once."""
    options = {"instance": proposal, "user": request.user, "cancel_url": cancel_url}
    if "earlier" in request.POST:
        return _look_for_earlier(request, options, heading)
    form = ProposalForm(request.POST or None, **options)
    is_draft = "draft" in request.POST
    done = "草稿已保存，还没有提交。" if is_draft else "提案已提交。"
    response = form_page(request, form, heading=heading, done=done)
    if response.status_code == 302 and not is_draft:
        form.instance.submit(by=request.user, **form.handed_in())
    return response


def _look_for_earlier(request: HttpRequest, options: dict, heading: str) -> HttpResponse:
    """Show earlier proposals on the same matter beside what was typed so far; nothing is saved."""
    typed = request.POST.dict() | {
        "cosigners": request.POST.getlist("cosigners"),
        "is_public": "is_public" in request.POST,
    }
    form = ProposalForm(initial=typed, **options)
    matter = clean_text(typed.get("title", ""))
    form.matter, form.earlier = matter, Proposal.earlier_on(matter, request.user)
    return render(request, "components/form.html", {"form": form, "heading": heading})


@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal as on paper, where it stands, and what this person may do with it now."""
    user = request.user
    proposal = get_object_or_404(Proposal.objects.visible_to(user).for_detail(), pk=pk)
    actions = [Action(action) for action in proposal.actions_for(user)]
    rates = Action.ACCEPT in actions and not proposal.is_on_behalf(Action.ACCEPT, user)
    quiet = {Action.WITHDRAW} | ({Action.ACCEPT, Action.CONTEST} if rates else set())
    follow_up = proposal.follow_up
    context = {
        "proposal": proposal,
        "task": proposal.task_for(user),
        "phone": proposal.proposer_phone_for(user),
        "replies": proposal.replies.all(),
        "events": proposal.events.all(),
        "steps": road(proposal, STEPS),
        "why_due": proposal.explain_due() if proposal.due_on else "",
        "actions": [action for action in actions if action not in quiet],
        "withdraw": Action.WITHDRAW if Action.WITHDRAW in actions else None,
        "rates": list(Satisfaction.objects.visible_to(user).satisfied()) if rates else [],
        "may_edit": proposal.is_editable_by(user),
        "may_promise": proposal.may_be_promised_by(user),
        "follow_up": follow_up,
        "progress": follow_up.steps.all() if follow_up else (),
        "may_progress": proposal.may_be_followed_up_by(user),
        "papers": [one for one in papers_of(proposal) if may_print(proposal, one, user)],
    }
    return render(request, "proposals/detail.html", context)


@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, pk: int, action: Action) -> HttpResponse:
    proposal = get_object_or_404(Proposal.objects.visible_to(request.user), pk=pk)
    hint = HINTS.get(action, "")
    response = act_page(request, proposal, action, ACTION_FORMS[action], hint=hint)
    is_gone = not Proposal.objects.visible_to(request.user).filter(pk=pk).exists()
    if response.status_code == 302 and is_gone:  # handed back: no longer this unit's
        return redirect("proposals:index")
    return response
