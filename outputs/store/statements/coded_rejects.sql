-- What was set aside this time and not before.
create or replace temp table changed_rejects as
from staged_rejects
anti join rejects
    on rejects.path = staged_rejects.path
    and rejects.part is not distinct from staged_rejects.part
    and rejects.reason = staged_rejects.reason
    and rejects.detail = staged_rejects.detail
