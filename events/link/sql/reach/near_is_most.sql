-- Whether so much is near that all are sooner linked than that is compared and then linked.
select 4 * (select count(*) from asked) > 3 * (select count(*) from mention_facts)
    and (select count(*) from asked) > 1000
