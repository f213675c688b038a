-- A count as people write it: "4", or "4 to 9" where accounts differ; null where none is told.
create or replace temp macro spanned(low, best, high) as
    case
        when low < high then concat(low, ' to ', high)
        else best::varchar
    end
