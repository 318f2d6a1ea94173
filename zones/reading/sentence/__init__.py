"""A sentence's structure.

::

    quick_spacy    spaCy, imported without its command line
    model          the English model: found, checked and loaded
"""
