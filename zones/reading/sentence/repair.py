"""What the parser is known to get wrong, put right: each fault a function of its own, tried in order."""

from __future__ import annotations

from zones.reading.sentence.repair_arguments import (
    asked_for,
    clause_subjects,
    compound_subjects,
    gerund_subjects,
    given_consents,
    no_information,
    opening_days,
    participle_subjects,
    set_off_subjects,
    wished_subjects,
)
from zones.reading.sentence.repair_lists import (
    belated_appositions,
    described_subjects,
    floating_each,
    forces_after_places,
    parted_subjects,
    places_after_spans,
    second_prepositions,
)
from zones.reading.sentence.repair_speakers import (
    inverted_speakers,
    late_attributions,
    lost_speakers,
    parted_clauses,
    split_names,
    stolen_clauses,
    stolen_objects,
    stolen_parties,
    stolen_subjects,
)
from zones.reading.sentence.repair_verbs import (
    disagreeing_verbs,
    garden_paths,
    joined_verbs,
    nouns_for_verbs,
    ordinal_subjects,
    parallel_infinitives,
    provisions,
    swallowed_verbs,
)
from zones.reading.sentence.tree import Row

__all__ = ["repaired"]


def repaired(rows: list[Row]) -> list[Row]:
    """Return the rows of a sentence with known faults mended."""
    for repair in (
        nouns_for_verbs,
        opening_days,
        participle_subjects,
        compound_subjects,
        provisions,
        no_information,
        gerund_subjects,
        second_prepositions,
        places_after_spans,
        belated_appositions,
        forces_after_places,
        floating_each,
        joined_verbs,
        parallel_infinitives,
        disagreeing_verbs,
        ordinal_subjects,
        garden_paths,
        swallowed_verbs,
        set_off_subjects,
        parted_subjects,
        described_subjects,
        inverted_speakers,
        lost_speakers,
        stolen_subjects,
        stolen_clauses,
        stolen_parties,
        stolen_objects,
        clause_subjects,
        wished_subjects,
        given_consents,
        split_names,
        asked_for,
        late_attributions,
        parted_clauses,
    ):
        rows = repair(rows)
    return rows
