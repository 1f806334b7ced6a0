"""Path converters: an unknown action in an address is a 404 before any view runs."""

from django.urls import register_converter

from cppcc.order import Direction


def register_choices(name: str, choices) -> None:
    """Let `<name:…>` in a path stand for one of an enum's values."""

    class ChoiceConverter:
        regex = "[a-z_]+"

        def to_python(self, value):
            return choices(value)  # a ValueError is "no such page"

        def to_url(self, value):
            return str(value)

    register_converter(ChoiceConverter, name)


register_choices("direction", Direction)
