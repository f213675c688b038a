"""Names of places anywhere in a report: what the gazetteer knows, weighed by the words beside it."""
