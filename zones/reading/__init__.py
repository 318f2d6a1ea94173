"""How sentences become areas and claims. See `docs/reading.md`.

Imports run one way: nothing imports what stands below it here.

::

    tokens                                 words and sentences
    budget                                 how much of a document is read
    lexicon                                the words the reader knows, as data
    numbers, dates                         "15 to 20 km", "on Thursday"
    sentence                               trees: which word depends on which
    nations, placenames                    names of countries, units, towns and regions
    scan, elsewhere                        a sentence with the names in it; sentences about other countries
    nation_lists                           "Russia, Turkey and Iran"

    grammar                                phrases about space become area trees
    whereabouts                            where forces are

    nouns                                  forces, bodies of a state, posts, zones, deals
    mentions, outlets                      a sentence with its structure and what it names; news agencies
    members                                the countries that a group's name is followed by
    governors, saying                      words that decide whether a deed will be, and that hand it on
    negation, mood                         not, nobody, under no circumstances; will, may, has, to
    frames                                 rules that find a deed and fill its slots
    resolved                               what "they" comes to: nations, or it stays open
    force_memory, deed_memory              "the troops", "the patrols" told of before
    list_memory, groups                    "Russia, Turkey and Iran", and "those countries"
    named_above                            who is asked, talked with or acts above a pronoun
    reference                              whom "they", "its", "those countries", "his country" mean
    subjects                               who does what a verb tells
    owners, askings, talks                 whose forces; who is asked for them; with whom they are talked about
    senders                                who sends
    clauses                                supposed, asked, left out
    modality                               a deed's status, from its verb outwards
    people, attributions                   who speaks; which words are theirs
    said_days, voices                      who says it, when, through which outlet
    topics                                 matters told before
    grounds, abroad, placing               places without a name; deeds in other countries; where it would be
    extent_verbs                           verbs that say that a zone covers, lies, leaves out, is set up
    signals                                which sentences must be told of
    agreed_before                          deals told before, by which what follows is agreed
    claim_status                           the status for each sender: who refuses, whose forces
    claim_draft, passed_sentences          a claim; a sentence that makes none, and why
    sentence_claims, claim_reader          the claims of a sentence, and of a document

    retractions                            what the text itself takes back
    introductions, existence               where a zone is spoken of, and whether the text says that there is one
    antecedents                            whether "it" may mean a zone
    predication                            the head of a zone's noun phrase, and the verbs that tell of it
    tie, area_arguments                    what ties an area to a zone; where the areas of a verb stand
    zone_mentions, zone_ties               the zones of a sentence; where it ties an area to one of them
    measures, continuations                strips and depths, words added to a list
    appositions, naming                    areas beside a zone without a verb; noun phrases that define
    partly                                 whether all of the areas is meant, or parts of them
    told_limits                            what forces would hold or keep out of
    strip_facts, open_strips               the depth and ends of a strip, told beside where it lies or piece by piece
    undrawn                                words about the extent that no area could be made of
    definition, account                    what a sentence says the zone covers, with every place name accounted for
    definitions, rows                      in a sentence, or line by line
    zone_draft, zone_lists, zone_settling  a zone, the zones of a list, what only the whole text settles
    zone_reader                            the zones of a document
    accord_reader                          the accord behind the zones
"""
