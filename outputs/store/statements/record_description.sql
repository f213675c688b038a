insert into described
values ($description, $views)
