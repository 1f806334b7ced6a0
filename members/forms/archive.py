"""Forms of the archive: put in an old paper, mend what is said of it."""

from django.core.exceptions import ValidationError

from counties.models import Township
from cppcc import clock
from cppcc.attachments import CheckedFileField
from cppcc.clock import FIRST_YEAR
from cppcc.forms import form_helper
from cppcc.records import RecordForm
from members.models import OldPaper


class OldPaperForm(RecordForm):
    """Say what an old paper is; the county also says whose."""

    class Meta:
        model = OldPaper
        fields = ["township", "year", "sort", "title"]
        help_texts = {"title": "不填就用文件名。"}

    def __init__(self, *args, user, cancel_url: str, **kwargs):
        super().__init__(*args, user=user, **kwargs)
        if user.acting.township_id:
            del self.fields["township"]
        else:
            self.fields["township"].queryset = Township.objects.visible_to(user)
            self.fields["township"].empty_label = "县政协"
        self.fields["title"].required = self.instance.pk is not None
        self.helper = form_helper(*self.fields, submit="保存资料", cancel_url=cancel_url)
        self.helper.attrs["enctype"] = "multipart/form-data"

    def clean_year(self):
        year = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= clock.today().year:
            raise ValidationError(f"请填{FIRST_YEAR}年到今年之间的年度。")
        return year


class NewOldPaperForm(OldPaperForm):
    """Put a file in the archive."""

    file = CheckedFileField(
        label="文件", help_text="PDF、Word（.docx）、Excel（.xlsx）或照片，不超过20MB。"
    )

    def clean(self):
        data = super().clean()
        if not data.get("title") and data.get("file"):
            data["title"] = data["file"].name.rpartition(".")[0]
        return data

    def save(self, commit=True):
        self.instance.title = self.cleaned_data["title"]
        self.instance.keep(self.cleaned_data["file"], by=self.user)
        return self.instance
