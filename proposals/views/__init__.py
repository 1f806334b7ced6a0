"""Views of proposals, suggestions and the follow-up list."""
