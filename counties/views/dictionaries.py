"""The county's own words (县词典): one family of pages for every list of words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from counties.dictionaries import ALL, Dictionary
from counties.models import County
from cppcc.once import acts_once
from cppcc.order import Direction
from cppcc.records import form_page
from cppcc.workflow import StaleRecordError


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All that the county decides for itself."""
    County.require_keeper(request.user)
    lists = [(dictionary, dictionary.offered(request.user)) for dictionary in ALL]
    return render(request, "counties/index.html", {"lists": lists})


@require_safe
def words(request: HttpRequest, dictionary: Dictionary) -> HttpResponse:
    """The words of one dictionary, the retired ones too."""
    County.require_keeper(request.user)
    rows = [(word, dictionary.cells(word)) for word in dictionary.words(request.user)]
    return render(request, "counties/words.html", {"dictionary": dictionary, "rows": rows})


def _address(dictionary: Dictionary) -> str:
    return reverse("county:words", args=[dictionary])


@acts_once
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest, dictionary: Dictionary) -> HttpResponse:
    form = dictionary.form(request.POST or None, user=request.user, cancel_url=_address(dictionary))
    heading = f"添加{dictionary.title}"
    return form_page(request, form, heading=heading, hint=dictionary.about, done="已添加。")


def _word(request: HttpRequest, dictionary: Dictionary, pk: int):
    """A word that this user may change: nobody else's county, and nobody but its officer."""
    word = get_object_or_404(dictionary.model.objects.visible_to(request.user), pk=pk)
    if not word.is_editable_by(request.user):
        raise PermissionDenied
    return word


@acts_once
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, dictionary: Dictionary, pk: int) -> HttpResponse:
    """Change a word; records that point at it read the new one."""
    word = _word(request, dictionary, pk)
    form = dictionary.form(
        request.POST or None, instance=word, user=request.user, cancel_url=_address(dictionary)
    )
    hint = "改名以后，已有的记录也显示新的名称。意思变了的，请停用这一项，另外添加。"
    heading = f"修改{dictionary.title}：{word}"
    return form_page(request, form, heading=heading, hint=hint, done="已保存。")


@require_POST
def move(
    request: HttpRequest, dictionary: Dictionary, pk: int, direction: Direction
) -> HttpResponse:
    """Change places with the neighbour."""
    word = _word(request, dictionary, pk)
    if not dictionary.is_ordered:
        raise Http404
    word.move(direction, by=request.user)
    return redirect(word)


@require_POST
def retire(request: HttpRequest, dictionary: Dictionary, pk: int, is_retired: bool) -> HttpResponse:
    """Take a word out of the choices, or offer it again."""
    word = _word(request, dictionary, pk)
    if not dictionary.retires:
        raise Http404
    try:
        word.retire(by=request.user) if is_retired else word.restore(by=request.user)
    except ValidationError as error:
        messages.warning(request, f"没有停用“{word}”：{error.message}")
    except StaleRecordError:
        messages.warning(request, f"“{word}”刚刚有变化，请核对后再操作。")
    else:
        told = "已停用，旧记录照样显示它。" if is_retired else "已恢复使用。"
        messages.success(request, f"{word}：{told}")
    return redirect(word)


def _version(request: HttpRequest) -> int:
    """The version that was shown when the question was asked."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@require_http_methods(["GET", "POST"])
def delete(request: HttpRequest, dictionary: Dictionary, pk: int) -> HttpResponse:
    """Delete a word that no record uses: asks first."""
    word = _word(request, dictionary, pk)
    if request.method == "GET":
        context = {"dictionary": dictionary, "word": word}
        return render(request, "counties/word_delete.html", context)
    try:
        word.remove(by=request.user, version=_version(request))
    except ValidationError as error:
        messages.warning(request, f"没有删除“{word}”：{error.message}")
    except StaleRecordError:
        messages.warning(request, f"没有删除：“{word}”刚刚有变化，请核对后再删。")
    else:
        messages.success(request, f"已删除：{word}。")
    return redirect(word)
