"""Tables and views as files: one step for each format, one selection for each kind of row."""
