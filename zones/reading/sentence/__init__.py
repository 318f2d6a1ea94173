"""A sentence's structure: trees of words, made by a dependency parser."""
