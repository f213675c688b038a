-- Every reject's run is there.
select rejects.path, rejects.run_id
from rejects
anti join runs using (run_id)
order by rejects.path;
