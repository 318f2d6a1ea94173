"""Mutation testing: small faults put into the sources, and whether a test notices.

    operators   what can be put in: one fault, at one place of one file
    trials      a fault tried: a forked process imports the faulty source and runs the tests that reach it
    __main__    the sample, and the table

`make mutants` runs it. Why not one of the libraries: mutmut cannot see which tests rest on a session fixture or a
cache, takes no decorated function and no constant of a module, and would run each doctest once a mutant; cosmic-ray
starts Python for each mutant and knows no coverage. Each would leave most of these packages untried, or take days.
"""
