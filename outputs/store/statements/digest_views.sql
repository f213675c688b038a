-- The columns of all views. Their text is no witness: DuckDB writes it otherwise once a file was closed.
select coalesce(md5(string_agg(concat_ws(' ', table_name, column_name, data_type), ',' order by table_name, column_name)), '')
from duckdb_columns()
join duckdb_views() on view_name = table_name
where duckdb_columns.database_name = current_database()
  and duckdb_views.database_name = current_database()
  and not duckdb_views.internal
  and not duckdb_views.temporary
