delete from answers
where service = $service
    and server = $server
    and key = $key
    and country_code is not distinct from $country_code
