"""Lists of events that others have coded: one module for each layout, read row by row."""
