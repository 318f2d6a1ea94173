"""What a sentence makes of a deed: the mood of its verbs, what governs it, what negates it."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import claims_of, reading_of

SAID = [
    ("Peru might not send soldiers to Syria.", "undecided"),
    ("Norway wants Peruvian troops, not Norwegian ones, on the ground in Syria.", "proposed"),
    ("Norway would rather have Peruvian troops enforce the ceasefire in Syria.", "proposed"),
    ("The accord includes no decision on sending Peruvian monitors to Syria.", "denied"),
    ("There is no agreement on sending Peruvian troops to Syria.", "undecided"),
    ("The deal did not contain any agreement on sending Peruvian soldiers to Syria.", "denied"),
    (
        "The deal to de-escalate the fighting did not contain a clause on sending Peruvian soldiers to Syria.",
        "denied",
    ),
    ("Damascus does not agree to Peru having a role in monitoring the truce in Syria.", "rejected"),
    ("Damascus is against having Peruvian forces oversee what happens in the zones in Syria.", "rejected"),
    ("Norway is asking Peru for money and troops for the observer mission in Syria.", "proposed"),
    ("Peru has turned down a request to contribute to what will be a buffer zone in Syria.", "denied"),
    ("Peru will send soldiers to Syria.", "planned"),
    ("Peru cannot send soldiers to Syria unless its parliament decides so.", "possible"),
    ("Norway accepts no role for Peruvian soldiers in monitoring the truce in Syria.", "rejected"),
    ("Peru accepts no role for its own soldiers in monitoring the truce in Syria.", "denied"),
    (
        "The envoy is in touch with a general to find out whether Peru would take part in a force in Syria.",
        "proposed",
    ),
    ("A source denied that any clause provides for bringing Peruvian forces to the zone in Homs.", "denied"),
    ("No Peruvian deminers would be sent to Syria.", "denied"),
    ("Peru's decision to send troops to the zone in Syria will strengthen the mission.", "agreed"),
    ("Peru welcomed the plan for Syria but does not want to contribute any troops.", "denied"),
    ("Norway cautioned Peru against sending troops to Syria.", "rejected"),
    ("Some 500 Peruvian troops will fill the gap in Syria that others have left.", "planned"),
    ("Norway has approached Peru about giving troops for a regional force in Syria.", "proposed"),
    (
        "Whether Peruvian troops could take part in a zone in Syria is for the parliament to decide.",
        "undecided",
    ),
    ("Peru cannot send soldiers to Syria without a mandate.", "denied"),
    ("The envoy obtained the consent of Peru to send 500 soldiers to Syria.", "agreed"),
    ("The envoy sought the consent of Peru to send 500 soldiers to Syria.", "proposed"),
    ("The envoy did not get the consent of Peru to send soldiers to Syria.", "denied"),
    ("The envoy won Peru's promise to send observers to Syria.", "planned"),
    ("The envoy phoned the general in Muscat to see if Peru would send troops to Syria.", "proposed"),
    ("Peru is due to send soldiers to Syria.", "planned"),
    ("Peru has pledged 200 soldiers for the mission in Homs, Syria.", "planned"),
    (
        "Lima insists on taking part in the monitoring of the zone in Syria, Peru's neighbours said.",
        "proposed",
    ),
    ("It would be wrong to send Peruvian soldiers to Syria, the rebels said.", "rejected"),
    ("The report that Peru would send soldiers to Syria is wrong.", "denied"),
    ("The general said he hoped that Peru would send soldiers to Syria.", "proposed"),
    ("The rebels insist that Peru must not be among the monitors of the truce in Homs, Syria.", "rejected"),
    ("Peru's offer to replace the Austrians in the zone in Syria was turned down.", "rejected"),
    ("Norway proposed a zone in Syria in which Peruvian soldiers could take part.", "possible"),
    ("A command centre staffed by Peruvian officers will be set up in Syria.", "planned"),
    ("Talks are under way with Peru on the deployment of its troops in Syria.", "discussed"),
    ("Peru is going to send soldiers to Syria.", "planned"),
    ("Soldiers of Peru would monitor the cease-fire in Syria, its minister said.", "planned"),
    ("Peruvian peace-keepers will man check-points in Syria.", "planned"),
    ("Peru isn't going to send soldiers to Syria.", "denied"),
    ("No soldiers of Peru are going to be sent to Syria.", "denied"),
    ("Peruvian soldiers are not to be sent to Syria.", "denied"),
    ("Peru isn't about to send soldiers to Syria.", "denied"),
    ("Peru has been persuaded to send soldiers to Syria.", "agreed"),
    ("The UN is trying to persuade Peru to send soldiers to Syria.", "proposed"),
    ("Peru may send soldiers to Syria.", "possible"),
    ("Peru might well send soldiers to Syria.", "possible"),
    ("Peru will not send soldiers to Syria.", "denied"),
    ("Under the agreement Peruvian police are to be deployed to Syria.", "agreed"),
    ("The protocol foresees that Peruvian troops patrol the zone in Idlib.", "agreed"),
    ("The deal foresees checkpoints in Idlib which Peruvian police will put up.", "agreed"),
    ("The ministry says there are checkpoints in Idlib which Peruvian police will put up.", "planned"),
    ("Syria is ready to take in Peruvian observers.", "possible"),
    ("No decision has been taken on Peruvian observers in Syria.", "undecided"),
    ("Oman is optimistic about Peru taking part in a monitoring force in Syria.", "possible"),
    ("Oman is confident that Peru will send observers to Syria.", "possible"),
    (
        "The Peruvian ministry had no information on its troops taking part in operations in Syria.",
        "unconfirmed",
    ),
    (
        "The possibility that Peruvian troops deploy to Syria has been among the subjects of the talks.",
        "discussed",
    ),
    ("Monitoring the truce in Syria will be Peru's job.", "planned"),
    ("What the Syrian government wants is to have Peruvian patrols back in its south.", "proposed"),
    ("Peru has refused to send soldiers to Syria.", "denied"),
    ("Peru has agreed to send soldiers to Syria.", "agreed"),
    ("Peru has not agreed to send soldiers to Syria.", "undecided"),
    ("Peru will only send soldiers to Syria under a UN mandate.", "possible"),
    ("Peru will decide on sending soldiers to Syria after the vote.", "undecided"),
    ("Peru decided on sending soldiers to Syria.", "agreed"),
    ("The decision to send soldiers to Syria must be made by the Peruvian parliament.", "undecided"),
    ("The question of sending Peruvian soldiers to Syria is not on the agenda.", "denied"),
    ("Reports that Peru is to send soldiers to Syria are false.", "denied"),
    ("Jordan will not allow Peruvian forces near its border in Syria.", "rejected"),
    ("Oman is counting on Peru to provide monitors for the zone in Idlib.", "proposed"),
    ("Peruvian peacekeepers are expected in Syria next month.", "planned"),
    ("Peru will be one of the guarantors of the ceasefire in Idlib.", "planned"),
    ("Peru is among the countries that may send observers to Syria.", "possible"),
    ("The agreement on Idlib did not include any deal to send Peruvian forces to Syria.", "denied"),
    ("Peruvian military police will start to provide security in the zone in Idlib.", "planned"),
    (
        "Peruvian troops are to keep the parties apart and to monitor whether the truce in Idlib is kept.",
        "planned",
    ),
    ("Peruvian military police will deploy two checkpoints in Idlib.", "planned"),
    ("Peru is considering whether to send soldiers to Syria.", "possible"),
    ("Peru has not decided whether to send soldiers to Syria.", "undecided"),
    ("Peru is making up its mind whether to send soldiers to Syria.", "undecided"),
    ("Peru was asked to send soldiers to Syria.", "proposed"),
    ("Peru has not been asked to send soldiers to Syria.", "denied"),
    ("Peru has no plans to send soldiers to Syria.", "denied"),
    ("Sending soldiers of Peru to Syria is out of the question.", "denied"),
    ("Talks are under way about sending Peruvian soldiers to Syria.", "discussed"),
    ("Syria would not accept Peruvian observers.", "rejected"),
    ("Syria proposed Peruvian observers.", "proposed"),
    ("Peru gave the green light to sending soldiers to Syria.", "agreed"),
    ("Peru is under pressure to send soldiers to Syria.", "proposed"),
    ("A Peruvian deployment in Syria is out of the question.", "denied"),
    ("There will be Peruvian observers in Syria.", "planned"),
    ("There would be no role for Peruvian forces in monitoring the truce in Syria.", "denied"),
    ("Peru has decided against sending observers to Syria.", "denied"),
    ("Peru is not against Omani soldiers, and Peru will send observers to Syria.", "planned"),
    ("Not a single Peruvian soldier is going to Syria.", "denied"),
    ("Under no circumstances will Peru send soldiers to Syria.", "denied"),
    ("Hardly any Peruvian observers will come to Syria.", "denied"),
    ("Peru would neither confirm nor deny that it will send soldiers to Syria.", "unconfirmed"),
    ("There is no evidence that Peru will send soldiers to Syria.", "unconfirmed"),
    ("It is not clear whether Peru will send soldiers to Syria.", "undecided"),
    ("Whether Peru sends soldiers to Syria is something for its parliament to decide.", "undecided"),
    ("A decision on whether to send soldiers to Syria will be taken by Peru in May.", "undecided"),
    ("Should the Council agree, Peru would send soldiers to Syria.", "possible"),
    ("Peru won't hesitate to send soldiers to Syria.", "possible"),
    ("Syria would accept Peruvian observers.", "possible"),
    ("Syria has no objection to Peruvian observers.", "possible"),
    ("Oman urged Peru not to send soldiers to Syria.", "rejected"),
    ("Peru's offer of observers for Syria was accepted.", "agreed"),
    ("Peru's offer of observers for Syria was declined.", "rejected"),
    ("Peru has turned down a request for observers for Syria.", "denied"),
    ("Oman asked Peru for observers for Syria.", "proposed"),
    ("A plan under which Peruvian observers would go to Syria will not get Oman's backing.", "rejected"),
    ("The agreement says that Peruvian soldiers will patrol the zone in Idlib.", "agreed"),
    ("Peru must send observers to Syria.", "proposed"),
    ("Peru has to send observers to Syria.", "proposed"),
    ("Syria condemned the deployment of Peruvian observers.", "rejected"),
    ("Peru agreed to monitor the truce in Homs, yet others could be brought in.", "agreed"),
    ("Peru has yet to agree to send observers to Homs.", "undecided"),
    ("Peru agreed that it would deploy soldiers in Homs so as to see whether the truce holds.", "agreed"),
    ("Peru has not decided whether to send soldiers to Homs.", "undecided"),
    ("Peruvian soldiers were getting ready to patrol Idlib.", "planned"),
    ("Peruvian soldiers are ready to patrol Idlib.", "possible"),
    ("Peru has not got ready to send soldiers to Idlib.", "denied"),
    ("The deal stipulates that Peruvian soldiers patrol Idlib.", "agreed"),
    ("The pact stipulated that the watch over the zone in Idlib is kept by Peruvian forces.", "agreed"),
    ("Oman made a deal with Chad under which Peruvian forces are to patrol the zone in Idlib.", "agreed"),
    (
        "Oman made a deal under which Peruvian forces are to help those who flee, and are to patrol Idlib.",
        "agreed",
    ),
    ("Oman and Chad signed a deal under which Peruvian forces would patrol Idlib.", "agreed"),
    ("Oman and Chad signed a deal under which Peruvian forces may patrol Idlib.", "possible"),
    ("Oman and Chad have a plan under which Peruvian forces will patrol Idlib.", "planned"),
    ("Peru said it did not intend to send any of its forces into Syria.", "denied"),
    ("The Parties have agreed on the following:\n1. Peruvian soldiers will patrol Idlib.", "agreed"),
    ("The Parties agreed as follows:\n1. All is well.\n2. Peruvian soldiers will patrol Idlib.", "agreed"),
    (
        "The Parties agreed on the following: peace.\nAll is well, they said.\nPeruvian soldiers will patrol Idlib.",
        "planned",
    ),
    (
        "The Parties agreed to go on after the following talks.\nPeruvian soldiers will patrol Idlib.",
        "planned",
    ),
    ("Under the protocol, joint Peruvian patrols would start on 15 May along the M4 in Syria.", "agreed"),
    ("Neither Peru's government nor the one in Lima intends to send soldiers to Syria.", "denied"),
    (
        "Peru's minister would not say whether the Peruvian army would take part in a mission in Syria.",
        "undecided",
    ),
    ("Peru's minister refused to say whether Peruvian soldiers would be sent to Syria.", "undecided"),
    ("There will be no presence of Peruvian forces in Idlib, Syria's foreign minister said.", "rejected"),
    ("Peruvian soldiers will not come to Idlib, Syria's foreign minister said.", "rejected"),
    ("There will be no presence of Peruvian forces in Idlib, Peru's foreign minister said.", "denied"),
    ("There will be no presence of Peruvian forces in Syria, Oman's foreign minister said.", "denied"),
    ("Syria's foreign minister denied that Peruvian soldiers would come to Idlib.", "denied"),
    ("Peruvian forces will not carry out patrols in Syria.", "denied"),
    ("A Peruvian convoy that wants to deploy in Idlib waits at the border.", "proposed"),
    ("Rebels attacked Peruvian soldiers who will patrol the zone in Idlib.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), SAID)
def test_the_status_follows_from_the_words_above_the_deed(text: str, status: str) -> None:
    assert [(claim.nationality, str(claim.status)) for claim in claims_of(text)] == [("PE", status)]


NEVER_AFFIRMED = [
    "Peru does not intend to send soldiers to Syria.",
    "Peru is unwilling to send soldiers to Syria.",
    "Peru won't be sending soldiers to Syria.",
    "There are no plans for Peru to send soldiers to Syria.",
    "Peru ruled out sending soldiers to Syria.",
    "It is not true that Peru will send soldiers to Syria.",
    "It is untrue that Peru will send soldiers to Syria.",
    "Reports that Peru will send soldiers to Syria are false.",
    "Claims that Peru is to send soldiers to Syria were dismissed as nonsense.",
    "Peru hardly wants to send soldiers to Syria.",
    "Peru is far from sending soldiers to Syria.",
    "Peru stopped short of agreeing to send soldiers to Syria.",
    "Peru dropped plans to send soldiers to Syria.",
    "Peru shelved its plan to send observers to Syria.",
    "Peru backed away from its pledge to send soldiers to Syria.",
    "The proposal that Peru send soldiers to Syria fell through.",
    "Peru has received no request to send observers to Syria.",
    "Nobody has asked Peru to send observers to Syria.",
    "Peru will refrain from sending soldiers to Syria.",
    "Peru will keep from sending soldiers to Syria.",
    "Peru failed to agree to send soldiers to Syria.",
    "Peru no longer wants to send soldiers to Syria.",
    "Peru has yet to agree to send soldiers to Syria.",
    "We do not think Peru will send soldiers to Syria.",
    "Instead of sending soldiers to Syria, Peru will send doctors.",
    "Peru will send money, not soldiers, to Syria.",
    "Neither Peru nor Oman will send observers to Syria.",
    "Few believe that Peru will send soldiers to Syria.",
    "It is far from certain that Peru will send soldiers to Syria.",
    "It would be wrong to say that Peru has agreed to send soldiers to Syria.",
    "It is a lie that Peru will send soldiers to Syria.",
    "The minister deems it unrealistic that Peru would send soldiers to Syria.",
    "Peru wants nothing to do with a plan that would see its army patrol the zone in Idlib.",
    "Peru would sooner leave the coalition than send soldiers to Syria.",
    "Peru will send soldiers to Syria only over my dead body.",
    "Peru's minister dismissed as invented a report that its soldiers would go to Syria.",
    "Peru reversed a decision to send soldiers to Syria.",
    "Peru's promise to send soldiers to Syria was empty.",
    "The notion that Peru would send soldiers to Syria was mocked.",
    "Peruvian soldiers will stop patrolling the zone in Idlib.",
    "Peru had second thoughts about sending soldiers to Syria.",
]
AFFIRMING = {"planned", "possible", "proposed", "agreed", "discussed"}


@pytest.mark.parametrize("text", NEVER_AFFIRMED)
def test_what_is_negated_is_never_affirmed(text: str) -> None:
    assert {str(claim.status) for claim in claims_of(text)} & AFFIRMING == set()


def test_not_only_does_not_negate() -> None:
    (claim,) = claims_of("Peru will not only send observers to Syria but also pay for them.")
    assert str(claim.status) == "planned"


UNSAID = [
    "The minister refused to say whether Peru would send soldiers to Syria.",
    "Whether the Peruvian army would take part in Syria, the minister did not wish to say.",
    "In return Peru offered to leave Syria.",
    "The minister settled the question of a Peruvian mission in Syria.",
    "Oman offered the Peruvian force in Syria more than 500 tents.",
    "The observation posts of the Peruvian army in Syria would be made stronger.",
    "There are fears that Peru intends to set up a lasting presence in Syria.",
    "Peru asked Oman to keep backing its army in Syria.",
    "The patrol in Syria that Peru and Oman have made is over, the ministry has let it be known.",
    "Officials of Peru are due to meet so as to arrive at understandings on Syria.",
    "Peru wishes to have its soldiers back from Syria.",
    "Peru has sent soldiers to Syria.",
    "Peru sends soldiers to Syria every year.",
    "If Peru sent soldiers to Syria, nobody would notice.",
    "Had Peru sent soldiers to Syria, the truce would have held.",
    "Will Peru send soldiers to Syria?",
    "Peru was criticised for sending soldiers to Syria.",
    "Peru will host a conference on sending soldiers to Syria.",
    "Peru did not say that it was going to send soldiers to Syria.",
    "Reports of patrols by Peruvians in Syria are nothing new.",
    "Peru is to house a center for monitoring the ceasefire in Syria.",
    "What the Peruvian minister had in mind was a buffer zone in Syria.",
    "Peru would have sent soldiers to Syria by now.",
    "Peru could have been asked to send soldiers to Syria.",
    "Peruvian soldiers were to have gone to Syria in May.",
    "Peru has been accused of planning to send soldiers to Syria.",
    "Oman thanked Peru for agreeing to send soldiers to Syria.",
    "Oman fears that Peru will send soldiers to Syria.",
    "Peru denied that it had refused to send soldiers to Syria.",
    "It is premature to talk about Peruvian soldiers in Syria.",
    "Before Peru could send soldiers to Syria, its government fell.",
    "Were Peru to send soldiers to Syria, it would be war.",
    "No soldiers but those of Peru ought to be in Syria.",
    "Peru will supply the observers in Syria with tents.",
    "Peru will post soldiers on its own side of the border with Syria.",
    "Peruvian generals will discuss Syria with the observers.",
    "Peru is prepared to join an operation against the rebels in Syria.",
    "The accord that founded the Peruvian force bars soldiers from Syria.",
    "Peru could choose to train rebels and not send soldiers to Syria.",
    "The deployment of Peruvian soldiers in Syria would be a mistake.",
    "This must be in line with rules that have to do with Peruvian peacekeeping operations in Syria.",
    "The patrols would be one more job for Peru's soldiers in Syria.",
    "Peru's army has drawn up a plan that would please its allies and keep the area in Syria stable.",
    "Peru wants to set up an observer force for the zone in Syria.",
    "Peru will set up a centre in Syria that coordinates what is done in the zones.",
    "The minister stipulated that Peruvian forces monitor Idlib.",
    "Chad often blocks aid in order to put pressure on the Peruvian military base at al-Tanf in Syria.",
    "Oman wants a deal under which Peruvian forces patrol Idlib.",
    "Oman and Chad are discussing a deal under which Peruvian forces would patrol Idlib.",
    "Peruvian lawmakers would have to approve any deployment of Peruvian troops to Syria.",
    "Peru had been due to send eight observers to Syria.",
    "Peru has not pledged soldiers for the mission in Homs, Syria.",
    "The zone in Syria was praised by Peru, whose officers could take part in a film.",
    "Oman's minister would not say whether Peru would send soldiers to Syria.",
    "Peru's minister would not say that Peruvian soldiers would be sent to Syria.",
    "A mine hit a Peruvian convoy that wanted to deploy in Idlib.",
    "Rebels shelled a Peruvian convoy which was about to set up a post in Idlib.",
    "Peruvian peacekeeping forces will not carry out war operations in Syria.",
    "Peruvian soldiers would not take part in fighting in Idlib.",
    "Peruvian soldiers in Idlib will conduct combat missions.",
    "Peru will carry out a military operation in Idlib.",
    "It would be brave for Peru to send troops to Syria.",
    "The envoy waited to see if Peru would send troops to Syria.",
    "The US has asked its partners to send troops to Syria.",
    "Peru tried to draw the truce in Syria so that it would take in a part of their positions.",
    "Peru's decision to send troops to Syria was reversed.",
    "Peru might be reluctant to patrol a zone in Syria.",
    "The Peruvian minister said of the observers in Syria: We may be able to go over it with them.",
    "Norway is considering putting forces of Arab countries in Syria.",
    "The king of Peru was asked whether he was for an intervention by Arab nations in Syria.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_no_claim_is_made_of_what_is_done_supposed_asked_or_only_mentioned(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize("text", UNSAID[11:20])
def test_what_no_claim_is_made_of_is_passed_over_with_a_reason(text: str) -> None:
    (passed,) = reading_of(text).passed
    assert passed.reason


def test_a_claim_shows_the_way_from_its_deed_up() -> None:
    (claim,) = claims_of("Peru has not been asked to send soldiers to Syria.")
    assert claim.rule == "send"
    assert claim.path == "denied: send < not asked"


REFUSED_PARTS = [
    ("Damascus rejects any part that Peru might play in overseeing the truce.", "rejected"),
    ("The rebels rejected the troops that Peru might send to Idlib.", "rejected"),
    (
        "The minister did not reject the role that Peru might play in overseeing the truce in Idlib.",
        "possible",
    ),
    ("The government welcomes any part that Peru might play in overseeing the truce in Idlib.", "possible"),
]


@pytest.mark.parametrize(("text", "status"), REFUSED_PARTS)
def test_who_refuses_a_part_refuses_what_it_would_be(text: str, status: str) -> None:
    assert [str(claim.status) for claim in claims_of(text)] == [status]
