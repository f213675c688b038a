"""Scores per field against coded reports."""
