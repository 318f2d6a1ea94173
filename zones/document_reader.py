"""What one document says about zones and monitors, before it is joined with what others say."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from geodata.measure import area_km2
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.areas import Limit
from zones.compiler import Compiled, compile_area
from zones.documents import Document
from zones.passed_over import PassedOver, Reason
from zones.plausible import MOST, SHAPED, share_of_country
from zones.reading.accord_reader import read_accord
from zones.reading.budget import MOST_AREAS, left_out, within_budget
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_reader import is_signal, read_claims
from zones.reading.mentions import Mentions, mentions
from zones.reading.passed_sentences import PassedSentence
from zones.reading.retractions import retracted
from zones.reading.scan import scan
from zones.reading.sentence.parser import parse
from zones.reading.tokens import sentences
from zones.reading.zone_draft import ZoneDraft
from zones.reading.zone_reader import read_zones
from zones.reasons import Why
from zones.text.blocks import BlockKind

__all__ = ["Reading", "read"]

_BEYOND = f"an area beyond the first {MOST_AREAS}"
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
    read_from, unread = _sentences(document, _READ, units, toponyms)
    standing, withdrawn = retracted(read_from)
    drafts, loose, beyond = read_zones(standing)
    compiled = [compile_area(draft.area, units) for draft in drafts]
    compiled = [_plausible(one, document.reading.text, units) for one in compiled]
    kept = [(d, c) for d, c in zip(drafts, compiled, strict=True) if c.members]
    homeless = [leaf for d, c in zip(drafts, compiled, strict=True) if not c.members for leaf in c.limits]
    told = read_claims(standing, document.published)
    stays = set(map(id, standing))
    gone = [one for one in read_from if id(one) not in stays]
    captions, _ = _sentences(document, {BlockKind.CAPTION}, units, toponyms)
    accord = read_accord(document, [one.scan for one in standing])
    used = {document.evidence_read(*span) for draft, _ in kept for span in draft.spans}
    unread += [PassedSentence(span, Reason.UNUSUAL, _BEYOND) for span in beyond]
    passed = [
        one for one in told.passed if document.evidence_read(*one.span) not in used and one.span not in beyond
    ]
    aside = (*_aside(gone, Reason.TAKEN_BACK), *_aside(captions, Reason.CAPTION))
    return Reading(
        document, tuple(d for d, _ in kept), tuple(c for _, c in kept), told.claims,
        (*loose, *homeless, *withdrawn), accord,
        tuple(_passed(one, document) for one in sorted((*passed, *aside, *unread), key=lambda one: one.span)),
    )  # fmt: skip


def _plausible(compiled: Compiled, text: str, units: AdminUnits) -> Compiled:
    """Return what an area comes to without members, if strips, discs or sides make more than a third of the country.

    Such a zone is a reading error more often than what the text says; it is told in words.
    """
    shaped = [m for m in compiled.members if m.rule in SHAPED]
    km2 = float(area_km2(compiled.part)) + float(area_km2(compiled.whole)) if shaped else 0.0
    if share_of_country((m.rule for m in shaped), km2, units) <= MOST:
        return compiled
    spans = {span for member in shaped for span in member.spans}
    limits = tuple(
        Limit(text=text[slice(*span)], span=span, reason=Why.TOO_LARGE.told()) for span in sorted(spans)
    )
    return replace(compiled, members=(), limits=(*compiled.limits, *limits))


def _sentences(
    document: Document, kinds: Collection[BlockKind], units: AdminUnits, toponyms: Toponyms
) -> tuple[list[Mentions], list[PassedSentence]]:
    """Return the sentences of some kinds of blocks made ready to be read, and what is left out of them."""
    text = document.reading.text
    lines = [
        (block.start, block.end, block.headline) for block in document.blocks_read() if block.kind in kinds
    ]
    every = sentences(text, lines) if lines else []
    found, unread = within_budget(text, every)
    trees = parse(text, found) if found else []
    ready = [
        mentions(text, scan(sentence, units, toponyms), tree)
        for sentence, tree in zip(found, trees, strict=True)
    ]
    return ready, [PassedSentence(span, Reason.UNUSUAL, told) for span, told in left_out(every, unread)]


def _aside(told: Iterable[Mentions], reason: Reason) -> list[PassedSentence]:
    """Return the sentences that would be told of if they stood in the article."""
    return [PassedSentence(one.span, reason) for one in told if is_signal(one)]


def _passed(sentence: PassedSentence, document: Document) -> PassedOver:
    return PassedOver(
        text=document.reading.text[slice(*sentence.span)], reason=sentence.reason, detail=sentence.detail,
        evidence=(document.evidence_read(*sentence.span),),
    )  # fmt: skip
