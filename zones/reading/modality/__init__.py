"""Modality: what becomes of a deed, composed from its own verb outwards through everything that governs it.

The way starts at the deed's own mood ("will", "could", "to send"), climbs from each word to the one that governs it,
and lets every governor change the status by its row in `lexicon/governors.toml`. Where a link isn't understood there
is no status but a reason. In "Peru has not agreed to send troops": "to send" is open, "not agreed" makes it undecided.

Imports run one way: nothing imports what stands below it here.

::

    fate                       what becomes of a deed
    composition                what an effect makes of a state: "denied" over "planned"
    deals                      "under the deal", "part of it are patrols"
    ascent                     the way up: the state so far, and the words that made it

    own_form                   where it starts: "will send", "no deployment"
    effects                    what a governor makes of the state
    polarity                   affirmed, negated or left open: "no decision", "yet to decide"
    silences                   governors that say nothing: "did not wish to say", "approve any deployment"
    governing                  governors: "agreed to", "talks on"

    prepositions               "against sending", "short of sending"
    sayings                    "said that", "would not say whether"
    relatives                  "a plan by which they will patrol"
    light_verbs                "is on the table", "is in talks about", "there will be"
    verdicts                   words over a status: "the plan is dead"
    carriers                   words that carry a deed on: "will begin to patrol"

    ending                     where it ends: conditions, and why there is no status
    climb                      the rules in their order, from the deed to the top of its sentence
"""
