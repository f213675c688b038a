"""ACLED's layout of 31 columns."""

from outputs.export.coded_layout import CodedLayout, Table

__all__ = ["ACLED"]

ACLED = CodedLayout(
    name="acled",
    book="acled",
    folder="acled",
    means="ACLED's 31 columns: one row for each incident of a known kind, day and place.",
    steps=(
        "common/words",
        "acled/types",
        Table("acled/countries", "acled_countries"),
        Table("acled/interactions", "acled", "interactions"),
        Table("acled/outlets", "source_scales"),
        "common/numbers",
        "common/tellers",
        "acled/named",
        "common/parties",
        "acled/fates",
        "acled/camps",
        "acled/scales",
    ),
)
