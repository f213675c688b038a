select count(*)
from chosen
