-- Whether more mentions changed than did not.
select 2 * (select count(*) from changed) > (select count(*) from mention_facts)
