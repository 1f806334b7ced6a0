"""Lists of records of several townships: whose each is, and the choice of one of them."""

from django.http import HttpRequest

from counties.models import Township


def shows_township(request: HttpRequest) -> bool:
    """Who acts for a whole county is told whose record each is."""
    return request.user.acting.township_id is None


def township_filter(request: HttpRequest) -> tuple[list[dict], Township | None]:
    """The choice of one township for who sees several, and which has been chosen."""
    if not shows_township(request):
        return [], None
    townships = list(Township.objects.visible_to(request.user))
    selected = request.GET.get("township", "")
    chosen = next((one for one in townships if str(one.pk) == selected), None)
    choices = [(one.pk, one.name) for one in townships]
    row = {"name": "township", "label": "乡镇", "choices": choices, "selected": selected}
    return [row], chosen
