"""Data out: the DuckDB store, its SQL, the exporters, the pages people look at."""
