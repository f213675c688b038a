-- How values look when they leave the dataset. The macros are temporary: nothing is written to the file.

-- Numbers, truth values, dates and times: DuckDB writes them, so that no report's words can stand in them.
create or replace temp macro is_typed(value) as regexp_full_match(
  typeof(value),
  'BOOLEAN|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|BIGNUM|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|DATE|TIME(_NS)?|TIMESTAMP(_S|_MS|_NS)?|TIME(STAMP)? WITH TIME ZONE|INTERVAL|UUID'
);

-- ISO 8601: 2023-09-24T10:00:00
create or replace temp macro printed(value) as case
  when starts_with(typeof(value), 'TIMESTAMP') then replace(cast(value as varchar), ' ', 'T')
  else cast(value as varchar)
end;

-- A spreadsheet runs a cell that begins with = + - or @ (or their full-width forms), also behind blanks and
-- invisible characters. One that expects semicolons or tabs begins a cell behind each, and behind every
-- line break, whatever the quotation marks say: "killed;=HYPERLINK(...)".
create or replace temp macro starts_a_cell() as '(^|[;\t\r\n])';
create or replace temp macro blanks() as
  '[\x00-\x08\x0B\x0C\x0E-\x20''\x7F-\xA0\xAD\x{1680}\x{180E}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}-\x{206F}\x{3000}\x{FEFF}]*';
create or replace temp macro starts_a_formula() as
  '[=+@\x{FF1D}\x{FF0B}\x{FF0D}\x{FF20}\x{FE66}\x{FE62}\x{FE63}\x{FE6B}-]';

-- Nearly all cells begin with a letter or a digit and hold no separator: these comparisons are cheap, the patterns are
-- what a large export's time would go into.
create or replace temp macro begins_plainly(cell) as
  cell >= 'A' and cell < '{' or cell >= '0' and cell < ';';

create or replace temp macro may_run(cell) as case
  when begins_plainly(cell) then
    case
      when contains(cell, ';') or contains(cell, chr(9)) or contains(cell, chr(10)) or contains(cell, chr(13))
        then regexp_matches(cell, '[;\t\r\n]' || blanks() || starts_a_formula())
      else false
    end
  else regexp_matches(cell, starts_a_cell() || blanks() || starts_a_formula())
    or regexp_matches(cell, '^' || blanks() || '[\t\r\n]')
end;

-- An apostrophe makes it words again. docs/export.md says how to take it away.
create or replace temp macro guarded(cell) as case
  when may_run(cell) then regexp_replace(
    regexp_replace(
      cell,
      starts_a_cell() || '(' || blanks() || starts_a_formula() || ')',
      '\1''\2',
      'g'
    ),
    '^(' || blanks() || '[\t\r\n])',
    '''\1'
  )
  else cell
end;

create or replace temp macro csv_cell(value) as case
  when is_typed(value) then printed(value)
  else guarded(printed(value))
end;

-- JSON has no NaN and no infinity: they are not known, hence null.
create or replace temp macro json_cell(value) as case
  when typeof(value) in ('DOUBLE', 'FLOAT') and not isfinite(try_cast(value as double)) then null
  when starts_with(typeof(value), 'TIMESTAMP') then to_json(printed(value))
  else to_json(value)
end;
