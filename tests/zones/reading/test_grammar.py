"""Phrases about space and the trees they come to: every rule of `docs/reading.md`."""

import pytest

from zones.reading.grammar import border_reference, limit_at, listing

PHRASES = {
    "whole": [
        ("Idlib province", "whole SY07"),
        ("all of Quneitra", "whole SY14"),
        ("the whole of Quneitra province", "whole SY14"),
        ("Idlib in its entirety", "whole SY07"),
        ("Hama and Homs provinces", "whole SY05 + whole SY04"),
        ("Idlib, Hama and Latakia", "whole SY07 + whole SY05 + whole SY06"),
        ("the districts of Azaz and Al Bab", "whole SY0204 + whole SY0202"),
        ("Azaz, Al Bab and Jarablus districts in Aleppo", "whole SY0204 + whole SY0202 + whole SY0208"),
        ("Saraqib sub-district", "whole SY070003"),
        ("the southern province of Daraa", "whole SY12"),
        ("the northwestern provinces of Idlib and Latakia", "whole SY07 + whole SY06"),
        ("the central province of Hama", "whole SY05"),
        ("the west-central provinces of Hama and Homs", "whole SY05 + whole SY04"),
    ],
    "part": [
        ("the Idlib area", "part SY07"),
        ("most of Aleppo province", "part SY02"),
        ("parts of Hama", "part SY05"),
        ("half of Daraa province", "part SY12"),
        ("central Homs", "part SY04"),
        ("partially Daraa", "part SY12"),
        ("parts of the southern provinces of Deraa and Quneitra", "part SY12 + part SY14"),
    ],
    "town": [
        ("the towns of Rastan and Talbiseh", "town Rastan SY040400 + town Talbiseh SY040401"),
        ("the villages and towns of Rastan and Talbiseh", "town Rastan SY040400 + town Talbiseh SY040401"),
        (
            "an area north of the city of Homs around the towns of Rastan and Talbiseh",
            "town Rastan SY040400 + town Talbiseh SY040401",
        ),
        ("Saraqib and Khan Sheikhoun", "town Saraqib SY070003 + town Khan Sheikhoun SY070201"),
    ],
    "sector": [
        ("northern Homs province", "sector SY04 0"),
        ("the north of Homs", "sector SY04 0"),
        ("the northern districts of Aleppo province", "sector SY02 0"),
        ("the north-east of Latakia", "sector SY06 45"),
        ("rural northern Homs", "sector SY04 0"),
        ("northern Homs countryside", "sector SY04 0"),
        ("the southern parts of Idlib", "sector SY07 180"),
        ("western and southern Aleppo", "sector SY02 270 + sector SY02 180"),
        ("north and west Aleppo", "sector SY02 0 + sector SY02 270"),
        ("northern or north-eastern Homs", "sector SY04 0 + sector SY04 45"),
        ("the rural north of Hama", "sector SY05 0"),
        ("northern parts and outskirts of Homs", "sector SY04 0"),
        ("Idlib and the south of Homs", "whole SY07 + sector SY04 180"),
        ("northern Hama and Homs provinces", "sector SY05 0 + sector SY04 0"),
        ("northern Hama and Homs", "sector SY05 0 + part SY04"),
        ("northern Rastan", "sector SY0404 0"),
        ("the northern town of Rastan", "town Rastan SY040400"),
        ("northern Saraqib sub-district", "town Saraqib SY070003"),
        ("the far north of the Ghouta", "region Ghouta"),
    ],
    "adjoining": [
        ("Idlib province and adjoining areas", "whole SY07 + adjoining sub-district of any"),
        ("adjoining districts of Hama and Aleppo provinces", "adjoining district of SY05,SY02"),
        ("parts of neighbouring provinces of Latakia and Hama", "adjoining sub-district of SY06,SY05"),
        (
            "Rastan and in a number of villages and towns in northern Homs",
            "town Rastan SY040400 + sector SY04 0",
        ),
        ("a large number of areas in Hama", "part SY05"),
        (
            "Rastan, Fulanbar al-Sham, Talbiseh and Wadi al-Fulan",
            "town Rastan SY040400 + unread 'Fulanbar al-Sham' + town Talbiseh SY040401 + unread 'Wadi al-Fulan'",
        ),
        ("dozens of small towns in Latakia province", "part SY06"),
        ("villages of Hama that adjoin it", "adjoining sub-district of SY05"),
        ("areas of Hama bordering Idlib", "adjoining sub-district of SY05 beside SY07"),
        ("districts of Hama that border on Idlib", "adjoining district of SY05 beside SY07"),
        ("areas adjacent to Idlib province", "adjoining sub-district of any beside SY07"),
        ("districts of Hama which are adjacent to it", "adjoining district of SY05"),
        ("certain adjoining districts in neighbouring Hama", "adjoining district of SY05"),
        ("adjoining towns in Hama", "adjoining sub-district of SY05"),
        ("parts of neighbouring Hama", "adjoining sub-district of SY05"),
        ("parts of its neighbouring provinces", "adjoining sub-district of any"),
        ("parts of the neighbouring provinces: Hama and Aleppo", "adjoining sub-district of SY05,SY02"),
        ("the neighbouring provinces of Hama and Latakia", "whole SY05 + whole SY06"),
        ("adjoining Hama and Latakia", "whole SY05 + whole SY06"),
    ],
    "border": [
        ("the Jordanian border", "border JO"),
        ("areas bordering Jordan", "border JO"),
        ("along the Jordanian border in Daraa province", "border JO in SY12"),
        ("areas within 30 km of the Turkish border", "border TR 30 km"),
        ("a strip 20 km deep along the border with Iraq", "border IQ 20 km"),
        ("areas in Daraa along the Jordanian border", "border JO in SY12"),
        ("parts of Daraa and Quneitra provinces on the Jordanian border", "border JO in SY12,SY14"),
        ("areas on the border with Jordan in Daraa", "border JO in SY12"),
        ("towns in Latakia next to Turkey", "border TR in SY06"),
        ("areas adjacent to Iraq", "border IQ"),
        ("a belt 10 to 20 kilometres wide along the Turkish border", "border TR 20 km"),
        ("a strip to a width of 10 km along the border with Turkey", "border TR 10 km"),
        ("a strip 440 km long and 32 km deep along the Turkish border", "border TR 32 km"),
        (
            "a strip 440 km in length along the Turkish border",
            "limit 'a strip 440 km in length along the Turkish border'",
        ),
        (
            "480 kilometers along the Turkish border",
            "limit '480 kilometers along the Turkish border'",
        ),
        (
            "a 120 km stretch along the Jordanian border",
            "limit 'a 120 km stretch along the Jordanian border'",
        ),
        (
            "a strip 822 km deep along the Turkish border",
            "limit 'a strip 822 km deep along the Turkish border'",
        ),
        ("20,000 km around Idlib", "limit '20,000 km around Idlib'"),
        ("30 km in depth along the Turkish border", "border TR 30 km"),
        ("areas 20 km from the Jordanian border in southern Syria", "border JO in SY12,SY13,SY14 20 km"),
        ("along the Turkish border from Tell Abyad to Ras al-Ayn", "border TR Tell Abyad to Ras al-Ayn"),
        (
            "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn",
            "border TR 32 km Tell Abyad to Ras al-Ayn",
        ),
        (
            "a 32-km-deep strip between Tell Abyad and Ras al-Ayn",
            "border TR 32 km Tell Abyad to Ras al-Ayn",
        ),
    ],
    "disc": [
        ("within 20 km of Palmyra", "disc Palmyra 20 km"),
        ("a 20-km deconfliction zone around its garrison at Palmyra", "disc Palmyra 20 km"),
        ("a radius of 55 km around Manbij", "disc Manbij 55 km"),
        ("55 km from Manbij in every direction", "disc Manbij 55 km"),
        ("55 km in all directions from the town of Manbij", "disc Manbij 55 km"),
        ("a 55-km radius around the town of Manbij", "disc Manbij 55 km"),
        ("within a radius of 20 km of Palmyra", "disc Palmyra 20 km"),
        ("within a distance of 20 km from Palmyra", "disc Palmyra 20 km"),
        ("20 km in radius around Manbij", "disc Manbij 20 km"),
        ("a circle 20 km around Manbij", "disc Manbij 20 km"),
        ("a 20-km circle around Manbij", "disc Manbij 20 km"),
        ("a circle of 20 km radius around Manbij", "disc Manbij 20 km"),
        ("around Manbij with a radius of about 20 km (12 miles)", "disc Manbij 20 km"),
    ],
    "side": [
        ("Raqqa province east of the Euphrates", "side Euphrates 90 in SY11"),
        ("the parts of Deir ez-Zor province that lie west of the Euphrates", "side Euphrates 270 in SY09"),
        ("areas on the eastern bank of the river Orontes in Idlib province", "side Orontes 90 in SY07"),
        ("east of the Euphrates", "side Euphrates 90"),
    ],
    "route": [
        (
            "6 km north and 6 km south of the M4 highway between Jisr al-Shughur and Saraqib",
            "route M4 6 km Jisr al-Shughur to Saraqib",
        ),
        ("a corridor 6 km deep on either side of the M4 in Idlib province", "route M4 6 km in SY07"),
        (
            "six km to the north and south of the M4 highway, a strategic road connecting Aleppo with Latakia",
            "route M4 6 km Aleppo to Latakia",
        ),
        (
            "6 km (3.7 miles) north and south of the M4 highway, which connects Latakia to Saraqib",
            "route M4 6 km Latakia to Saraqib",
        ),
    ],
    "region": [
        ("Eastern Ghouta", "region Eastern Ghouta"),
        ("parts of Eastern Ghouta", "region Eastern Ghouta"),
        ("the so-called Eastern Ghouta enclave", "region Eastern Ghouta"),
    ],
    "except": [
        ("Idlib province except Jisr al-Shughur district", "(whole SY07) - (whole SY0704)"),
        ("Daraa province with the exception of Daraa city", "(whole SY12) - (town Daraa SY120000)"),
        ("Aleppo excluding Manbij and Azaz districts", "(whole SY02) - (whole SY0205 + whole SY0204)"),
        ("Idlib (except Harim district) and Homs", "(whole SY07 + whole SY04) - (whole SY0703)"),
        (
            "Daraa province, except Nawa, Idlib and Homs",
            "(whole SY12 + whole SY07 + whole SY04) - (town Nawa SY120303)",
        ),
        ("Eastern Ghouta except Rastan", "region Eastern Ghouta + unread 'except Rastan'"),
        ("Eastern Ghouta except Tell Fulan", "region Eastern Ghouta + unread 'except Tell Fulan'"),
        ("Idlib except Harim district and Homs province", "(whole SY07 + whole SY04) - (whole SY0703)"),
    ],
    "unresolved": [
        ("the line of contact in Idlib", "limit 'line of contact' + part SY07"),
        ("areas held by rebels in northern Hama", "limit 'areas held by rebels' + sector SY05 0"),
        ("rebel-held parts of Daraa", "limit 'rebel-held parts' + part SY12"),
        ("parts of Hasakah held by the SDF", "part SY08 + limit 'parts of Hasakah held by the SDF'"),
        (
            "15 to 20 km deep along the line of contact in Idlib",
            "limit '15 to 20 km deep along the line of contact' + part SY07",
        ),
    ],
    "country": [
        ("southern Syria, the provinces of Daraa and Quneitra", "whole SY12 + whole SY14"),
        ("certain areas in the south of Syria, the provinces of Daraa and Quneitra", "part SY12 + part SY14"),
        ("southern Syria, the provinces of Homs and Hama", "region Southern Syria + whole SY04 + whole SY05"),
        (
            "certain provinces in the south of Syria (Daraa and Quneitra) and Homs",
            "whole SY12 + whole SY14 + whole SY04",
        ),
        ("southern Syria (Daraa and Quneitra) and Homs", "whole SY12 + whole SY14 + whole SY04"),
        ("certain areas in the south of the country (Daraa and Quneitra)", "part SY12 + part SY14"),
        ("Eastern Ghouta (near Damascus) and Idlib", "region Eastern Ghouta + whole SY07"),
        ("Eastern Ghouta (Douma and Harasta) and Idlib", "region Eastern Ghouta + whole SY07"),
        ("Idlib, Eastern Ghouta and the south", "whole SY07 + region Eastern Ghouta + region Southern Syria"),
        ("Idlib, the north and Homs province", "whole SY07 + unread 'the north' + whole SY04"),
        ("Idlib, the north and in Eastern Ghouta", "whole SY07 + unread 'the north' + region Eastern Ghouta"),
    ],
    "spellings": [
        ("East Guta", "region Eastern Ghouta"),
        ("Western Goutha", "region Western Ghouta"),
        ("the Hawran plain", "region Hauran"),
        ("the Jazeera region", "region Jazira"),
        ("Syria's southern Daraa province", "whole SY12"),
    ],
    "around": [
        ("the outskirts of Damascus", "limit 'the outskirts of Damascus'"),
        ("the eastern suburbs of the capital", "limit 'the eastern suburbs of the capital'"),
        ("Damascus's southern suburbs", 'limit "Damascus\'s southern suburbs"'),
        ("the capital's suburbs", 'limit "the capital\'s suburbs"'),
        ("the suburbs of Aleppo and Homs", "limit 'the suburbs of Aleppo and Homs'"),
        ("areas near Palmyra", "limit 'areas near Palmyra'"),
        ("the countryside around Qaryat Zubda", "limit 'the countryside around Qaryat Zubda'"),
        ("the suburbs of Damascus (pictured)", "limit 'the suburbs of Damascus'"),
        ("the outskirts of Damascus (in Eastern Ghouta)", "region Eastern Ghouta"),
        ("the outskirts of Damascus in Eastern Ghouta", "region Eastern Ghouta"),
        ("the villages around Rastan in Homs province", "limit 'the villages around Rastan' + part SY04"),
        (
            "Saraqib, Ariha and the villages around them in Idlib province, and Rastan in Homs province",
            "town Saraqib SY070003 + town Ariha SY070500 + limit 'the villages around them' + town Rastan SY040400",
        ),
        ("the suburbs of Damascus in Eastern Ghouta", "region Eastern Ghouta"),
        ("the Damascus suburbs – Eastern Ghouta – and Idlib", "region Eastern Ghouta + whole SY07"),
        ("the Damascus countryside (Eastern Ghouta)", "region Eastern Ghouta"),
        ("near Homs (in Rastan)", "town Rastan SY040400"),
        (
            "the suburbs of Damascus, among them Harasta and Douma",
            "limit 'the suburbs of Damascus' + town Harasta SY030201 + town Douma SY030200",
        ),
        (
            "the suburbs of Damascus, for example Harasta and Douma",
            "limit 'the suburbs of Damascus' + town Harasta SY030201 + town Douma SY030200",
        ),
        # what looks alike, and is the place itself
        ("the suburbs of Harasta and Douma", "town Harasta SY030201 + town Douma SY030200"),
        ("the northern suburbs of Homs", "sector SY04 0"),
        ("the Homs countryside", "part SY04"),
        ("northern Damascus", "part SY01"),
    ],
    "brackets": [
        ("parts of Hama (Masyaf and Salamiyah)", "town Masyaf SY050400 + town Salamiyah SY050300"),
        ("parts of Hama (Rastan) and Idlib", "part SY05 + whole SY07"),
        ("Rastan (Homs province) and Saraqib (Idlib)", "town Rastan SY040400 + town Saraqib SY070003"),
        ("Idlib, near Turkey (in red), and Hama (pictured)", "whole SY07 + whole SY05"),
        ("Harasta and Douma in Eastern Ghouta", "town Harasta SY030201 + town Douma SY030200"),
        (
            "Idlib province, the outskirts of Damascus (in Eastern Ghouta) and northern Homs",
            "whole SY07 + region Eastern Ghouta + sector SY04 0",
        ),
    ],
    "settlements": [
        (
            "84 settlements, including Rastan and Talbiseh",
            "town Rastan SY040400 + town Talbiseh SY040401 + limit '84 settlements'",
        ),
        (
            "Idlib province and 84 settlements, for example Rastan and Talbiseh",
            "whole SY07 + town Rastan SY040400 + town Talbiseh SY040401 + limit '84 settlements'",
        ),
        ("84 settlements in northern Homs", "sector SY04 0"),
    ],
    "announcements": [
        ("several provinces, including Raqqa", "whole SY11 + limit 'several provinces'"),
        ("several provinces, above all Raqqa", "whole SY11 + limit 'several provinces'"),
    ],
    "list": [
        ("Idlib province, including Binnish and Saraqib, and Masyaf district", "whole SY07 + whole SY0504"),
        ("the Idlib towns of Saraqib and Ariha", "town Saraqib SY070003 + town Ariha SY070500"),
        (
            "the provinces of Hama and Latakia, Harim district and Rastan",
            "whole SY05 + whole SY06 + whole SY0703 + town Rastan SY040400",
        ),
        (
            "the towns of Rastan and Talbiseh and the Damascus suburbs",
            "town Rastan SY040400 + town Talbiseh SY040401 + limit 'the Damascus suburbs'",
        ),
        ("Idlib as well as Saraqib sub-district", "whole SY07 + whole SY070003"),
        ("(a) Idlib province; and (b) northern Homs", "whole SY07 + sector SY04 0"),
        ("Idlib province, which borders Turkey, and northern Homs", "whole SY07 + sector SY04 0"),
        ("parts of Aleppo, namely Azaz and Al Bab districts", "part SY0204 + part SY0202"),
        ("Eastern Ghouta, namely Douma", "town Douma SY030200"),
        ("Idlib (with its towns) and northern Homs", "whole SY07 + sector SY04 0"),
        ("Douma east of Damascus and Homs province", "town Douma SY030200 + whole SY04"),
        ("Idlib north of the city of Homs and Daraa province", "whole SY07 + whole SY12"),
        ("Idlib, in the Hauran, and Homs", "whole SY07 + whole SY04"),
        ("Idlib in the far north of Syria and Homs", "whole SY07 + whole SY04"),
        ("the towns of Rastan and Xyzzy", "town Rastan SY040400 + unread 'Xyzzy'"),
        ("Idlib, Hama district", "whole SY07 + whole SY0501"),
        ("most parts of Idlib", "part SY07"),
    ],
}


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [pytest.param(*row, id=f"{rule}: {row[0]}") for rule in PHRASES for row in PHRASES[rule]],
)
def test_phrases(scan_one, told, phrase, expected):
    scan = scan_one(phrase)
    found = listing(scan, 0)
    assert found is not None
    assert told(found.area) == expected
    assert found.end == len(scan)


@pytest.mark.parametrize(
    "phrase",
    [
        "something else",
        "a border",
        "20 km",
        "two of them",
        "",
        "both sides of",
        "north-west of Damascus",
        "northern Yalda",
        "northern Palestine",
        "north and something",
        "30 km from the border",
        "20 km north of Manbij",
        "near Homs",
        "a town in Idlib province",
        "Tell Fulan",
        "a radius of Manbij",
        "within 20 km",
        "a 30 km wide strip between Rastan and Talbiseh",
        "areas bordering the Mediterranean",
        "districts adjoining the others",
    ],
)
def test_what_is_no_area(scan_all, phrase):
    assert [listing(scan, 0) for scan in scan_all(phrase)] in ([], [None])


@pytest.mark.parametrize(
    ("phrase", "left"),
    [
        ("parts of Aleppo, namely the moon", ", namely the moon"),
        ("Idlib province near nothing", "near nothing"),
        ("Idlib province north of it", "north of it"),
        ("along the Turkish border between Tell Abyad, Ras al-Ayn", "between Tell Abyad, Ras al-Ayn"),
        ("adjoining areas of the moon", "of the moon"),
        ("Azaz in northern Rastan", "in northern Rastan"),
        ("territory bordering Israel and Lebanon", "and Lebanon"),
    ],
)
def test_what_does_not_belong_is_left(scan_one, phrase, left):
    scan = scan_one(phrase)
    assert scan.text(listing(scan, 0).end, len(scan)) == left


def test_leaves_are_quoted_where_they_stand(scan_one):
    text = "the zone takes in northern Homs, parts of Hama and areas held by rebels"
    found = listing(scan_one(text), 4)
    assert [text[slice(*leaf.span)] for leaf in found.items] == [leaf.text for leaf in found.items]


def test_a_remark_in_passing_is_kept(scan_one):
    scan = scan_one("Idlib province, which borders Turkey, and northern Homs")
    (remark,) = listing(scan, 0).remarks
    assert scan.text(remark.start, remark.end) == ", which borders Turkey"


def test_a_limit_ends_at_a_verb(scan_one):
    scan = scan_one("The line of contact in Idlib is to be drawn")
    assert scan.text(0, limit_at(scan, 0).end) == "The line of contact in Idlib"


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the Jordanian border", (("JO",), 3)),
        ("the border with Iraq and Jordan", (("IQ", "JO"), 6)),
        ("Turkey's border", (("TR",), 3)),
        ("the Syrian-Turkish border", (("TR",), 4)),
        ("Iraqi and Jordanian borders", (("IQ", "JO"), 4)),
        ("the border", None),
        ("Jordan", None),
        ("Syria's border", None),
    ],
)
def test_borders(scan_one, phrase, expected):
    assert border_reference(scan_one(phrase), 0) == expected
