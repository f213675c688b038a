"""The parse and what is read from it: words and their heads, phrases, roles, pronouns."""
