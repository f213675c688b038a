"""Write the pages anew: `python -m tests.documentation`, or `make docs`, which does the generated ones too."""

from tests.documentation.pages import PAGES, ROOT, refreshed

if __name__ == "__main__":
    for page in PAGES:
        (ROOT / page).write_text(refreshed(page), encoding="utf-8", newline="\n")
