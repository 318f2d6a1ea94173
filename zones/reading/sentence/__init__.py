"""A sentence's structure: trees of words, made by a dependency parser.

::

    tree           words, and which word each one depends on
    repair         what the parser is known to get wrong, put right, in order:
    repair_verbs       verbs taken for something else
    repair_speakers    who says what
    repair_arguments   subjects, objects and prepositions on the wrong word
    rows           the rows of a sentence as repairs need them
    quick_spacy    spaCy, imported without its command line
    word_matcher   spaCy's patterns of single words, what fits them remembered
    model          the English model: found, checked and loaded
    parser         sentences to trees
"""
