"""Reports in: one reader per format, chosen by content; containers (archives) give their members to them."""
