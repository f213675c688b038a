"""A report to tellings and claims: pure, no clock, no network, no files."""
