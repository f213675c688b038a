create temp table answer as
select source, format, places, names, licence, version, added, refused, attribution
from sources
order by bundled desc, precedence, source
