"""Two extractors on the same reports: where they agree, where not, and the words of both."""
