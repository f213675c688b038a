-- The rule of each field; `known` ranks its words from the best known to the least.
create or replace temp table rules as
select unnest($rules::struct(field varchar, rule varchar)[], recursive := true)
