create table if not exists migrations (
    number integer,
    name varchar
);
