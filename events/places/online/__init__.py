"""Online geocoders, asked for what the gazetteer lacks when a user wants that; their answers are kept beside it."""
