"""The language of the patterns, and the data files written in it."""

from importlib import resources

import pytest

from zones.reading.lexicon import Patterns, phrases, table, words

FILES = sorted(f.name for f in resources.files("zones.reading.lexicon").iterdir() if f.name.endswith(".toml"))


@pytest.mark.parametrize(
    ("pattern", "text", "length"),
    [
        ("has|have agreed", "have agreed to", 2),
        ("has|have agreed", "had agreed", None),
        ("not yet? decided", "not yet decided", 3),
        ("not yet? decided", "not decided", 2),
        ("deploy*", "deployment", 1),
        ("deploy*", "redeploy", None),
        ("no _ troops", "no german troops", 3),
        ("no _ troops", "no , troops", None),
        ("take ... part", "take an active part", 4),
        ("take ... part", "take part", 2),
        ("take ... part", "take a b c d e part", None),
        ("take ... part", "take . part", None),
        ("Erdoğan", "erdogan", 1),
    ],
)
def test_patterns(pattern, text, length):
    hit = Patterns([(pattern, True)]).at(text.split(), 0)
    assert (hit.end if hit is not None else None) == length


def test_the_longest_pattern_wins_and_of_equals_the_first():
    known = Patterns([("no", 1), ("no decision", 2), ("no|any decision", 3)])
    assert [(hit.value, hit.start, hit.end) for hit in known.find(["no", "decision", "no"])] == [
        (2, 0, 2),
        (1, 2, 3),
    ]


def test_nothing_is_found_beyond_the_end():
    assert Patterns([("no", 1)]).at(["no"], 1) is None


@pytest.mark.parametrize("pattern", ["_ troops", "... troops"])
def test_a_pattern_begins_with_a_word(pattern):
    with pytest.raises(ValueError, match="must begin with a word"):
        Patterns([(pattern, True)])


def test_lists_can_be_read_together():
    assert words("borders.depth", "borders.long") == words("borders.depth") | words("borders.long")


def test_an_unknown_list_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match=r"no list 'borders\.colour'.*depth"):
        words("borders.colour")
    with pytest.raises(KeyError, match=r"not_nations\.none"):
        phrases("nations.not_nations.none")


def lists(found, name):
    for key, value in found.items():
        if isinstance(value, dict):
            yield from lists(value, f"{name}.{key}")
        elif isinstance(value, list) and all(isinstance(row, dict) for row in value):
            for number, row in enumerate(value, 1):
                yield from lists(row, f"{name}.{key}[{number}]")
        elif isinstance(value, list):
            yield f"{name}.{key}", value
        elif isinstance(value, str) and (
            key in {"verbs", "nouns", "adjectives", "words"} or "nouns.toml" in name
        ):
            yield f"{name}.{key}", value.split()


@pytest.mark.parametrize("file", FILES)
def test_no_list_names_a_word_twice(file):
    for name, listed in lists(table(file.removesuffix(".toml")), file):
        assert sorted(set(listed)) == sorted(listed), name
