"""The words everyone uses: frozen records, the vocabularies and codebooks, the errors."""
