-- Whether so much is reached that all are sooner linked than that again and again.
select 4 * (select count(*) from reached) > (select count(*) from mention_facts)
    and (select count(*) from reached) > 1000
