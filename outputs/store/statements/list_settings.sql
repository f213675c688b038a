select key, value
from settings
order by key;
