"""The page of errors: each report that was read wrongly, its text with marks, expected beside given."""
