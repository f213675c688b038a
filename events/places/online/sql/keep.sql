insert into answers
values ($service, $server, $key, $country_code, $name, $asked_at, $places)
