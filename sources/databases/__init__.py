"""Newspaper databases: how each writes the articles of a download, one module a layout.

`nexis` is Nexis Uni (`nexis_uni`) and the older LexisNexis (`lexisnexis`); `factiva` is Factiva with codes
(`factiva_coded`), without (`factiva_plain`) and as a saved page (`factiva_page`). They work on lines, one paragraph
or one broken line of it each, with or without blank lines between.
"""
