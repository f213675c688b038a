"""Words to gazetteer entries."""
