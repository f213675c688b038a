"""Files for other programs: one module for each format that DuckDB's `copy` does not write alone."""
