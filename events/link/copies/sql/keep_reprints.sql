insert into reprints
select
    unnest($copies::varchar[]),
    unnest($originals::varchar[])
