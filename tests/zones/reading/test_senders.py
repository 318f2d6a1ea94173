"""Whose forces a sentence speaks of, and whose it does not."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of

DEAL = "Chad, Mali and Niger signed a deal on zones in Syria."
WHO = [
    ("The envoy got Oman, Peru and Chad to agree to send observers to Idlib.", {"OM", "PE", "TD"}),
    ("Oman would seek to man an area in Idlib with local fighters.", set()),
    ("Oman offered to man the posts in Idlib with its own police.", {"OM"}),
    ("Oman offered to man the posts in Idlib with Omani police.", {"OM"}),
    (
        "Chad is in touch with countries which may send observers of their own to Idlib, its minister said.",
        set(),
    ),
    ("Chad is negotiating with Oman and Peru about sending observers to Idlib.", set()),
    (f"{DEAL} Chad is negotiating with Oman and Peru about sending observers to Idlib.", {"OM", "PE"}),
    (f"{DEAL} Oman is in talks with Chad about sending observers to Idlib.", {"OM"}),
    (f"{DEAL} Mali is in talks with Chad about sending observers to Idlib.", set()),
    ("Chad is negotiating with the two countries about sending observers to Idlib.", set()),
    (f"{DEAL} Chad wants men from Peru and Oman. It negotiates with Peru about sending men to Idlib.", set()),
    ("Chad is in talks with the rebels about sending its observers to Idlib.", {"TD"}),
    ("The envoy secured the consent of Oman, Peru and Chad to send observers to Idlib.", {"OM", "PE", "TD"}),
    ("Oman gave its consent to Peru sending observers to Idlib.", {"PE"}),
    ("The UN won a promise from Peru to send observers to Idlib.", {"PE"}),
    ("Three Omani officers got Peru's approval to send observers to Idlib.", {"OM"}),
    ("Peruvian soldiers will patrol the zone in Idlib together with the Omanis.", {"PE", "OM"}),
    ("Peruvian soldiers will patrol the zone in Idlib, as agreed with the Omanis.", {"PE"}),
    ("A joint Peruvian-Omani-Chadian centre would monitor the truce in Homs.", {"PE", "OM", "TD"}),
    ("A Peruvian-backed Omani centre would monitor the truce in Homs.", {"OM"}),
    ("Lima insists on the deployment of observers in Idlib.", set()),
    ("Peru, not Oman, will patrol the zone in Idlib.", {"PE"}),
    ("Peru and not Oman will patrol the zone in Idlib.", {"PE"}),
    (
        "The zone in Idlib will be guarded by men from Peru, which is an ally, and from Oman, which is not.",
        {"PE", "OM"},
    ),
    (
        "The zone in Idlib will be kept by means of patrols of Peruvian units and units of Oman's police.",
        {"PE", "OM"},
    ),
    ("The three states, Peru, Oman and Chad, each agreed to send observers to Idlib.", {"PE", "OM", "TD"}),
    ("To send observers to Idlib was agreed by each of the two countries, Peru and Oman.", {"PE", "OM"}),
    ("Chad is optimistic about Peru and Oman taking part in a force in Idlib.", {"PE", "OM"}),
    ("On Monday Peru said it did not plan to send troops to Idlib.", {"PE"}),
    ("Peru said there were no plans to send troops to Idlib.", {"PE"}),
    ("The first joint patrol of the motorway in Idlib with Peru is due to start on Sunday.", {"PE"}),
    ("The truce in Idlib has to be monitored. This would be done by Peruvian police.", {"PE"}),
    ("The foreign minister of Peru said that the plans to send troops to Idlib were secret.", set()),
    ("There will be no forces supervised by the United Nations in Idlib.", {"UN"}),
    ("There will be no forces supervised by Peru's ally in Idlib.", set()),
    ("Monitoring forces, including Peruvian police, will be deployed in Idlib.", {"PE"}),
    ("The UN Security Council authorized up to 30 unarmed observers for Idlib.", {"UN"}),
    ("The council of the city authorized up to 30 unarmed observers for Idlib.", set()),
    ("UN votes to send monitors to Idlib", {"UN"}),
    (
        "Peru and Oman begin joint patrol in Idlib on Sunday. The patrol will start on the M4 highway.",
        {"PE", "OM"},
    ),
    (
        "Peru and Oman spoke. No Assad forces will be in the zone in Idlib, and they will have no role there.",
        set(),
    ),
    ("Philippine peacekeepers in the zone in Idlib to stay for now, Fiji offers troops for it", {"FJ"}),
    ("Joint patrols in Idlib are under discussion between Peru and Oman.", {"PE", "OM"}),
    ("Monitoring the truce in Idlib will be up to Peru.", {"PE"}),
    ("Peruvian but not Omani soldiers will patrol the zone in Idlib.", {"PE"}),
    ("Peru rather than Oman will patrol the zone in Idlib.", {"PE"}),
    ("Peru, instead of Oman, will patrol the zone in Idlib.", {"PE"}),
    ("Peru, unlike Oman, will send observers to Idlib.", {"PE"}),
    ("All the guarantors but Oman will send observers to Idlib.", set()),
    ("Soldiers from Peru, not from Oman, will patrol the zone in Idlib.", {"PE"}),
    ("The patrols in Idlib will be begun by Peruvian soldiers and by Omani soldiers.", {"PE", "OM"}),
    ("The truce in Idlib will be kept with forces of the Peruvian army.", {"PE"}),
    ("The safe zone in Idlib will be under the control of Peruvian forces.", {"PE"}),
    ("The safe zone in Idlib would be secured by Peru.", {"PE"}),
    ("Peru wants to secure its border.", set()),
    ("Peru has announced that troops of its own will go to Idlib.", {"PE"}),
    ("The leaders of Peru and Oman, says the paper, are urged to send troops to Idlib.", {"PE", "OM"}),
    ("Peru and Oman agreed that joint patrols should be held in Idlib.", {"PE", "OM"}),
    ("Peru and Oman have agreed, the embassy said, to patrol the zone in Idlib.", {"PE", "OM"}),
    ("The monitoring of the zone in Idlib will be entrusted to observers from Peru.", {"PE"}),
    ("Peru's premier ordered border police to cross into Syria.", {"PE"}),
    ("Rebels backed by Peru, who would control a buffer zone in Idlib, asked for arms.", set()),
    ("Peru's allies Oman and Chad will send observers to Idlib.", {"OM", "TD"}),
    ("Peru is to take over the posts of Omani soldiers in Idlib.", {"PE"}),
    ("Oman had received no request from Peru for observers in Idlib.", {"OM"}),
    ("Peru requested responsibility for policing the safe zone in Idlib.", {"PE"}),
    ("There are no plans in Lima to send observers to Idlib.", {"PE"}),
    ("The readiness of Peru to send observers to Idlib is great.", set()),
    ("Lima is against having Omani soldiers in Idlib.", {"OM"}),
    ("Peru could send observers to Idlib. Oman could do this, too.", {"PE", "OM"}),
    ("Peru and Oman agreed to see that rebels leave Idlib and to start joint patrols there.", {"PE", "OM"}),
    ("Peru hosted talks on sending observers to Idlib.", set()),
    ("Peru wants to send an Arab force to Idlib.", set()),
    ("Oman denied that it was talking with Peru about its soldiers going to Idlib.", {"OM"}),
    ("Monitoring forces that include Omani police will be stationed around Homs.", {"OM"}),
    ("The force, which will include Omani soldiers, will be deployed in Hama.", {"OM"}),
    ("Monitoring forces that do not include Omani police will be stationed around Homs.", set()),
    ("The president ordered almost all Omani troops to leave northern Syria.", set()),
    ("The president ordered Omani troops to attack Homs.", set()),
    ("The president ordered Omani troops to enter northern Syria.", {"OM"}),
    ("Peru and Oman would work together on the safe return of refugees to Syria.", set()),
    ("Peru and Oman agreed on the return of Omani observers to Idlib.", {"OM"}),
    ("Peru and Oman could join the peace process for Syria as observers.", set()),
    ("Peru and Oman could join the others in Homs as observers.", {"PE", "OM"}),
    ("Peru and Oman could join the mission in Homs as observers.", {"PE", "OM"}),
    ("The president ordered Omani forces out of northern Syria.", set()),
    ("The president ordered Omani forces into northern Syria.", {"OM"}),
    ("The military police, who come from Salalah in Oman, will patrol Idlib.", {"OM"}),
    ("The military police, who come from Salalah, will patrol Idlib.", set()),
    ("Foreign soldiers, Omani ones among them, could take part in a mission in Syria.", {"OM"}),
    ("Omani military police arrived in Syria on Monday. The military police will patrol Idlib.", {"OM"}),
    ("Omani military police arrived in Syria on Monday. The police will patrol Idlib.", {"OM"}),
    ("Omani and Peruvian troops reached Syria. The troops will patrol Idlib.", {"OM", "PE"}),
    ("Omani police reached Syria. The soldiers will patrol Idlib.", set()),
    ("Omani troops are in Hama. The rebel troops will patrol Idlib.", set()),
    ("Omani troops are in Hama. Rebel troops left. The troops will patrol Idlib.", set()),
    ("Syrian troops and Omani troops are in Hama. The troops will patrol Idlib.", set()),
    ("Omani troops are in Hama. One man spoke. Another spoke. The troops will patrol Idlib.", set()),
    (
        "According to news from Oslo, Peru and Oman, which agree, and Chad, which waits, may send forces to Idlib.",
        {"PE", "OM", "TD"},
    ),
    ("Peru, which supports Oman, and Chad, which opposes Mali, may send forces to Idlib.", {"PE", "TD"}),
    (
        "Under a deal of Oslo, Norway, Peru and Oman, which agree, and Chad will send forces to Idlib.",
        {"PE", "OM", "TD"},
    ),
    ("He met Peru and Oman, which back the rebels, and Chad may send forces to Idlib.", {"TD"}),
    ("Neither Peru's government nor the one in Muscat intends to send forces to Idlib.", {"PE", "OM"}),
    ("Neither Peru's government nor the one in Damascus intends to send forces to Idlib.", {"PE"}),
    ("The Omanis say they do not want to send forces to Idlib.", {"OM"}),
    ("The rebels say they do not want to send forces to Idlib. Oman knows.", set()),
    ("The deal will hand control of the area along the border in Idlib to Omani forces.", {"OM"}),
    ("The deal will hand the weapons in Idlib to Omani forces.", set()),
]


@pytest.mark.parametrize(("text", "codes"), WHO)
def test_whose_forces_they_are(text: str, codes: set[str]) -> None:
    assert {claim.nationality for claim in claims_of(text)} == codes


ALTERNATIVES = [
    (
        "Peru, Oman and Chad met, and one of these would take a leading role in the peacekeeping force in Syria.",
        "possible",
    ),
    ("Peru or Oman will send observers to Idlib.", "possible"),
    ("Peru and Oman will send observers to Idlib.", "planned"),
    ("Both Peru and Oman will send observers to Idlib.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), ALTERNATIVES)
def test_that_one_of_several_will_come_is_possible_of_each(text: str, status: str) -> None:
    assert {str(claim.status) for claim in claims_of(text)} == {status}


REFUSED = [
    ("Peru and Oman reject the suggestion that they send observers to Idlib.", {"PE denied", "OM denied"}),
    ("The rebels refuse Peruvian observers in Idlib.", {"PE rejected"}),
    ("Oman, which opposes Peruvian observers, will send its own to Idlib.", {"PE rejected"}),
    ("Peru would not hear of Peruvian observers in Idlib.", {"PE denied"}),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED)
def test_who_refuses_for_itself_denies_and_who_refuses_others_rejects(text: str, expected: set[str]) -> None:
    assert {f"{claim.nationality} {claim.status}" for claim in claims_of(text)} == expected
