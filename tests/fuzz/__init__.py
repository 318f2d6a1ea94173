"""Hostile input for everything that reads: a few examples in every test run, hours of them by ``make fuzz``.

::

    targets        `target`: a property with its inputs, run briefly by pytest and for long by __main__
    mutations      inputs that were good once: characters, bytes and JSON values changed here and there
    forms          texts, pages and tables that nobody writes, of any length
    growth         whether time and memory grow with the length, and no faster
    patterns       every regular expression of the project; attacks: what each of them may be shown
    soundness      what holds of every set of zones, whatever was read
    test_*         the properties, by what is read
    __main__       the long run: python -m tests.fuzz --minutes 10

A crash that the long run finds becomes an ``@example`` of its target, or a test by name beside it.
"""
