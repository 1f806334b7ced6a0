"""Tables that people hand in: preview, confirm, all or nothing."""
