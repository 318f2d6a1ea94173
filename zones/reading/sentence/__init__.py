"""A sentence's structure: trees of words, made by a dependency parser.

::

    tree           words, and which word each one depends on
    repair         what the parser is known to get wrong, put right
    quick_spacy    spaCy, imported without its command line
    model          the English model: found, checked and loaded
    parser         sentences to trees
"""
