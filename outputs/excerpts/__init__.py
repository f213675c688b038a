"""Excerpts of reports: what of their words may leave a dataset that is published."""
