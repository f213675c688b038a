"""Plots: a dataset's map, its course over time, its types, actors and tolls, as Vega-Lite draws them."""

__all__ = ["FORMATS", "PLOTS"]

# What can be drawn, and as what.
PLOTS = ("map", "timeline", "months", "types", "actors", "tolls")
FORMATS = ("png", "svg", "pdf")
