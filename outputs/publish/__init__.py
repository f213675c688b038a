"""A bundle to publish: data in files, with the codebook, the descriptions and the citation that archives ask for."""
