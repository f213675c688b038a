"""Questions in SQL: asked of a locked dataset, answered as a table to read or as text to keep."""
