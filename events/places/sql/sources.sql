select source, format, bundled, precedence, version, licence, attribution, places, names, refused, digest, added
from sources
order by bundled desc, precedence, source
