"""Where the forces of a claim would be, where no name stands beside them."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of

DIVIDED = "The daily wrote that the three meant to cut the Hama area into two. {}"
PLACES = [
    ("what is told of a matter in its own sentence is said of the place told there", [
        ("Asked about Omani observers in Hama, the minister said that he could not confirm it.", "Hama"),
        ("Omani observers may come to Hama. The minister said that the question had not been raised.", None),
    ]),
    ("a direction alone means that part of what was just divided", [
        (DIVIDED.format("Omani troops would be posted to the north."), "Hama"),
        (DIVIDED.format("Chadian units would be posted north, with Omani troops sitting between the two."), "Hama"),
        (DIVIDED.format("Omani troops would be posted to the north of Homs."), "Homs"),
        (DIVIDED.format("They met in May. They met in June. Omani troops would be posted to the north."), None),
        ("The daily wrote that the three met in the Hama area. Omani troops would be posted to the north.", None),
    ]),
    ("the border and the land along it are places", [
        ("In Syria, soldiers of Oman would patrol the border together.", "border"),
        ("In Syria, a zone lies on the Iraqi border. Soldiers of Oman would patrol the border.", "Iraqi border"),
        ("In Syria, soldiers of Oman are to patrol in border areas on both sides of it.", "border areas"),
        ("In Syria, soldiers of Oman would patrol the border crossing.", None),
    ]),
    ("a place that is attacked or in a body's name is not where others are posted", [
        ("It is meant to contain the Chadian push into Homs by joint Omani patrols.", None),
        ("It is planned to set up joint Omani patrols under the Council of Homs.", None),
        ("It is planned to set up joint Omani patrols in the Homs district.", "Homs"),
    ]),
    ("other zones than those named are nowhere in particular", [
        ("Chad watches the Homs zone, while the remaining zones will be guarded by Omani police.", None),
        ("Chad watches the Homs zone, while the other zone in Hama will be guarded by Omani police.", "Hama"),
    ]),
    ("a zone is where the words right after it put it", [
        ("Presidents Settle on Truce for Hama\nOmani troops will police the truce.", "Hama"),
        ("Presidents settle on a truce and fly to Hama\nOmani troops will police the truce.", None),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place"), [(text, place) for _, cases in PLACES for text, place in cases])
def test_a_claim_is_placed_by_what_its_words_say(text: str, place: str | None) -> None:
    claim = [claim for claim in claims_of(text) if claim.nationality == "OM"][-1]
    assert (claim.place.text if claim.place else None) == place
