"""Language models as extractors: they answer with words of the report, or what they say does not enter."""
