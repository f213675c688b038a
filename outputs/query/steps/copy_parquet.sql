copy (
  from query($question)
) to $path (
  format parquet,
  compression zstd
)
