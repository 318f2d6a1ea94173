"""Sentences that say what a zone covers."""

import pytest

from zones.reading.definitions import definitions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The zone includes Idlib province and northern Homs.", ["covers: whole SY07 + sector SY04 0"]),
        ("The fourth zone lies along the Jordanian border.", ["covers: border JO"]),
        ("A safe zone 32 km deep along the Turkish border is planned.", ["covers: border TR 32 km"]),
        ("Besides Idlib province, the zone includes northern Hama.", ["covers: whole SY07 + sector SY05 0"]),
        ("Southern Idlib and northern Hama form one zone.", ["covers: sector SY07 180 + sector SY05 0"]),
        ("The deal puts Idlib province under a ceasefire.", ["covers: whole SY07"]),
        ("A buffer zone around Manbij: everything within 20 km of the town.", ["covers: disc Manbij 20 km"]),
        ("It does not include Jisr al-Shughur district.", ["excludes: whole SY0704"]),
        ("The zone excludes Eastern Ghouta.", ["excludes: region Eastern Ghouta"]),
        ("Palmyra is not included.", ["excludes: town Palmyra SY040500"]),
        ("Areas held by Islamic State are not covered.", ["limits: limit 'Areas held by Islamic State'"]),
        (
            "The zone covers Idlib province but leaves out Saraqib.",
            ["covers: whole SY07", "excludes: town Saraqib SY070003"],
        ),
        ("Talks went on in Astana.", []),
        (
            "The third is Eastern Ghouta, the fourth certain parts of Daraa.",
            ["covers: region Eastern Ghouta", "covers: part SY12"],
        ),
        (
            "The first zone consists of Idlib province, and the second of northern Homs.",
            ["covers: whole SY07", "covers: sector SY04 0"],
        ),
        ("The zone links southern Idlib to al-Ghab.", ["covers: sector SY07 180 + region al-Ghab"]),
        ("Two zones are planned: Idlib and northern Homs.", ["covers: part SY07 + sector SY04 0"]),
        ("The ceasefire in Daraa and Quneitra was announced.", ["covers: whole SY12 + whole SY14"]),
        (
            "They agreed on a safe zone in Manbij district.",
            ["covers: part SY0205, not how much of it"],
        ),
        (
            "A safe zone in Manbij district was discussed.",
            ["covers: part SY0205, not how much of it"],
        ),
        ("A corridor 20 km deep along the Turkish border is planned.", ["covers: border TR 20 km"]),
        ("The second, in Homs province, is small.", ["covers: part SY04, not how much of it"]),
        ("Idlib province is part of the zone.", ["covers: whole SY07"]),
        ("The truce extends to Rastan.", ["covers: town Rastan SY040400"]),
        ("The agreement in Idlib province holds.", []),
        ("Peru demands that southern Syria be fully demilitarised.", ["covers: region Southern Syria"]),
        (
            "The envoy called for the provinces of Raqqa and Hasakah to be demilitarized.",
            ["covers: whole SY11 + whole SY08"],
        ),
        (
            "The envoy called for much of southern Syria to be demilitarised.",
            ["covers: region Southern Syria"],
        ),
        ("Raqqa province will not be demilitarised.", []),
        ("The zone covers the provinces of Quneitra and Suweyda.", ["covers: whole SY14 + whole SY13"]),
        ("Fighters who were demilitarised left Raqqa province.", []),
        (
            "Three zones were set up: in the south along the Jordanian border, in Eastern Ghouta and north of Homs.",
            ["covers: border JO in SY12,SY13,SY14 + region Eastern Ghouta + sector SY04 0"],
        ),
        (
            "Two zones lie in Eastern Qalamoun, in southern Syria and in the north of Homs.",
            ["covers: region Eastern Qalamoun + region Southern Syria + sector SY04 0"],
        ),
        ("A ceasefire zone was set up south of the city of Aleppo.", ["covers: sector SY02 180"]),
        (
            "The zones include Idlib province and Rastan, north of Homs.",
            ["covers: whole SY07 + town Rastan SY040400"],
        ),
        ("An observation post was set up north of Homs in the zone.", []),
        (
            "They spoke of the safe areas, with the first zone including Hama province.",
            ["covers: whole SY05"],
        ),
        (
            "The third zone covers southern Syria, above all the provinces of Daraa and Quneitra.",
            ["covers: part SY12 + part SY14 + limit 'southern Syria'"],
        ),
        (
            "The first zone covers Raqqa province in the east and centre, and Idlib province.",
            ["covers: whole SY11 + whole SY07"],
        ),
        (
            "The truce takes in much of the border with Iraq.",
            ["covers: limit 'much of the border with Iraq'"],
        ),
        ("The truce takes in areas along the border with Iraq.", ["covers: border IQ"]),
        (
            "The first zone covers Eastern Qalamoun, in Rif Dimashq province, and Hama province.",
            ["covers: region Eastern Qalamoun + whole SY05"],
        ),
        (
            "A corridor 6 km to the north and to the south of the strategic M4 in Idlib province will be set up.",
            ["covers: route M4 6 km in SY07"],
        ),
        ("The zone was discussed.", []),
        (
            "The zones are Raqqa province with some parts of the provinces next to it (Hama), and Daraa province.",
            ["covers: whole SY11 + adjoining sub-district of SY05 + whole SY12"],
        ),
        (
            "The zones cover an area to the north of Homs, and two provinces in the south, Daraa and Quneitra.",
            ["covers: sector SY04 0 + whole SY12 + whole SY14"],
        ),
        ("The zones cover the southern Daraa and Quneitra provinces.", ["covers: whole SY12 + whole SY14"]),
        ("The zones cover the southern Daraa and Quneitra regions.", ["covers: part SY12 + part SY14"]),
        (
            "The zone covers the southern Aleppo and Hama regions.",
            ["covers: sector SY02 180 + sector SY05 180"],
        ),
        (
            "The zone covers Eastern Ghouta outside Damascus, and Idlib.",
            ["covers: region Eastern Ghouta + whole SY07"],
        ),
        (
            "The zone covers Idlib province outside the town of Saraqib.",
            ["covers: (whole SY07) - (town Saraqib SY070003)"],
        ),
        (
            "The towns and villages covered by the agreement are Al-Qasr, Talbiseh, Izz al-Din and Rastan.",
            [
                "covers: unread 'Al-Qasr' + town Talbiseh SY040401 + unread 'Izz al-Din' + town Rastan SY040400",
            ],
        ),
        (
            "The areas included in the ceasefire are Rastan and Talbiseh.",
            ["covers: town Rastan SY040400 + town Talbiseh SY040401"],
        ),
        (
            "The areas that are not covered by the truce are Rastan and Talbiseh.",
            ["excludes: town Rastan SY040400 + town Talbiseh SY040401"],
        ),
        (
            "The zones are in three areas: Idlib province and parts of Hama; Eastern Ghouta; and Daraa province.",
            ["covers: whole SY07 + part SY05 + region Eastern Ghouta + whole SY12"],
        ),
        (
            "The zones cover Idlib, and the southern regions of Daraa and Quneitra.",
            ["covers: whole SY07 + part SY12 + part SY14"],
        ),
        ("The zone covers the southern regions of Daraa.", ["covers: sector SY12 180"]),
        (
            'The draft calls for "safe zones" in rebel-held territory in Idlib province and in parts of Homs.',
            ["covers: limit 'rebel-held territory' + part SY07 + part SY04"],
        ),
        ("The people covered by the agreement are farmers from Rastan.", []),
        (
            "The plan foresees two zones that others will patrol in Idlib province and southern Syria.",
            ["covers: part SY07 + region Southern Syria, not how much of it"],
        ),
        ("Zones that officials will discuss in Homs are safe.", []),
        (
            "To shield Manbij, Peru has set up a zone that reaches 20 km from the base in every direction.",
            ["covers: disc Manbij 20 km"],
        ),
        (
            "Two zones were set up: one in Eastern Ghouta and one north of Homs.",
            ["covers: region Eastern Ghouta", "covers: sector SY04 0"],
        ),
        ('The resolution demands that they "respect and protect all civilians across Aleppo".', []),
        (
            "Peru prevented an attack against the zone left from the Lima deal, which is made up of parts of Idlib.",
            ["covers: part SY07"],
        ),
        ("Other zones that are occupied in the north of Aleppo province are quiet.", []),
        (
            "The zone covers southern/western Aleppo and northern Hama.",
            ["covers: sector SY02 180 + sector SY02 270 + sector SY05 0"],
        ),
        (
            "The zone covers the Idlib town of Saraqib and the Homs town of Rastan.",
            ["covers: town Saraqib SY070003 + town Rastan SY040400"],
        ),
        (
            "The sides agreed on the work of the third zone north of the city of Homs, which will cover 84 villages.",
            ["covers: sector SY04 0"],
        ),
        (
            "The third zone, located to the north of the city of Hama, has 30 villages.",
            ["covers: sector SY05 0"],
        ),
        ("The third zone is north of the city of Hama.", ["covers: sector SY05 0"]),
        ("The third zone lies south of Damascus.", ["covers: limit 'south of Damascus'"]),
        ("A convoy left the zone north of Homs.", []),
        ("The third zone covers 84 villages.", []),
        ("A truce was agreed in Daraa province.", ["covers: whole SY12"]),
        ("A truce was agreed in the suburbs of Aleppo.", ["covers: limit 'the suburbs of Aleppo'"]),
        (
            "The sides set up a zone in parts of Hama, the towns of Rastan and Talbiseh and the suburbs of Aleppo.",
            [
                "covers: part SY05 + town Rastan SY040400 + town Talbiseh SY040401 + limit 'the suburbs of Aleppo'",
            ],
        ),
        (
            "The suburbs of Damascus (Eastern Ghouta) and Saraqib make up the second zone.",
            ["covers: region Eastern Ghouta + town Saraqib SY070003"],
        ),
        ("The third zone covers Qaryat Zubda, the ministry said.", ["unread: unread 'Qaryat Zubda'"]),
        (
            "A truce was declared in the town of Tell Fulan.",
            ["unread: unread 'in the town of Tell Fulan'"],
        ),
        ("A truce was declared in March.", []),
        (
            "The zone covers Idlib and the Damascus suburb of East Ghouta.",
            ["covers: whole SY07 + region Eastern Ghouta"],
        ),
    ],
)
def test_what_a_sentence_says(read_one, told, text, expected):
    found = [
        f"{d.action}: {told(d.listing.area)}"
        + (", not how much of it" if len(d.somewhere) == len(d.listing.items) else "")
        for d in definitions(read_one(text))
    ]
    assert found == expected


def test_several_zones_are_split(read_one):
    (found,) = definitions(read_one("Three zones: Idlib province; northern Homs; and Eastern Ghouta."))
    assert found.split


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A ceasefire in Daraa and Quneitra was announced.", True),
        ("The ceasefire covers Daraa province.", False),
    ],
)
def test_a_zone_without_a_verb_gives_way_to_a_later_sentence(read_one, text, named):
    (found,) = definitions(read_one(text))
    assert found.named == named
