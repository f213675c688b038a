create or replace temp table moves (
    lost ubigint,
    kept ubigint
)
