-- By which program, rules, settings and gazetteer the runs made it.
select
  version,
  extractor,
  settings_digest,
  gazetteer_digest,
  count(*) as runs
from runs
group by all
order by all
