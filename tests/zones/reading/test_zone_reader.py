"""Zones of several sentences: which definition belongs to which zone."""

import pytest

from zones.reading.zone_reader import read_zones
from zones.slugs import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first zone covers Idlib province. The second covers Eastern Ghouta.",
            [("Idlib", "whole SY07"), ("Eastern Ghouta", "region Eastern Ghouta")],
        ),
        (
            "The zone covers Idlib province. It also includes northern Hama.",
            [("Idlib", "whole SY07 + sector SY05 0")],
        ),
        (
            "The zone covers Idlib province. It excludes Saraqib sub-district.",
            [("Idlib", "(whole SY07) - (whole SY070003)")],
        ),
        (
            "A truce for Eastern Qalamoun was agreed. The zone includes Yabroud district.",
            [("Yabroud", "whole SY0305")],
        ),
        (
            "The zone covers Idlib province. Its exact boundaries depend on the line of contact.",
            [("Idlib", "whole SY07 + limit 'the line of contact'")],
        ),
        (
            "Three zones: Idlib province; northern Homs; and Eastern Ghouta.",
            [
                ("Idlib", "whole SY07"),
                ("Northern Homs", "sector SY04 0"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
            ],
        ),
        (
            "A safe zone 32 km deep along the Turkish border between Tell Abyad and Ras al-Ayn is planned.",
            [("Tell Abyad - Ras al-Ayn strip", "border TR 32 km Tell Abyad to Ras al-Ayn")],
        ),
        (
            "Rastan and 25 other areas in Homs are covered by the truce.",
            [("Homs", "town Rastan SY040400 + part SY04")],
        ),
        ("Rastan and 25 other areas in Homs joined the truce.", []),
        (
            "The truce covers Rastan and 25 other towns in Homs.",
            [("Homs", "town Rastan SY040400 + part SY04")],
        ),
        ("The first zone covers Idlib province. A second covers Idlib province.", [("Idlib", "whole SY07")]),
        (
            "The first zone covers Harim district. The second covers the rest of Idlib province.",
            [("Harim", "whole SY0703"), ("Idlib", "(whole SY07) - (whole SY0703)")],
        ),
        (
            "The first zone covers Harim district. The second covers the remaining districts of the same province.",
            [("Harim", "whole SY0703"), ("Zone", "(whole SY07) - (whole SY0703)")],
        ),
        (
            "A new zone covers Idlib province and includes Afrin district.",
            [("Idlib and Afrin", "whole SY07 + whole SY0203")],
        ),
        (
            "The buffer zone starts with Afrin district. To it the plan adds Azaz district.",
            [("Afrin and Azaz buffer zone", "whole SY0203 + whole SY0204")],
        ),
        (
            "The third zone, according to the ministry's map, covers Idlib province.",
            [("Idlib", "whole SY07")],
        ),
        (
            "The zone covers Idlib province, Anna, and Afrin district.",
            [("Idlib and Afrin", "whole SY07 + whole SY0203")],
        ),
        (
            "Covered by the cease-fire are the provinces of Tartus and Latakia.",
            [("Tartus and Latakia", "whole SY10 + whole SY06")],
        ),
        (
            "Three zones are named: the south of the city of Hama, Eastern Ghouta, and Idlib province.",
            [
                ("Southern Hama", "sector SY05 180"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
                ("Idlib", "whole SY07"),
            ],
        ),
        (
            "The second zone, which is the largest and stretches from Palmyra up to Raqqa, covers Homs province.",
            [("Homs", "whole SY04 + unread 'from Palmyra up to Raqqa'")],
        ),
        (
            "July's agreement, which takes in Tartus and Latakia, has stood firm.",
            [("Tartus and Latakia", "whole SY10 + whole SY06")],
        ),
        ("July's agreement was signed in Homs.", []),
        (
            "A truce, in force since May and embracing parts of Hama province, has been made public.",
            [("Hama", "part SY05")],
        ),
        ("The truce can be extended to Tartus province once Oman takes part.", []),
        ("The zone could cover Tartus province.", []),
        (
            "The zone covers Tartus province and may be extended to Masyaf district.",
            [("Tartus", "whole SY10 + limit 'to Masyaf district'")],
        ),
        ("The zone will be widened to Masyaf district.", [("Masyaf", "whole SY0504")]),
        (
            "Zones are set up in Tartus province plus parts of the Hama province beside it, and in Daraa province.",
            [("Tartus", "whole SY10 + part SY05"), ("Daraa", "whole SY12")],
        ),
        ("Officials watch how people leave the last enclave held in Aleppo.", []),
        (
            "The aim is a safe area along the border of Jordan that runs across Daraa and Sweida.",
            [("Jordanian border safe zone", "border JO in SY12,SY13")],
        ),
        (
            "The army declared a security area between Kobani and Tell Abyad, 60 km in length and 10 km in depth.",
            [("Kobani - Tell Abyad strip", "border TR 10 km Kobani to Tell Abyad")],
        ),
        ("A convoy went through the area between Kobani and Tell Abyad.", []),
        (
            "A corridor will reach 6 km north and 6 km south of the M4. Trucks wait on the M4 in Syria's Idlib.",
            [("M4 corridor", "route M4 6 km in SY07")],
        ),
        (
            "Men will patrol the security corridor in Idlib province. It reaches 6 km north and 6 km south of the M4.",
            [("M4 corridor security zone", "route M4 6 km in SY07")],
        ),
        (
            "A security corridor will reach 6 km to the north and 6 km to the south of the M4.",
            [("Security zone", "limit '6 km to the north and 6 km to the south of the M4'")],
        ),
        (
            "The second zone is the nearest. Parts of two provinces, Daraa and Quneitra, would fall into this area.",
            [("Daraa and Quneitra", "part SY12 + part SY14")],
        ),
        (
            "The truce takes in Zabadani, Madaya and the positions round about them.",
            [
                (
                    "Zabadani and Madaya",
                    "town Zabadani SY030700 + town Madaya SY030703 + limit 'the positions round about them'",
                )
            ],
        ),
        (
            "Two zones have come into being in Syria up to now: along the border with Jordan, in Eastern Ghouta.",
            [("Jordanian border", "border JO"), ("Eastern Ghouta", "region Eastern Ghouta")],
        ),
        (
            "Tartus is included in the zone, but so are parts of the Hama and Homs provinces next to it.",
            [("Tartus", "whole SY10 + adjoining sub-district of SY05,SY04")],
        ),
        (
            "The zone covers Tartus province. The patrols began in May; they go from a hill near Saraqib to Ariha.",
            [("Tartus", "whole SY10")],
        ),
        (
            "A corridor was set up, 6 km to the north of the M4 highway and 6 km to its south, in Idlib province.",
            [("M4 corridor", "route M4 6 km in SY07")],
        ),
        (
            "The zone is a strip 32 km deep and 460 km long along the Turkish border.",
            [("Zone", "limit 'a strip 32 km deep and 460 km long along the Turkish border'")],
        ),
        (
            "Oman took over a safe zone 20 km deep. It will keep that zone between Kobani and Tell Abyad.",
            [("Kobani - Tell Abyad strip", "border TR 20 km Kobani to Tell Abyad")],
        ),
        (
            "The safe zone would be 20 km deep. It would run from Kobani to Tell Abyad.",
            [("Kobani - Tell Abyad strip", "border TR 20 km Kobani to Tell Abyad")],
        ),
        (
            "The safe zone lies between Kobani and Tell Abyad. It is 20 km deep.",
            [("Kobani - Tell Abyad strip", "border TR 20 km Kobani to Tell Abyad")],
        ),
        (
            "The safe zone lies between Kobani and Tell Abyad. The ministry gave no depth.",
            [("Safe zone", "unread 'between Kobani and Tell Abyad'")],
        ),
        (
            "The safe zone lies between Hama and Homs. It is 20 km deep.",
            [("Safe zone", "unread 'between Hama and Homs'")],
        ),
        (
            "They agreed on zones in “Tartus province, parts of Hama; Eastern Ghouta”, says the memorandum.",
            [
                ("Tartus", "whole SY10 + part SY05"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
            ],
        ),
        (
            "Two zones: East Ghouta in the suburbs of Damascus, and areas in southern Syria – in Daraa province.",
            [("Eastern Ghouta", "region Eastern Ghouta"), ("Daraa", "part SY12")],
        ),
        (
            "The first zone covers Tartus province. The third, the one that lies to the north of Homs, is ready.",
            [("Tartus", "whole SY10"), ("Northern Homs", "sector SY04 0")],
        ),
        (
            "The first phase of the agreement includes a ceasefire in Zabadani and Madaya.",
            [("Zabadani and Madaya", "town Zabadani SY030700 + town Madaya SY030703")],
        ),
        (
            "They agreed that safe zones will be created in parts of Hama, in Eastern Ghouta.",
            [("Hama", "part SY05"), ("Eastern Ghouta", "region Eastern Ghouta")],
        ),
        (
            "The truce covers Daraa and Sweida provinces, on the border with Jordan, and also Quneitra province.",
            [("Daraa, Sweida and Quneitra", "whole SY12 + whole SY13 + whole SY14")],
        ),
        (
            "A safe zone 20 km wide along the border of Syria with Lebanon is planned.",
            [("Lebanese border safe zone", "border LB 20 km")],
        ),
        ("A ceasefire in the Golan has been watched by the UN since 1974.", []),
        ("Russia announced a no-fly zone over Idlib province.", [("Idlib no-fly zone", "whole SY07")]),
        (
            "No fewer than two safe zones were set up: Idlib province and Afrin district.",
            [("Idlib", "whole SY07"), ("Afrin", "whole SY0203")],
        ),
        (
            "The zone runs along the line of contact between rebels and the army in Idlib and northern Hama.",
            [("Northern Hama", "limit 'along the line of contact' + part SY07 + sector SY05 0")],
        ),
        (
            "A safe zone should stretch from Kobani to the Iraqi border, to a depth of 30 km, and include Tel Abyad.",
            [("Tel Abyad safe zone", "town Tel Abyad SY110200 + unread 'from Kobani'")],
        ),
        ("The zone covers only Harim district.", [("Harim", "whole SY0703")]),
        (
            "The zone that, according to a letter of the general staff read in the chamber, covers Harim district.",
            [("Harim", "whole SY0703")],
        ),
        (
            "The truce covers parts of Daraa. Areas held by rebels in the Yarmouk valley are not part of it.",
            [("Daraa", "part SY12 + limit 'Areas held by rebels'")],
        ),
        ("The zone includes Homs province, bordering on Iraq.", [("Homs", "whole SY04")]),
        (
            "The ceasefire area takes in all or part of Syria's Raqqa and Hasakah provinces.",
            [("Raqqa and Hasakah", "part SY11 + part SY08")],
        ),
        (
            "The two zones take in parts of several provinces, among them Raqqa, areas of Hama and parts of Tartus.",
            [
                (
                    "Raqqa, Hama and Tartus",
                    "part SY11 + part SY05 + part SY10 + limit 'parts of several provinces'",
                )
            ],
        ),
        (
            "The zone covers parts of three provinces, namely Raqqa, Homs and Hama.",
            [("Raqqa, Homs and Hama", "part SY11 + part SY04 + part SY05")],
        ),
        (
            "They agreed on zones in some parts of Homs as well as in Hasakah and Tartus.",
            [("Homs", "part SY04"), ("Hasakah and Tartus", "part SY08 + part SY10")],
        ),
        (
            "A zone is set up in the southern region of Daraa.",
            [("Daraa", "part SY12")],
        ),
        ("The zone covers the northern region of Hama.", [("Northern Hama", "sector SY05 0")]),
        ("The army has built a base in the zone. It lies in the town of Azaz.", []),
        ("The deal on safe zones holds. The army set up a post. It is in the town of Azaz.", []),
        (
            "The deal on a safe zone holds. It will be in the town of Azaz.",
            [("Azaz", "town Azaz SY020400")],
        ),
        ("The zone does not cover Homs; it covers Azaz district.", [("Azaz", "whole SY0204")]),
        (
            "The zones will include areas in Eastern Ghouta and in the provinces of Hama and Raqqa.",
            [("Eastern Ghouta", "region Eastern Ghouta"), ("Hama and Raqqa", "part SY05 + part SY11")],
        ),
        ("The zone covers parts of Hama and of Raqqa.", [("Hama and Raqqa", "part SY05 + part SY11")]),
        (
            "The borders of two zones - covering parts of Hama province and Eastern Ghouta - have been agreed.",
            [("Hama", "part SY05"), ("Eastern Ghouta", "region Eastern Ghouta")],
        ),
        (
            "They are close to a deal on a fourth zone in Raqqa province.",
            [("Raqqa", "part SY11 + limit 'in Raqqa province'")],
        ),
        (
            "The first zone is in Raqqa province, the second in Hama.",
            [("Raqqa", "whole SY11"), ("Hama", "part SY05 + limit 'in Hama'")],
        ),
        ("The first zone lies in the whole of Raqqa province.", [("Raqqa", "whole SY11")]),
        (
            "Three zones: Hama; the countryside east of Damascus; and Raqqa.",
            [("Hama", "part SY05"), ("Zone", "limit 'east of Damascus'"), ("Raqqa", "part SY11")],
        ),
        (
            "Zones are to cover Raqqa province and parts of Homs, parts of Aleppo, and also parts of Daraa.",
            [
                ("Raqqa", "whole SY11 + part SY04"),
                ("Aleppo", "part SY02"),
                ("Daraa", "part SY12"),
            ],
        ),
        (
            "Zones are to cover Raqqa province, Hama province and Daraa province.",
            [("Raqqa", "whole SY11"), ("Hama", "whole SY05"), ("Daraa", "whole SY12")],
        ),
        (
            "A zone covers southern Syria. Nobody is to watch the safe zone in central Homs province.",
            [("Southern Syria", "region Southern Syria"), ("Homs safe zone", "part SY04")],
        ),
        ("The zone includes Daraa province, in the Hauran.", [("Daraa", "whole SY12")]),
        (
            "The smallest of the zones, the minister said on Monday, covers Raqqa province.",
            [("Raqqa", "whole SY11")],
        ),
        (
            "The zone runs along the Iraqi and Jordanian borders.",
            [("Iraqi border and Jordanian border", "border IQ + border JO")],
        ),
        (
            "A zone 10 km deep along the borders with Iraq and Jordan is planned.",
            [("Iraqi border and Jordanian border", "border IQ 10 km + border JO 10 km")],
        ),
        (
            "Zones are to cover certain parts of Hama province, Eastern Ghouta and Damascus.",
            [
                ("Hama", "part SY05"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
                ("Damascus", "part SY01"),
            ],
        ),
        (
            "A deal on zones in Hama, the southern region of Daraa and the city of Homs was signed.",
            [("Hama", "part SY05 + limit 'in Hama'"), ("Daraa", "part SY12"), ("Homs", "town Homs SY040100")],
        ),
        (
            "Fighters reached a ceasefire agreement in Hama province.",
            [("Hama", "part SY05 + limit 'in Hama province'")],
        ),
        (
            "The zone takes in Hama province and the southern provinces Daraa and Quneitra.",
            [("Hama, Daraa and Quneitra", "whole SY05 + whole SY12 + whole SY14")],
        ),
        (
            "Two zones were agreed. These are in Eastern Ghouta, secured by Oman and Peru; and in Homs.",
            [
                ("Eastern Ghouta", "region Eastern Ghouta + limit 'in Eastern Ghouta'"),
                ("Homs", "part SY04 + limit 'in Homs'"),
            ],
        ),
        (
            "The truce covers Daraa province. Jordan would like it to be widened to Sweida province.",
            [("Daraa", "whole SY12 + limit 'to Sweida province'")],
        ),
        (
            "The truce covers Daraa province. Peru asked for the truce to be expanded to Sweida province.",
            [("Daraa", "whole SY12 + limit 'to Sweida province'")],
        ),
        (
            "Peru undertakes to halt the bombing of and attacks on northern Homs, Daraa province and parts of Aleppo.",
            [("Daraa", "sector SY04 0 + whole SY12 + part SY02")],
        ),
        (
            "The zones cover a large part of northwest Syria, including Idlib province; and northern Homs.",
            [
                ("Idlib", "whole SY07 + limit 'a large part of northwest Syria'"),
                ("Northern Homs", "sector SY04 0"),
            ],
        ),
        ("The rules bind the forces in all four zones, including Idlib.", []),
        (
            "The presidency declared a ceasefire after days of unrest in Sweida, in the south of the country.",
            [],
        ),
        (
            "The presidency declared a ceasefire, after days of unrest, in the south of the country.",
            [("Southern Syria", "region Southern Syria")],
        ),
        ("The demilitarised zone would help to end attacks from Idlib on army positions.", []),
        ("The truce is to end attacks on Idlib province.", [("Idlib", "whole SY07")]),
        (
            "The sides agreed on a truce of 24 hours in Zabadani in Damascus province and Fuah in Idlib province.",
            [("Zabadani and Fuah", "town Zabadani SY030700 + town Fuah SY070002")],
        ),
        (
            "The accord creates four zones, including Idlib province and northern Homs.",
            [("Idlib", "whole SY07"), ("Northern Homs", "sector SY04 0")],
        ),
        (
            "The sides agreed on a freeze in the fighting. It would hold for 48 hours in Daraa province.",
            [("Daraa", "part SY12 + limit 'in Daraa province'")],
        ),
        (
            "Idlib province, the enclave of Rastan and Talbiseh, and Eastern Ghouta fall under the zones.",
            [
                ("Idlib", "whole SY07"),
                ("Rastan", "part SY0404 + town Talbiseh SY040401"),
                ("Eastern Ghouta", "region Eastern Ghouta"),
            ],
        ),
        (
            "The zones would be in Idlib province, in Ghouta, in the north of Homs and on the border with Jordan.",
            [
                ("Idlib", "part SY07 + limit 'in Idlib province'"),
                ("Ghouta", "region Ghouta + limit 'in Ghouta'"),
                ("Northern Homs", "sector SY04 0"),
                ("Jordanian border", "border JO"),
            ],
        ),
        (
            "The zone will include, fully or partly, the provinces of Idlib and Homs.",
            [("Idlib and Homs", "part SY07 + part SY04")],
        ),
        (
            "The borders of a zone in Idlib province are settled. A fourth safe zone in Idlib was agreed.",
            [("Idlib", "part SY07 + limit 'in Idlib province'")],
        ),
        (
            "They agreed to set up zones in Idlib and parts of Aleppo, Latakia and Hama provinces.",
            [("Idlib", "whole SY07 + part SY02 + part SY06 + part SY05")],
        ),
        (
            "The truce covers Daraa province. Peru hopes to widen it to take in Sweida province.",
            [("Daraa", "whole SY12 + limit 'in Sweida province'")],
        ),
        (
            "The truce covers Daraa province. It was widened to take in Sweida province.",
            [("Daraa and Sweida", "whole SY12 + whole SY13")],
        ),
        (
            "The truce covers Daraa province. Oman widened the truce to Sweida province.",
            [("Daraa and Sweida", "whole SY12 + whole SY13")],
        ),
        (
            "Zones exist in Idlib, in northern Homs and in the south.",
            [
                ("Idlib", "part SY07 + limit 'in Idlib'"),
                ("Northern Homs", "sector SY04 0"),
                ("Southern Syria", "region Southern Syria + limit 'in the south'"),
            ],
        ),
        (
            "So far two zones have been set up: north of the city of Homs, and on the border with Jordan, in Daraa.",
            [("Northern Homs", "sector SY04 0"), ("Jordanian border", "border JO in SY12")],
        ),
        ("Safe zones are planned. Hama is the largest area where rebels have the upper hand.", []),
        ("Safe zones are planned. The largest area covers Hama province.", [("Hama", "whole SY05")]),
        ("Talks went on.", []),
    ],
)
def test_zones_of_a_text(mentions_all, told, text, expected):
    drafts, *_ = read_zones(mentions_all(text))
    assert [(draft.name, told(draft.area)) for draft in drafts] == expected


def test_a_limit_of_no_zone_is_not_lost(mentions_all):
    drafts, loose, _ = read_zones(mentions_all("Areas held by Islamic State are not covered."))
    assert (drafts, [limit.text for limit in loose]) == ([], ["Areas held by Islamic State"])


def test_a_zone_remembers_what_it_was_called_and_what_was_said_of_it(mentions_all):
    (draft,), *_ = read_zones(mentions_all("The largest zone includes Idlib province, which borders Turkey."))
    assert draft.keys == {"largest"}
    assert [remark.scan.text(remark.start, remark.end) for remark in draft.remarks] == [
        ", which borders Turkey"
    ]


def test_a_headline_gives_way_to_the_body(mentions_all, told):
    (draft,), *_ = read_zones(
        mentions_all("The zone covers northern Homs.", headline="Zone to cover Homs province")
    )
    assert told(draft.area) == "sector SY04 0"


def test_a_zone_told_twice_rests_on_both_sentences(mentions_all):
    text = "The first zone covers Idlib province. A second covers Idlib province."
    (draft,), *_ = read_zones(mentions_all(text))
    assert sorted(text[start:end] for start, end in draft.spans) == [
        "A second covers Idlib province.",
        "The first zone covers Idlib province.",
    ]


@pytest.mark.parametrize(
    ("name", "expected"), [("Northern Homs", "northern-homs"), ("إدلب", "dlb"), ("--", "zone")]
)
def test_slugs(name, expected):
    assert slug(name) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Turkey ruled out a safe zone in Afrin district.",
        "No safe zone will be set up in Afrin district.",
        "There will be no safe zone in Afrin district, and none in Azaz district either.",
        "A safe zone in Afrin district will not be established, the governor said.",
        "Nor will a buffer zone 20 km deep be set up along the Turkish border in Aleppo province.",
        "He denied that a safe zone in Afrin district had been discussed.",
        "Plans for a safe zone in Afrin district have been shelved.",
        "Neither a safe zone in Afrin district nor a buffer zone in Azaz district is planned.",
        "Washington has never agreed to a no-fly zone over Idlib province.",
        "Had such a zone been set up in Azaz district, thousands might not have fled.",
        "If a safe zone were set up in Azaz district, they would return.",
        "An industrial zone in Hassia is to be doubled in size.",
        "Does the zone include Idlib province?",
        "Will a safe zone be set up in Afrin district?",
        "The fighting in Idlib must stop, the envoy said.",
        "The envoy called on all to halt their attacks on Idlib province.",
        "The strikes are to end the rebels' hold on Idlib province.",
        "The attacks on Idlib province have stopped.",
        "Peru wanted Aleppo province to be included, but Oman refused.",
    ],
)
def test_a_zone_denied_or_asked_about_is_none(mentions_all, text):
    assert read_zones(mentions_all(text)) == ([], [], [])
