"""The kernel of the township CPPCC work-planning system; it knows no app."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
