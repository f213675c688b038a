-- GeoParquet 1.1.0: a column of WKB, and what it is in the key "geo"; without a "crs" it is OGC:CRS84.
-- Written by us because DuckDB leaves the key out where there is no point at all.
copy (
  select
    *,
    point(longitude, latitude) as geometry
  from query($question)
) to $path (
  format parquet,
  compression zstd,
  geoparquet_version 'NONE',
  kv_metadata {
    geo: '{"version":"1.1.0","primary_column":"geometry","columns":{"geometry":{"encoding":"WKB","geometry_types":["Point"]}}}'
  }
)
