"""
What people read in a terminal: tables where there is one, plain text in pipes and files.

::

    reading      `zonemap read`: documents, zones with members, claims, quotations
    story        `zonemap explain`: one zone or one nationality, in order of time
      subject    which zone or nationality a word means
      statements claims that one sentence makes of several nationalities, as one statement
    answer       `zonemap lookup`; needs no rich, so that it starts at once
    passed_over  sentences from which nothing was made, and why
    summary      what `zonemap map` found, in a few lines
    quotations   numbered quotations, told once and referred to by number
    page         a console that fits where it prints
    words        numbers, days and texts in words
"""
