"""The reader against passages with known answers: no measure may fall below what it has reached.

The passages were written by people who had not seen the reader, `a` to be worked with, the others to
measure it: `docs/reading.md` gives what each scored before anybody looked at it.
"""

from pathlib import Path

import pytest

from tests.corpus.scoring import score

REACHED = {
    "a.json": {"zones": 1.0, "extent": 1.0, "claims": 1.0, "place": 0.957, "said_by": 1.0, "said_on": 1.0},
    "b.json": {"zones": 1.0, "extent": 1.0, "claims": 0.994, "place": 1.0, "said_by": 1.0, "said_on": 1.0},
    "c.json": {"zones": 1.0, "extent": 1.0, "claims": 1.0, "place": 0.974, "said_by": 1.0, "said_on": 1.0},
    "e.json": {
        "zones": 1.0,
        "extent": 1.0,
        "claims": 0.993,
        "place": 0.956,
        "said_by": 0.976,
        "said_on": 0.957,
    },
    "f.json": {"zones": 1.0, "extent": 1.0, "claims": 1.0, "place": 1.0, "said_by": 1.0, "said_on": 1.0},
    "g.json": {
        "zones": 0.951,
        "extent": 1.0,
        "claims": 0.978,
        "place": 0.971,
        "said_by": 0.952,
        "said_on": 0.88,
    },
    "d.json": {"zones": 1.0, "extent": 1.0, "claims": 0.993, "place": 0.942, "said_by": 1.0, "said_on": 1.0},
}


@pytest.mark.parametrize("name", sorted(REACHED))
def test_no_measure_falls(name: str, tmp_path: Path) -> None:
    result = score(name, tmp_path)
    means = result.means()
    fallen = {k: (means[k], v) for k, v in REACHED[name].items() if means[k] < v}
    assert not fallen, "\n".join(result.complaints)
    assert means["evidence"] == 1.0
