"""In which mode an inquiry was led: what a page tells of who investigated, and under whose direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from peelian.reading import patterns as re
from peelian.reading.forces_own import force_itself, is_the_forces
from peelian.reading.inquiry_facts import BOILERPLATE, INQUIRY, Facts, sentence_at
from peelian.reading.model import Cited, Span
from peelian.reading.overseen import found_itself, overseen
from peelian.reading.page import Sentence
from peelian.reading.scan import Hit

_Told = TypeVar("_Told")
HEARING: Final = re.compile(
    r"\b(?:hearing|hearings|meeting|panel|bring|brought(?= ?\Z)|hold|proceedings|it to hold|reinstat\w+|chaired)\b"
)
_OVERSEEN: Final = re.compile(r"[.;]|\b(?:managed|directed|supervised|after|and the)\b")
_SOMEBODY_ELSE: Final = re.compile(
    r"[.;]|\b(?:force|police|department|directorate|unit|constabulary|cps|crown)\b(?! (?:watchdog|conduct))"
)
# "under the supervision of Authority Member Mrs Lee"
_OVERSEER: Final = re.compile(
    r" (?:the |its |deputy |associate |lead )*(?:authority |commission )?(?:member|commissioner|director|chairm[ae]n|deputy chair)\b"
)


def mode(prepared: Facts, oversight: Cited[str] | None, internal: Span | None) -> Cited[str] | None:
    """The mode that the page tells: an overseen or returned investigation before an independent one."""
    found: dict[str, Span] = {}
    for hit in prepared.of("mode"):
        if hit.value not in found and _holds(prepared, hit, oversight is not None):
            found[hit.value] = (hit.start, hit.end)
    theirs = force_itself(prepared.page, prepared.scan)
    if theirs is not None:
        found.setdefault("local", theirs)
    told_by_body = _told_of_a_body(prepared, overseen)
    if told_by_body is not None:
        found.setdefault(*told_by_body)
    for value in ("managed", "directed", "supervised"):
        if value in found:
            return Cited(value, found[value])
    if _is_oversight_page(prepared):
        ours = _we_investigated(prepared)
        if ours is not None and "investigat" in prepared.page.low[ours[0] : ours[1]]:
            return Cited("independent", ours)
    if "local" in found:
        since = _taken_over(prepared) if _is_oversight_page(prepared) else None
        return Cited("local", found["local"]) if since is None else Cited("independent", since)
    independent = (
        found.get("independent")
        or _body_investigated(prepared)
        or _we_investigated(prepared)
        or _told_of_a_body(prepared, found_itself)
    )
    if independent is not None:
        return Cited("independent", independent)
    return Cited("local", internal) if internal is not None else None


def _taken_over(prepared: Facts) -> Span | None:
    """A referral to the oversight body whose report this is, told after the last word of a local inquiry: its own began."""
    low = prepared.page.low
    last = max((h.start for h in prepared.of("mode") if h.value == "local"), default=-1)
    sent = [h for h in prepared.of("ours") if h.start > last and "referred" in low[h.start : h.end]]
    return (sent[0].start, sent[0].end) if sent else None


def _bodies(prepared: Facts) -> list[Hit]:
    """The oversight bodies told of, in order: named, or "the police watchdog" (and then "the watchdog")."""
    named, called = prepared.of("body"), prepared.of("watchdog")
    known = named or any(h.value == "police" for h in called)
    return sorted([*named, *called]) if known and called else named


def _told_of_a_body(prepared: Facts, ask: Callable[[str, Sentence, Hit], _Told | None]) -> _Told | None:
    """What ``ask`` reads beside the first oversight body of which it reads anything, boilerplate left out."""
    for hit in _bodies(prepared):
        s, words = sentence_at(prepared, hit.start)
        told = ask(prepared.page.low, s, hit)
        if told is not None and not BOILERPLATE.search(words):
            return told
    return None


def _holds(prepared: Facts, hit: Hit, overseen: bool) -> bool:
    """Whether words of a mode are said of an investigation, and by or to an oversight body."""
    sentence, words = sentence_at(prepared, hit.start)
    low = prepared.page.low
    if BOILERPLATE.search(words):
        return False
    before = low[max(sentence.start, hit.start - 60) : hit.start]
    if re.search(r"\b(?:not|n't|no|whether|if|rather than|instead of)(?: \w+){0,3} \Z", before):
        return False
    if hit.value == "local":
        return overseen or "internal" not in low[hit.start : hit.end]
    if hit.value == "independent":
        if low.endswith("itself", hit.start, hit.end) and is_the_forces(
            prepared.scan, prepared.page, hit.start
        ):
            return False
        if (
            "iopc" in words
            or "ipcc" in words
            or "pirc" in words
            or "police conduct" in words
            or "complaints commission" in words
            or "police watchdog" in words
        ):
            return True
        return overseen or prepared.masthead.kind == "oversight_release" or bool(prepared.of("ours"))
    # managed, directed, supervised: by an oversight body, and of an investigation
    near = low[max(sentence.start, hit.start - 40) : min(sentence.end, hit.end + 70)]
    ours = re.search(
        r"\b(?:us|our|we)\b", low[max(0, hit.start - 3) : hit.end + 12]
    ) is not None and _is_oversight_page(prepared)
    reach = sentence.end - sentence.start if " the " in low[hit.start : hit.end] else 60
    named = any(
        True
        for _ in prepared.scan.between(
            "body", max(sentence.start, hit.start - reach), min(sentence.end, hit.end + 60)
        )
    )
    theirs = prepared.masthead.kind == "oversight_release" and _OVERSEER.match(low, hit.end) is not None
    if not (named or ours or theirs or "watchdog" in near or "commission" in near):
        return False
    if (
        hit.value == "directed"
        and HEARING.search(low[hit.start : min(sentence.end, hit.end + 60)])
        and not INQUIRY.search(words)
    ):
        return False
    if HEARING.search(low[max(sentence.start, hit.start - 40) : hit.start]):
        return False
    index = prepared.page.sentence_index(hit.start)
    earlier = prepared.page.sentences[max(0, index - 1)]
    return INQUIRY.search(low[earlier.start : sentence.end]) is not None


_AND_DID: Final = re.compile(r",? (?:and|then|but) (?!(?:it|they|its|the|whose)\b)")
# "The force |told the| IOPC, and looked into it by itself": whoever told it did
_TOLD: Final = re.compile(
    r"\b(?:told|informed|notified|alerted|contacted|asked|consulted|warned|to|with)(?: the)? \Z"
)


def _body_investigated(prepared: Facts) -> Span | None:
    """An oversight body said to have investigated."""
    low = prepared.page.low
    for hit in _bodies(prepared):
        sentence, words = sentence_at(prepared, hit.start)
        if BOILERPLATE.search(words):
            continue
        for cue in prepared.scan.between("inquiry", sentence.start, sentence.end):
            if cue.value == "by" and 0 <= hit.start - cue.end < 45:
                inquiry = INQUIRY.search(_with_before(prepared, sentence, words))
                if inquiry and not _OVERSEEN.search(low, cue.end, hit.start):
                    return cue.start, hit.end
            elif (
                cue.value == "did"
                and 0 <= cue.start - hit.end < 90
                and not _SOMEBODY_ELSE.search(low, hit.end, cue.start)
                and not (_AND_DID.match(low, hit.end) and _TOLD.search(low, sentence.start, hit.start))
            ):
                return hit.start, cue.end
        index = prepared.page.sentence_index(hit.start)
        if re.search(
            r"\b(?:its|whose|the body's|the watchdog's) (?:\w+ )?(?:investigation|investigators|inquiry)\b",
            words,
        ):
            return hit.start, hit.end
        if index + 1 < len(prepared.page.sentences):
            after = prepared.page.sentences[index + 1]
            follow = re.match(
                r"(?:(?:in|last) \w+, )?(?:at the end of|after|following) its (?:own )?(?:investigation|inquiry)\b|(?:it|its|they|the watchdog|the commission|the inquiry is being run)\b[^.]{0,60}",
                low[after.start : after.end],
            )
            if follow and re.search(
                r"our investigators|its (?:own )?(?:investigation|inquiry)|is being run by", follow.group()
            ):
                return hit.start, hit.end
    return None


def _with_before(prepared: Facts, sentence: Sentence, words: str) -> str:
    """A sentence's words, with those of the sentence before where it only goes on ("It is being run by ...")."""
    if not words.startswith(("it is", "it was", "that was", "this was")):
        return words
    index = prepared.page.sentence_index(sentence.start)
    return prepared.page.low[prepared.page.sentences[max(0, index - 1)].start : sentence.end]


def _is_oversight_page(prepared: Facts) -> bool:
    """Whether "we" on this page is an oversight body: the page is its own release or report."""
    return prepared.masthead.kind == "oversight_release"


def _we_investigated(prepared: Facts) -> Span | None:
    """An oversight body's own "we" or "our investigators"."""
    if not _is_oversight_page(prepared):
        for hit in prepared.of("ours"):
            if "investigat" in prepared.page.low[hit.start : hit.end] and prepared.page.quoted(hit.start):
                s, _ = sentence_at(prepared, hit.start)
                index = prepared.page.sentence_index(hit.start)
                start = prepared.page.sentences[max(0, index - 2)].start
                if any(True for _ in prepared.scan.between("body", start, s.end)):
                    return hit.start, hit.end
        return None
    hits = prepared.of("ours")
    low = prepared.page.low
    best = next((h for h in hits if "investigat" in low[h.start : h.end]), hits[0] if hits else None)
    return (best.start, best.end) if best is not None else None
