"""Official papers (公文): one value (tree), three renderings of it (html, pdf, docx)."""
