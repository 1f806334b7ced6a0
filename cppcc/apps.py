"""The kernel as a Django app: its own tables, and the search for what every app declares."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class KernelConfig(AppConfig):
    name = "cppcc"
    verbose_name = "内核"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        autodiscover_modules("figures", "links", "agenda")
