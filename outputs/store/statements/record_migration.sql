insert into migrations (number, name)
values ($number, $name);
