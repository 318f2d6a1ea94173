"""Mutation testing: small faults put into the sources, and whether a test notices.

    operators   what can be put in: one fault, at one place of one file
    trials      a fault tried: a forked process imports the faulty source and runs the tests that reach it
    __main__    the sample, and the table

`make mutants` runs it. docs/trust.md says how the libraries for it did here: mutmut forks its mutants from a process
whose caches and fixtures are made already, and so counts what they hide as not noticed; cosmic-ray starts Python anew
for each.
"""
