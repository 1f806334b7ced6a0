"""The kernel of the township CPPCC work-planning system; it knows no app."""
