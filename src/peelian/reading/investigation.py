"""Investigation: who looked into a subject's conduct, which oversight body had a part, and in which mode.

The mode follows the labelling guide: ``managed``, ``directed`` and ``supervised`` need an oversight
body that did so to an investigation; ``independent`` is the body's own; ``local`` is the force's own
unit, or the force after a referral back.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import groupby
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.inquiry_facts import BOILERPLATE, INQUIRY, Facts, sentence_at
from peelian.reading.inquiry_modes import HEARING, mode
from peelian.reading.model import Cited, InvestigationDraft, Span
from peelian.reading.overseen import had_no_part
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit, Scan
from peelian.reading.staff_inquiries import inquiries_of_the_others, of_the_others

_GENERIC_UNIT: Final = re.compile(
    r"(?:[A-Z][\w&'\u2019-]+ (?:(?:and|of|for|&) )?){1,6}(?:Team|Unit|Directorate|Department|Squad|Branch|Command|Group|Division)\b"
)
_UNITS_OWN: Final = re.compile(
    r"(?: (?:at|in) [a-z-]+)?(?:,? (?:which|who|whose (?:officers|detectives)))? (?:inquiry|investigation|probe|investigators|detectives|(?:had |has |have |later |then |duly |secretly |covertly )*(?:ran (?:an?|its) (?:audit|check|sting|trawl)|filmed|watched|recorded|bugged|monitored|raided|marked|set (?:up )?an? (?:trap|sting)|audited|investigated|probed|nabbed|caught|snared|trapped|collared|nailed|arrested|explored|examined|uncovered|exposed|unmasked|tracked|looked into|looked at|swooped|pounced|built|began|launched|brought (?:him|her|the case)|worked (?:on|with)|were called in|was called in|took over|took up|got on to|cracked|searched (?:his|her|their)|interviewed (?:him|her|them|the|\w+ (?:people|witnesses|officers))|seized|looked through|went through|trawled|put together|pieced together|followed (?:him|her|them)|spent [\w ]{3,24} (?:on|over)|took [\w ]{3,24} over)\b)"
)


def read_investigation(prepared: Prepared, drafts: Drafts) -> None:
    """Fill the investigation of every subject that is not mere background.

    What stands in one subject's own part of a list is told of that subject alone, as are the paragraphs about one
    in a paper (minutes, a debate, a report to a board); all else is told of everybody.
    """
    told = {p: d for p, d in drafts.items() if p.role != "background" and d.background is None}
    own = {d.force.value for d in told.values() if d.force is not None}
    regions = sorted(p.region for p in told if p.region is not None)
    general = Facts(prepared, sorted([*regions, *_apart(prepared)]), None)
    shared: InvestigationDraft | None = None  # what is told of everybody, read once
    # a paper's cases may have nothing in common; a letter is about one
    unlike = prepared.masthead.kind == "other" and "\ndear " not in prepared.page.low
    staff = inquiries_of_the_others(prepared, list(told))
    for person, draft in told.items():
        others = of_the_others(staff, person)
        if others and person.region is None:
            draft.investigation = _read(Facts(prepared, sorted([*regions, *others]), None), own)
            continue
        if person.region is not None and _has_own(prepared, person.region):
            draft.investigation = _read(Facts(prepared, regions, person.region, general), own)
            continue
        apart = _told_apart(prepared, person)
        if apart is not None:
            draft.investigation = _read(Facts(prepared, [(0, apart)], None), own)
            continue
        if unlike and len(told) > 1:
            others = _turns_of_others(prepared, person)
            draft.investigation = _read(Facts(prepared, sorted([*regions, *others]), None), own)
            continue
        if shared is None:
            shared = _read(general, own)
        draft.investigation = InvestigationDraft(list(shared.bodies), shared.oversight, shared.mode)


# "In a separate case, PC Lee was dismissed": no inquiry told before is into that.
_APART: Final = re.compile(
    r"(?:(?:meanwhile|and|also|elsewhere)[, ]+)?in (?:an? |yet )?(?:separate|unrelated|different|further unrelated|unconnected) (?:matter|case|hearing|incident|inquiry|investigation|development|misconduct)\b"
)


_APART_WORDS: Final = ("separate ", "unrelated ", "different ", "unconnected ")


def _apart(prepared: Prepared) -> list[Span]:
    """The paragraphs that begin with a case of its own; none where a body tells of its own inquiries."""
    return [] if prepared.masthead.kind == "oversight_release" else prepared.scan.once(_paragraphs_apart)


def _paragraphs_apart(page: Page, scan: Scan) -> list[Span]:
    if not any(w in page.low for w in _APART_WORDS):
        return []
    found = [s for s in page.sentences if _APART.match(page.low, s.start)]
    return [(s.start, max(x.end for x in page.sentences if x.paragraph == s.paragraph)) for s in found]


def _told_apart(prepared: Prepared, person: Person) -> int | None:
    """Where the sentence begins that brings in somebody with a case of his or her own, if one says so."""
    at = prepared.page.sentence_at(person.anchor).start
    return at if any(start == at for start, _ in _apart(prepared)) else None


def _turns_of_others(prepared: Prepared, person: Person) -> list[Span]:
    """The paragraphs of a paper that bring in others and tell nothing of one subject: minutes, a debate, a report to a board."""
    out = []
    brought_in = sorted(
        at
        for p in prepared.cast.subjects
        if p is not person
        for at in (p.anchor, *(m.start for m in p.mentions))
    )
    for _, paragraph in groupby(prepared.page.sentences, key=lambda s: s.paragraph):
        sentences = list(paragraph)
        start, end = sentences[0].start, sentences[-1].end
        if bisect_left(brought_in, start) == bisect_left(brought_in, end):
            continue
        if all(person not in prepared.cast.who((s.start + s.end) // 2) for s in sentences):
            out.append((start, end))
    return out


def _has_own(prepared: Prepared, region: Span) -> bool:
    """Whether anything of an investigation stands in one subject's own part of a list."""
    return bool(prepared.scan.among(("body", "mode", "inquiry", "unit", "ours"), *region))


def _read(facts: Facts, own: set[str]) -> InvestigationDraft:
    """The investigation that the facts of one subject, or those of all, tell."""
    oversight = _oversight(facts)
    bodies, internal = _bodies(facts, own)
    return InvestigationDraft(bodies, oversight, mode(facts, oversight, internal))


# ---- oversight

_HEADING: Final = 90  # characters of a title that names the body
# What an oversight body did in a case; not "demand from the IPCC for documents" beside a list of cases.
_PART: Final = re.compile(
    r"\b(?:investigat(?:ed|es?|ing|ions?)|inquir(?:y|ies)|enquir(?:y|ies)|probe|refer\w*|managed|directed|supervised|overs[ae]\w+|oversight|report(?:ed)?|case to answer)\b"
)


def _oversight(prepared: Facts) -> Cited[str] | None:
    """The oversight body that the page names in this case: the one named most often, boilerplate aside."""
    counts: dict[str, list[Hit]] = {}
    for hit in prepared.of("body"):
        s, words = sentence_at(prepared, hit.start)
        heading = len(words) < _HEADING and not words.rstrip().endswith(".")
        told = heading or not prepared.beside(hit.start) or _PART.search(words) is not None
        if told and not BOILERPLATE.search(words) and not had_no_part(prepared.page, s):
            counts.setdefault(hit.value, []).append(hit)
    if not counts:
        return None
    value = max(counts, key=lambda v: (len(counts[v]), -counts[v][0].start))
    hits = counts[value]
    best = next((h for h in hits if INQUIRY.search(sentence_at(prepared, h.start)[1])), hits[0])
    return Cited(value, (best.start, best.end))


# ---- bodies


def _bodies(prepared: Facts, own: set[str]) -> tuple[list[Cited[str]], Span | None]:
    """Units and forces said to have investigated, and where one is the force's own standards unit."""
    out: dict[str, Cited[str]] = {}
    internal: Span | None = None
    for cue in prepared.of("inquiry"):
        sentence, words = sentence_at(prepared, cue.start)
        if not INQUIRY.search(words) and "corruption" not in words:
            continue
        only_units = prepared.page.low[cue.start : cue.end].startswith(
            ("interviewed", "arrested", "questioned", "searched", "like", "want", "information")
        )
        for start, end, is_internal in _named(prepared, cue, sentence, own):
            if only_units and not is_internal:
                continue
            text = prepared.page.text[start:end]
            out.setdefault(text.lower(), Cited(text, (start, end)))
            if is_internal and internal is None:
                internal = (start, end)
    for unit in prepared.of("unit"):
        if _UNITS_OWN.match(prepared.page.low, unit.end):
            text = prepared.page.text[unit.start : unit.end]
            out.setdefault(text.lower(), Cited(text, (unit.start, unit.end)))
            internal = internal or (unit.start, unit.end)
    units = [c for key, c in out.items() if not any(key != other and key in other for other in out)]
    return units, internal


def _named(prepared: Facts, cue: Hit, sentence: Sentence, own: set[str]) -> list[tuple[int, int, bool]]:
    """The investigators beside a cue: units first; a force only where no unit is named."""
    low, scan = prepared.page.low, prepared.scan
    if cue.value == "by":
        start, end = cue.end, min(sentence.end, cue.end + 75)
        if HEARING.search(low, max(sentence.start, cue.start - 45), cue.start):
            return []
    else:
        start, end = max(sentence.start, cue.start - 95), cue.start
        if low[cue.start : cue.end].startswith(("led", "headed", "ran")):
            end = min(sentence.end, cue.end + 60)
    found = [(h.start, h.end, True) for h in scan.between("unit", start, end) if h.end <= end]
    if cue.value == "by":
        found = [
            f for f in found if not re.search(r"[.;]|\b(?:after|and then|told|said)\b", low[start : f[0]])
        ]
    elif found:
        found = [
            f for f in found[-1:] if not re.search(r"[;]|\b(?:said|to the|told)\b", low[f[1] : cue.start])
        ]
    if not found:
        found = _generic(prepared, start, end)
    if not found and re.search(r"investigat|inquir|enquir", low[sentence.start : sentence.end]):
        forces = [h for h in scan.between("force", start, end) if h.end <= end]
        forces = forces[:1] if cue.value == "by" else forces[-1:]
        for h in forces:
            gap = low[start : h.start] if cue.value == "by" else low[h.end : cue.start]
            if (
                h.value not in own
                and not prepared.page.quoted(h.start)
                and len(gap) < 40
                and not re.search(
                    r"[.;]|\b(?:officer|constable|sergeant|pc|referral|ipcc|iopc|police|said|for)\b", gap
                )
            ):
                found = [(h.start, h.end, False)]
    return found


def _generic(prepared: Facts, start: int, end: int) -> list[tuple[int, int, bool]]:
    text = prepared.page.text
    found = _GENERIC_UNIT.search(text, start, end)
    if found is None:
        return []
    a = found.start()
    for lead in ("The ", "Our ", "Detective ", "Chief ", "Inspector "):
        if text.startswith(lead, a):
            a += len(lead)
    return [(a, found.end(), False)]
