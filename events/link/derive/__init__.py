"""An incident's values from its mentions' accounts, by named rules: one SQL file for each thought."""
