"""Redaction: what could name a person, or a place closer than its district, is gone before anything leaves."""
