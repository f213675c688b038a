"""Words to gazetteer entries: the gazetteer file, the choice among its candidates, the point and its radius."""
