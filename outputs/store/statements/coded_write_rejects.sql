insert into rejects
select changed_rejects.* replace ($run_id as run_id)
from changed_rejects
