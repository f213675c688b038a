-- What will be compared again.
delete from reprints
where (copy, original) in (
    select one, other
    from candidates
    union all
    select other, one
    from candidates
)
