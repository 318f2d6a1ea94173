"""What one document says about zones and monitors, before it is joined with what others say."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.areas import Limit
from zones.compiler import Compiled, compile_area
from zones.documents import Document
from zones.passed_over import PassedOver, Reason
from zones.reading.accord_reader import read_accord
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_reader import PassedSentence, is_signal, read_claims
from zones.reading.mentions import Mentions, mentions
from zones.reading.retractions import retracted
from zones.reading.scan import Scan, scan
from zones.reading.sentence.parser import parse
from zones.reading.tokens import sentences
from zones.reading.zone_draft import ZoneDraft
from zones.reading.zone_reader import read_zones
from zones.text.blocks import BlockKind

__all__ = ["Reading", "read"]

_READ = {BlockKind.HEADLINE, BlockKind.LIST_ROW, BlockKind.TABLE_ROW, BlockKind.BODY}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says: its zones and claims before they are joined with others'."""

    document: Document
    drafts: tuple[ZoneDraft, ...]
    compiled: tuple[Compiled, ...]
    claims: tuple[ClaimDraft, ...]
    loose: tuple[Limit, ...]
    accord: Accord | None
    passed_over: tuple[PassedOver, ...] = ()


def read(document: Document, units: AdminUnits, toponyms: Toponyms) -> Reading:
    """Return what a document says about zones and monitors."""
    scans = _scans(document, _READ, units, toponyms)
    standing, withdrawn = retracted(scans)
    drafts, loose = read_zones(standing)
    compiled = [compile_area(draft.area, units) for draft in drafts]
    kept = [(d, c) for d, c in zip(drafts, compiled, strict=True) if c.members]
    homeless = [leaf for d, c in zip(drafts, compiled, strict=True) if not c.members for leaf in c.limits]
    told = read_claims(_mentions(document, standing), document.published)
    aside = [*_aside(document, scans, standing), *_captions(document, units, toponyms)]
    return Reading(
        document, tuple(d for d, _ in kept), tuple(c for _, c in kept), told.claims,
        (*loose, *homeless, *withdrawn), read_accord(document, standing),
        tuple(_passed(one, document) for one in sorted((*told.passed, *aside), key=lambda one: one.span)),
    )  # fmt: skip


def _scans(
    document: Document, kinds: Collection[BlockKind], units: AdminUnits, toponyms: Toponyms
) -> list[Scan]:
    lines = [(block.start, block.end, block.headline) for block in document.blocks if block.kind in kinds]
    return [scan(s, units, toponyms) for s in sentences(document.text, lines)] if lines else []


def _mentions(document: Document, scans: Sequence[Scan]) -> list[Mentions]:
    trees = parse(document.text, [one.sentence for one in scans])
    return [mentions(document.text, one, tree) for one, tree in zip(scans, trees, strict=True)]


def _aside(document: Document, scans: Sequence[Scan], standing: Sequence[Scan]) -> list[PassedSentence]:
    """Return the sentences that the text takes back, of those that would be told of."""
    gone = [one for one in scans if not any(one is kept for kept in standing)]
    return [PassedSentence(m.span, Reason.TAKEN_BACK) for m in _mentions(document, gone) if is_signal(m)]


def _captions(document: Document, units: AdminUnits, toponyms: Toponyms) -> list[PassedSentence]:
    """Return the sentences of captions that would be told of if they stood in the article."""
    told = _mentions(document, _scans(document, {BlockKind.CAPTION}, units, toponyms))
    return [PassedSentence(m.span, Reason.CAPTION) for m in told if is_signal(m)]


def _passed(sentence: PassedSentence, document: Document) -> PassedOver:
    return PassedOver(
        text=document.text[slice(*sentence.span)], reason=sentence.reason, detail=sentence.detail,
        evidence=(document.evidence(*sentence.span),),
    )  # fmt: skip
