"""Who a speaker is, and whom the same document means by a surname or an office."""

import pytest

from zones.reading.speakers import Registry, Speaker, describe
from zones.reading.speech import attributions


@pytest.mark.parametrize(
    ("text", "said_by", "person", "roles", "nation"),
    [
        ("Ibrahim Kalin, the Turkish spokesman, said so.", "Ibrahim Kalin", True, {"spokesman"}, "TR"),
        ("The Russian envoy Alexander Lavrentyev said so.", "Alexander Lavrentyev", True, {"envoy"}, "RU"),
        ("Ursula von der Leyen said so.", "Ursula von der Leyen", True, set(), None),
        ("Kalin said so.", "Kalin", True, set(), "TR"),
        ("The Kazakh minister said so.", "The Kazakh minister", False, {"minister"}, "KZ"),
        ("A source in Moscow said so.", "A source in Moscow", False, {"source"}, None),
        ("Meanwhile the minister said so.", "the minister", False, {"minister"}, None),
        (
            "Turkish President Recep Tayyip Erdoğan said so.",
            "Recep Tayyip Erdoğan",
            True,
            {"president"},
            "TR",
        ),
        ("The UN envoy Staffan de Mistura said so.", "Staffan de Mistura", True, {"envoy"}, "UN"),
        ("Minister Lavrov said so.", "Lavrov", True, {"minister"}, "RU"),
        ("Interfax said so.", "Interfax", False, set(), None),
        ("Lavrov's deputy said so.", "Lavrov's deputy", False, {"deputy"}, "RU"),
        ("Kalin's brother, Ahmed, said so.", "Ahmed", True, set(), "TR"),
        ("Mayor of Idlib Ahmad al-Hasan said so.", "Ahmad al-Hasan", True, {"mayor"}, None),
        ("Ibrahim's spokesman said so.", "Ibrahim's spokesman", False, {"spokesman"}, None),
        ("The Ankara spokesman said so.", "The Ankara spokesman", False, {"spokesman"}, "TR"),
        ("Mohammed bin Salman, the Saudi prince, said so.", "Mohammed bin Salman", True, {"prince"}, "SA"),
    ],
)
def test_descriptions(scan_one, text, said_by, person, roles, nation):
    scan = scan_one(text)
    (attribution,) = attributions(scan, None)
    assert describe(scan, attribution) == Speaker(said_by, person, frozenset(roles), nation)


LAVROV = Speaker("Sergei Lavrov", True, frozenset({"minister"}), "RU")
KALIN = Speaker("Ibrahim Kalın", True, frozenset({"spokesman"}), "TR")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (Speaker("Lavrov", True), "Sergei Lavrov"),
        (Speaker("Kalin", True), "Ibrahim Kalın"),
        (Speaker("the Russian minister", False, frozenset({"minister"}), "RU"), "Sergei Lavrov"),
        (
            Speaker("another Russian minister", False, frozenset({"minister"}), "RU"),
            "another Russian minister",
        ),
        (Speaker("the Turkish minister", False, frozenset({"minister"}), "TR"), "the Turkish minister"),
        (Speaker("the minister", False, frozenset({"minister"})), "the minister"),
        (Speaker("Putin", True), "Putin"),
    ],
)
def test_the_registry_knows_people(told, meant):
    assert Registry([LAVROV, KALIN]).resolve(told).said_by == meant


def test_two_of_one_name_stay_apart():
    other = Speaker("Ivan Lavrov", True)
    assert Registry([LAVROV, other]).resolve(Speaker("Lavrov", True)).said_by == "Lavrov"
