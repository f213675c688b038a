"""GTD's layout of 135 columns."""

from outputs.export.coded_layout import CodedLayout, Table

__all__ = ["GTD"]

GTD = CodedLayout(
    name="gtd",
    book="gtd",
    folder="gtd",
    means="GTD's 135 columns: one row for each attack by others than a state; what no report tells is empty.",
    steps=(
        "common/words",
        Table("gtd/countries", "gtd_countries"),
        Table("gtd/attack_types", "gtd", "attack_types"),
        Table("gtd/target_types", "gtd", "target_types"),
        Table("gtd/weapon_types", "gtd", "weapon_types"),
        Table("gtd/regions", "gtd", "regions"),
        Table("gtd/attack_kinds", "gtd", "attacks"),
        "common/numbers",
        "common/tellers",
        "gtd/named",
        "common/parties",
        "gtd/attacks",
        "gtd/fates",
        "gtd/sources",
    ),
)
