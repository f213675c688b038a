-- The beginning of a report's words, as much of it as may leave.
create or replace temp macro excerpt(words) as
  case
    when len(words) > (select characters from allowed_excerpts)
      then left(words, (select characters from allowed_excerpts)) || '…'
    else words
  end
