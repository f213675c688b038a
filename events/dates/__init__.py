"""Words to intervals of days.

`find.find_times` reads every expression of time in a sentence, `dateline.read_dateline` a report's first
line, `numeric.order_of` which way round a report writes its numeric dates. The words stand in
schemas/codebooks/times.toml, the mechanism once in the rules (`absolute`, `numeric`, `weekdays`, `relative`,
`periods`), what joins them ("from Friday to Sunday") in `frames`; dateparser (`fallback`) comes last.
"""
