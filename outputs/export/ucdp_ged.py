"""UCDP GED's layout of 49 columns."""

from outputs.export.coded_layout import CodedLayout, Table

__all__ = ["UCDP_GED"]

UCDP_GED = CodedLayout(
    name="ucdp-ged",
    book="ucdp_ged",
    folder="ucdp_ged",
    means="UCDP GED's 49 columns: one row for each deadly incident of organised violence.",
    steps=(
        "common/words",
        Table("ucdp_ged/countries", "ucdp_ged_countries"),
        "ucdp_ged/states",
        "common/numbers",
        "common/tellers",
        "ucdp_ged/named",
        "common/parties",
        "ucdp_ged/fates",
        "ucdp_ged/sides",
        "ucdp_ged/dyads",
        "ucdp_ged/deaths",
        "ucdp_ged/sources",
    ),
)
