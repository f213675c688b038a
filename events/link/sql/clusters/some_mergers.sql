select count(*)
from mergers
