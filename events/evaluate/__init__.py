"""Scores per field against coded reports.

`reader` reads the gold (`gold`, in the words of several sources: `coding`), `run` lets affray tell the same
reports (`predictions`), `align` pairs the two within each report (`assignment`), `slots` say when two
values agree, `score` counts (`tally`, `scores`), `table` prints, `floors` hold what was reached.
`tasks` lists what can be scored.
"""
