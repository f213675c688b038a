"""Reports in: one reader per format, chosen by content."""
