-- The codebook's weights and limits in one row.
create or replace temp table figures as
select $figures as worth
