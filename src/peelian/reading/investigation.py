"""Investigation: who looked into a subject's conduct, which oversight body had a part, and in which mode.

The mode follows the labelling guide: ``managed``, ``directed`` and ``supervised`` need an oversight
body that did so to an investigation; ``independent`` is the body's own; ``local`` is the force's own
unit, or the force after a referral back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import groupby
from typing import Final, TypeVar

from peelian.reading import patterns as re
from peelian.reading.forces_own import force_itself, is_the_forces
from peelian.reading.model import Cited, InvestigationDraft, Span
from peelian.reading.overseen import found_itself, had_no_part, overseen
from peelian.reading.page import Sentence
from peelian.reading.persons import Person
from peelian.reading.prepared import Drafts, Prepared
from peelian.reading.scan import Hit

_Told = TypeVar("_Told")

_INQUIRY: Final = re.compile(
    r"\b(?:investigat\w+|inquir(?:y|ies)|enquir(?:y|ies)|probe|audits?|offending|the case|the matter|searches)\b"
)
_HEARING: Final = re.compile(
    r"\b(?:hearing|hearings|meeting|panel|bring|brought(?= ?\Z)|hold|proceedings|it to hold|reinstat\w+|chaired)\b"
)
_BOILERPLATE: Final = re.compile(
    r"\b(?:investigat\w+ (?:into )?(?:the (?:force|police|constabulary|met)['\u2019]s? (?:handling|response)|the handling of|how (?:the (?:force|police|constabulary)|earlier|previous|the (?:reports|complaints|allegations)))|(?:cannot|can not|can no longer|may not|not) be employed by|prevent\w* [^.;]{0,40}(?:employed|working) (?:by|for|with|in)|(?:appear\w*|placed|names?|those) on (?:the|this|that|its|a) (?:\w+ ){0,3}(?:barred|advisory) list [^.;]{0,30}(?:employed|work)|has overall responsibility|since april 2004 it has|notes to editors: the i|media (?:contact|enquiries)|press office|follow us|all rights|to complain|can be contacted|website|had no role|no involvement|is not investigating|did not investigate|declined to|(?:does|do|did) not (?:collect|hold|record|publish|keep|compile|gather))\b"
)
_OVERSEEN: Final = re.compile(r"[.;]|\b(?:managed|directed|supervised|after|and the)\b")
_SOMEBODY_ELSE: Final = re.compile(
    r"[.;]|\b(?:force|police|department|directorate|unit|constabulary|cps|crown)\b(?! (?:watchdog|conduct))"
)
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
    general = _Facts(prepared, sorted([*regions, *_apart(prepared)]), None)
    shared: InvestigationDraft | None = None  # what is told of everybody, read once
    # a paper's cases may have nothing in common; a letter is about one
    unlike = prepared.masthead.kind == "other" and "\ndear " not in prepared.page.low
    for person, draft in told.items():
        if person.region is not None and _has_own(prepared, person.region):
            draft.investigation = _read(_Facts(prepared, regions, person.region, general), own)
            continue
        apart = _told_apart(prepared, person)
        if apart is not None:
            draft.investigation = _read(_Facts(prepared, [(0, apart)], None), own)
            continue
        if unlike and len(told) > 1:
            others = _turns_of_others(prepared, person)
            draft.investigation = _read(_Facts(prepared, sorted([*regions, *others]), None), own)
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
    page = prepared.page
    if prepared.masthead.kind == "oversight_release" or not any(w in page.low for w in _APART_WORDS):
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


def _read(facts: _Facts, own: set[str]) -> InvestigationDraft:
    """The investigation that the facts of one subject, or those of all, tell."""
    oversight = _oversight(facts)
    bodies, internal = _bodies(facts, own)
    return InvestigationDraft(bodies, oversight, _mode(facts, oversight, internal))


class _Facts:
    """A document's hits that can tell of one subject: those outside all ``regions``, and in its ``own`` region."""

    __slots__ = ("_found", "_general", "_own", "_regions", "masthead", "page", "scan")

    def __init__(
        self, prepared: Prepared, regions: list[Span], own: Span | None, general: _Facts | None = None
    ) -> None:
        self.page, self.scan, self.masthead = prepared.page, prepared.scan, prepared.masthead
        self._regions, self._own, self._general = regions, own, general
        self._found: dict[str, list[Hit]] = {}

    def of(self, kind: str) -> list[Hit]:
        """The hits of one kind that can tell of the subject, in order."""
        found = self._found.get(kind)
        if found is None:
            found = self._found[kind] = (
                self._outside(kind) if self._general is None else self._general.of(kind)
            )
            if self._own is not None:
                found = self._found[kind] = sorted([*found, *self.scan.between(kind, *self._own)])
        return found

    def beside(self, at: int) -> bool:
        """Whether ``at`` stands outside the entries of a list of several."""
        return len(self._regions) > 1 and not any(a <= at < b for a, b in self._regions)

    def _outside(self, kind: str) -> list[Hit]:
        hits = self.scan.of(kind)
        if not self._regions:
            return hits
        starts = [r[0] for r in self._regions]
        return [
            h for h in hits if (i := bisect_right(starts, h.start)) == 0 or h.start >= self._regions[i - 1][1]
        ]


def _sentence(prepared: _Facts, at: int) -> tuple[Sentence, str]:
    s = prepared.page.near(at)
    return s, prepared.page.low[s.start : s.end]


# ---- oversight

_HEADING: Final = 90  # characters of a title that names the body
# What an oversight body did in a case; not "demand from the IPCC for documents" beside a list of cases.
_PART: Final = re.compile(
    r"\b(?:investigat(?:ed|es?|ing|ions?)|inquir(?:y|ies)|enquir(?:y|ies)|probe|refer\w*|managed|directed|supervised|overs[ae]\w+|oversight|report(?:ed)?|case to answer)\b"
)
# "under the supervision of Authority Member Mrs Lee"
_OVERSEER: Final = re.compile(
    r" (?:the |its |deputy |associate |lead )*(?:authority |commission )?(?:member|commissioner|director|chairm[ae]n|deputy chair)\b"
)


def _oversight(prepared: _Facts) -> Cited[str] | None:
    """The oversight body that the page names in this case: the one named most often, boilerplate aside."""
    counts: dict[str, list[Hit]] = {}
    for hit in prepared.of("body"):
        s, words = _sentence(prepared, hit.start)
        heading = len(words) < _HEADING and not words.rstrip().endswith(".")
        told = heading or not prepared.beside(hit.start) or _PART.search(words) is not None
        if told and not _BOILERPLATE.search(words) and not had_no_part(prepared.page, s):
            counts.setdefault(hit.value, []).append(hit)
    if not counts:
        return None
    value = max(counts, key=lambda v: (len(counts[v]), -counts[v][0].start))
    hits = counts[value]
    best = next((h for h in hits if _INQUIRY.search(_sentence(prepared, h.start)[1])), hits[0])
    return Cited(value, (best.start, best.end))


# ---- mode


def _mode(prepared: _Facts, oversight: Cited[str] | None, internal: Span | None) -> Cited[str] | None:
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


def _taken_over(prepared: _Facts) -> Span | None:
    """A referral to the oversight body whose report this is, told after the last word of a local inquiry: its own began."""
    low = prepared.page.low
    last = max((h.start for h in prepared.of("mode") if h.value == "local"), default=-1)
    sent = [h for h in prepared.of("ours") if h.start > last and "referred" in low[h.start : h.end]]
    return (sent[0].start, sent[0].end) if sent else None


def _told_of_a_body(prepared: _Facts, ask: Callable[[str, Sentence, Hit], _Told | None]) -> _Told | None:
    """What ``ask`` reads beside the first oversight body of which it reads anything, boilerplate left out."""
    for hit in prepared.of("body"):
        s, words = _sentence(prepared, hit.start)
        told = ask(prepared.page.low, s, hit)
        if told is not None and not _BOILERPLATE.search(words):
            return told
    return None


def _holds(prepared: _Facts, hit: Hit, overseen: bool) -> bool:
    """Whether words of a mode are said of an investigation, and by or to an oversight body."""
    sentence, words = _sentence(prepared, hit.start)
    low = prepared.page.low
    if _BOILERPLATE.search(words):
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
        and _HEARING.search(low[hit.start : min(sentence.end, hit.end + 60)])
        and not _INQUIRY.search(words)
    ):
        return False
    if _HEARING.search(low[max(sentence.start, hit.start - 40) : hit.start]):
        return False
    index = prepared.page.sentence_index(hit.start)
    earlier = prepared.page.sentences[max(0, index - 1)]
    return _INQUIRY.search(low[earlier.start : sentence.end]) is not None


def _body_investigated(prepared: _Facts) -> Span | None:
    """An oversight body said to have investigated."""
    low = prepared.page.low
    for hit in prepared.of("body"):
        sentence, words = _sentence(prepared, hit.start)
        if _BOILERPLATE.search(words):
            continue
        for cue in prepared.scan.between("inquiry", sentence.start, sentence.end):
            if cue.value == "by" and 0 <= hit.start - cue.end < 45:
                inquiry = _INQUIRY.search(_with_before(prepared, sentence, words))
                if inquiry and not _OVERSEEN.search(low, cue.end, hit.start):
                    return cue.start, hit.end
            elif (
                cue.value == "did"
                and 0 <= cue.start - hit.end < 90
                and not _SOMEBODY_ELSE.search(low, hit.end, cue.start)
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


def _with_before(prepared: _Facts, sentence: Sentence, words: str) -> str:
    """A sentence's words, with those of the sentence before where it only goes on ("It is being run by ...")."""
    if not words.startswith(("it is", "it was", "that was", "this was")):
        return words
    index = prepared.page.sentence_index(sentence.start)
    return prepared.page.low[prepared.page.sentences[max(0, index - 1)].start : sentence.end]


def _is_oversight_page(prepared: _Facts) -> bool:
    """Whether "we" on this page is an oversight body: the page is its own release or report."""
    return prepared.masthead.kind == "oversight_release"


def _we_investigated(prepared: _Facts) -> Span | None:
    """An oversight body's own "we" or "our investigators"."""
    if not _is_oversight_page(prepared):
        for hit in prepared.of("ours"):
            if "investigat" in prepared.page.low[hit.start : hit.end] and prepared.page.quoted(hit.start):
                s, _ = _sentence(prepared, hit.start)
                index = prepared.page.sentence_index(hit.start)
                start = prepared.page.sentences[max(0, index - 2)].start
                if any(True for _ in prepared.scan.between("body", start, s.end)):
                    return hit.start, hit.end
        return None
    hits = prepared.of("ours")
    low = prepared.page.low
    best = next((h for h in hits if "investigat" in low[h.start : h.end]), hits[0] if hits else None)
    return (best.start, best.end) if best is not None else None


# ---- bodies


def _bodies(prepared: _Facts, own: set[str]) -> tuple[list[Cited[str]], Span | None]:
    """Units and forces said to have investigated, and where one is the force's own standards unit."""
    out: dict[str, Cited[str]] = {}
    internal: Span | None = None
    for cue in prepared.of("inquiry"):
        sentence, words = _sentence(prepared, cue.start)
        if not _INQUIRY.search(words) and "corruption" not in words:
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


def _named(prepared: _Facts, cue: Hit, sentence: Sentence, own: set[str]) -> list[tuple[int, int, bool]]:
    """The investigators beside a cue: units first; a force only where no unit is named."""
    low, scan = prepared.page.low, prepared.scan
    if cue.value == "by":
        start, end = cue.end, min(sentence.end, cue.end + 75)
        if _HEARING.search(low, max(sentence.start, cue.start - 45), cue.start):
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


def _generic(prepared: _Facts, start: int, end: int) -> list[tuple[int, int, bool]]:
    text = prepared.page.text
    found = _GENERIC_UNIT.search(text, start, end)
    if found is None:
        return []
    a = found.start()
    for lead in ("The ", "Our ", "Detective ", "Chief ", "Inspector "):
        if text.startswith(lead, a):
            a += len(lead)
    return [(a, found.end(), False)]
