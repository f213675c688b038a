"""The DuckDB file: how it is opened, migrated, loaded, read and proved."""
