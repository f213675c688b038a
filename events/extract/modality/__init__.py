"""Whether what words tell happened, who says so, and whether the report is about a conflict at all."""
