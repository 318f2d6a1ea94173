"""How sentences become areas and claims. See `docs/reading.md`.

Imports run one way: nothing imports what stands below it here.

::

    tokens                                 words and sentences
    lexicon                                the words the reader knows, as data
    numbers, dates                         "15 to 20 km", "on Thursday"
    nations, placenames                    names of countries, units, towns and regions
    scan, elsewhere                        a sentence with the names in it; sentences about other countries
    nation_lists, forces, subjects         whose forces, and who acts
    collectives                            "the guarantors", "both countries"

    attribution, outlets                   who says something, by the words
    speaker_phrases, turns, said_on
    speech, retractions                    and what the text itself takes back
    person_names, speakers, voice, voices  whom that means, through pronouns and quotations

    grammar                                phrases about space become area trees
    introductions, extent_verbs            where a zone is spoken of, and what says that it covers something
    definition, coverage, placements       what a sentence says a zone covers
    definitions, rows                      in a sentence, or line by line
    zone_draft, zone_reader                the zones of a document

    status, clauses, whereabouts           which status, in which clause, where
    claim_draft, statement, parties        what a clause states of whose forces
    outcomes, placing, deed_dates
    claim_reader                           the claims of a document
    accord_reader                          the accord behind the zones
"""
