"""A report's text: its sentences without a web page's leftovers, its opening, its case written out for the parser."""
