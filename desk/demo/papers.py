"""The papers that the county handed down in the demonstration's year, and who signed for them."""

from desk.demo.acting import Actor
from desk.demo.office import Office
from directives.forms.papers import CountyPaperForm
from directives.models import Receipt


def load(papers: list[dict], officer: Actor, offices: list[Office]) -> None:
    """Enter the papers, hand each down to all townships on its day, and sign for them."""
    by_name = {office.township.name: office for office in offices}
    for one in papers:
        words = {name: one[name] for name in ("kind", "title", "number", "year", "text")}
        words |= {"dated_on": one["on"], "points": one.get("points", "")}
        paper = officer.enter(CountyPaperForm, one["on"], {"cancel_url": "/"}, **words)
        townships = list(paper.further_townships())
        officer.act(paper, "hand_down", one["on"], townships=townships)
        for receipt in one["receipts"]:
            _sign(paper, by_name[receipt["township"]], officer, receipt)


def _sign(paper, office: Office, officer: Actor, told: dict) -> None:
    """The clerk signs, or says so on the telephone, and the county's officer enters it."""
    receipt = Receipt.objects.get(paper=paper, township=office.township)
    if told.get("by_telephone"):
        officer.act(receipt, "receive", told["on"], decided_by=office.clerk.user.name)
    else:
        office.clerk.act(receipt, "receive", told["on"])
