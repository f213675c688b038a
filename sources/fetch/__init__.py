"""Pages that the user names by their addresses, kept as a web archive; nothing else is fetched."""
