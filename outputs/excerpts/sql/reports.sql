create or replace temp view reports as
select * replace (
  case when (select texts from allowed_excerpts) then text end as text,
  excerpt(title) as title
)
from whole_reports
