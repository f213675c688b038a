"""The codebooks' words, made ready for looking up, and what their entries say."""
