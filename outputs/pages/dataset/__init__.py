"""The page of a dataset: map, timeline, filters, table and the evidence of every incident, in one HTML file."""
