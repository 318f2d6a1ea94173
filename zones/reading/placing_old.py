"""Where a statement places the forces it speaks of."""

from __future__ import annotations

from zones.reading.statement import Place, Statement
from zones.reading.whereabouts import anaphor, whereabouts

__all__ = ["place_of"]


def place_of(statement: Statement, at: int) -> Place:
    """Return where the forces told at a token are to be: the first place after them, else any, else none."""
    scan, start, end = statement.scan, statement.start, statement.end
    speakers = [act.speaker for act in statement.deeds]
    named = [w for w in whereabouts(scan, start, end) if not any(a <= w.at < b for a, b in speakers)]
    others = [force.noun for force in statement.forces if force.nations and force.noun > at]
    limit = min(others, default=end)
    after = [w for w in named if w.at >= at]
    before_others = [w for w in after if w.at < limit]
    best = before_others or after or named
    if best:
        return best[0], False
    if any(n.code == "SY" and start <= n.start < end for n in scan.nations.values()):
        return None, False
    taken_up = anaphor(scan, start, end)
    if taken_up == "there":
        return statement.memory.place, statement.memory.zone
    if taken_up in {"zone", "it"} and statement.memory.place is not None and not statement.memory.zone:
        return statement.memory.place, False  # the zone at the place that was spoken of last
    return None, taken_up is not None
