-- By what the views were made last: opening a file makes them anew only where the program or they have changed.
create table described (
  description varchar,
  views varchar
);
