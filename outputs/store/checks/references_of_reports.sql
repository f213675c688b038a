-- Every copy has its original, which is no copy itself.
select copies.report_id, copies.copy_of
from reports as copies
left join reports as originals on originals.report_id = copies.copy_of
where copies.copy_of is not null
    and (originals.report_id is null or originals.copy_of is not null)
order by copies.report_id;
