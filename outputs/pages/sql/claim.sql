from claims
where claim_id = $id
