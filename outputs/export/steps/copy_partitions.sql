-- What has no country or no year lies in a part of its own, as Hive names it.
copy (
  select
    *,
    year(date_start) as year
  from query($question)
) to $path (
  format parquet,
  compression zstd,
  partition_by (country_code, year),
  write_partition_columns true
)
