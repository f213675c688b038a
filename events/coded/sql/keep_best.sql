insert into matched
from best
