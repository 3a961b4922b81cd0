"""Sentences passed on each subject: the term that counts, fines, discharges, community orders and cautions."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.bare_terms import PUT_IN_PLACE
from peelian.reading.fines import read_fines
from peelian.reading.model import Cited, SentenceDraft, Span
from peelian.reading.no_prison import is_no_prison
from peelian.reading.not_passed import is_of_mourners, never_passed, of_them_all, only_feared, only_sought
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import Length
from peelian.reading.terms import CHANGED, CUSTODY, Term

_NEAR: Final = 300  # characters of a sentence that can have to do with a term
_PART: Final = re.compile(r"(\d+)([YMWD])")
_VERB: Final = re.compile(
    r"(?:jail|imprison|gaol|sent |sends |sending |went|gone|locked|put behind|cag|incarcerat|banged)"
)


def days(length: str) -> int:
    """A length of ISO 8601 as days, for comparison only (a month as 30.4, a year as 365)."""
    return round(
        sum(int(n) * {"Y": 365.25, "M": 30.44, "W": 7, "D": 1}[unit] for n, unit in _PART.findall(length))
    )


def read_sentences(prepared: Prepared, terms: list[Term], counts: dict[str, int]) -> list[SentenceDraft]:
    """The sentences of one subject; ``counts`` gives the number of counts for fines "on each charge"."""
    own = [t for t in terms if t.cue == "penalty" and not _is_breached(prepared, t)]
    own = _without_replaced(prepared, own)
    out: list[SentenceDraft] = []
    custody = _custody(prepared, own)
    if custody is not None:
        out.append(custody)
        own = _without_milder(prepared, own)
    for kind in (
        "community_order",
        "conditional_discharge",
        "absolute_discharge",
        "hospital_order",
        "caution",
    ):
        told = [t for t in own if t.kind == kind and not only_feared(prepared, t)]
        if told:
            best = next((t for t in told if t.length is not None), told[0])
            out.append(SentenceDraft(Cited(kind, (best.start, best.end)), length=_cite(best.length)))
    out += read_fines(prepared, own, counts)
    out.sort(key=lambda d: d.kind.spans[0])
    return out


# "for breaching |a suspended sentence|": an earlier one
_BREACHED: Final = re.compile(
    r"\bbreach(?:ed|es|ing)?(?: of)? (?:(?!(?:and|but|was|with|he|she)\b)[\w-]+ ){0,4}\Z"
)
# "the six-month |suspended sentence| was activated"
_ACTIVATED: Final = re.compile(
    r"[^.;]{0,60}? (?:was|were|is|be|been|being|has been|will be) (?:\w+ )?(?:activated|brought into (?:force|effect)|invoked)\b"
)
_ACTIVATES: Final = re.compile(
    r"\b(?:activat(?:ed|ing)|invok(?:ed|ing)) (?:the|his|her|that|an?) (?:[\w-]+ ){0,2}\Z"
)


def _is_breached(prepared: Prepared, term: Term) -> bool:
    """Whether a suspended sentence is only the earlier one that was breached; one that was activated is custody."""
    if term.kind != "suspended_sentence":
        return False
    s, low = prepared.page.sentences[term.sentence], prepared.page.low
    start = min(term.start, term.length.start) if term.length is not None else term.start
    if _BREACHED.search(low, max(s.start, start - 60), start):
        return True
    if _ACTIVATED.match(low, term.end, s.end) or _ACTIVATES.search(low, max(s.start, start - 40), start):
        term.kind, term.suspended, term.suspended_for = "imprisonment", None, None
    return False


_MILD: Final = frozenset({"community_order", "conditional_discharge", "absolute_discharge", "fine"})
# "the term was |replaced by| a community order", "must |instead| do a community order"
_REPLACED: Final = re.compile(
    r"\b(?:(?:terms?|sentences?|jail|prison|it|that)\b[^.;]{0,40}\b(?:replaced (?:with|by)|swapped for|exchanged for|became|turned into)|substitut\w+|(?:must|will|should|is to) instead|instead (?:passed|made|imposed|gave))\b[^.;]{0,40}\Z"
)


def _without_replaced(prepared: Prepared, own: list[Term]) -> list[Term]:
    """The terms without the custody in whose place an appeal put a milder sentence."""
    page = prepared.page
    anew = [
        t
        for t in own
        if t.kind in _MILD
        and _REPLACED.search(page.low, max(page.sentences[t.sentence].start, t.start - 110), t.start)
    ]
    if not anew:
        return own
    return [
        t for t in own if t.kind not in CUSTODY or (t.length is not None and t.sentence > anew[-1].sentence)
    ]


def _without_milder(prepared: Prepared, own: list[Term]) -> list[Term]:
    """The terms without the milder sentence in whose place an appeal put custody: "unduly lenient, and jailed him"."""
    low, page = prepared.page.low, prepared.page
    anew = [
        t
        for t in own
        if t.kind in CUSTODY
        and t.length is not None
        and "unduly lenient"
        in low[max(page.sentences[t.sentence].start, t.length.start - _NEAR) : t.length.start]
    ]
    return [t for t in own if t.kind not in _MILD or t.start > anew[0].start] if anew else own


def _cite(length: Length | None) -> Cited[str] | None:
    return Cited(length.value, (length.start, length.end)) if length is not None else None


def _custody(prepared: Prepared, own: list[Term]) -> SentenceDraft | None:
    own = [t for t in own if t.kind != "imprisonment" or not is_no_prison(prepared, t)]
    life = next(
        (
            t
            for t in own
            if t.kind == "life" and not (only_feared(prepared, t) or is_of_mourners(prepared, t))
        ),
        None,
    )
    terms = [
        t
        for t in own
        if t.kind in CUSTODY
        and t.length is not None
        and _size(t) < _BEYOND_ANYBODY
        and not never_passed(prepared, t)
        and not only_sought(prepared, t)
    ]
    terms = [
        t for t in terms if len(t.who) == 1
    ] or terms  # a term told of one person goes before a shared one
    terms = [t for t in terms if len(t.who) == 1 or not _between_them(prepared, t)]
    if life is not None:
        minimum = _minimum_changed(prepared, own) or next(
            (t for t in own if t.kind == "minimum" and t.length is not None), None
        )
        shown = minimum.length if minimum is not None else life.length
        if shown is None:
            shown = _minimum_from(terms, prepared)
        return SentenceDraft(Cited("life", (life.start, life.end)), length=_cite(shown))
    if not terms:
        bare = next((t for t in own if t.kind == "suspended_sentence" and not only_feared(prepared, t)), None)
        if bare is not None:
            return SentenceDraft(
                Cited("suspended_sentence", (bare.start, bare.end)), suspended_for=_cite(bare.suspended_for)
            )
        low = prepared.page.low
        # a headline's "jailed" is somebody else's, and so is a judge's "you have locked people up", where the story tells that this one was fined
        milder = any(t.kind in _MILD and t.sentence > 0 for t in own)
        bare = next(
            (
                t
                for t in own
                if t.kind == "imprisonment"
                and _VERB.match(low, t.start)
                and not only_feared(prepared, t)
                and not (milder and (t.sentence == 0 or prepared.page.quoted(t.start)))
                and of_them_all(prepared, t)
            ),
            None,
        )
        if bare is not None:
            return SentenceDraft(Cited("imprisonment", (bare.start, bare.end)))
        return None
    changed = _changed(prepared, terms)
    chosen, spans = _headline(prepared, terms, changed)
    suspended = next(
        (
            t
            for t in own
            if t.kind in CUSTODY
            and (t.suspended is not None or t.kind == "suspended_sentence")
            and (
                (t.length is None and not changed and not _of_another_clause(prepared, t, spans[0]))
                or abs(_size(t) - days(chosen)) < 8
            )
            and not (t.length is None and only_feared(prepared, t))
        ),
        None,
    )
    period = next((t.suspended_for for t in own if t.suspended_for is not None), None)
    kind = "suspended_sentence" if suspended is not None else "imprisonment"
    at: Span = (suspended.start, suspended.end) if suspended is not None else spans[0]
    return SentenceDraft(
        Cited(kind, at),
        length=Cited(chosen, *spans),
        suspended_for=_cite(period) if suspended is not None else None,
    )


# "He was jailed for a year|; she was given| a suspended sentence"
_ANOTHER_CLAUSE: Final = re.compile(
    r";|,? (?:and|but|while|whilst|whereas) (?:he|she|they|his|her|the (?:other|second|sergeant|constable|inspector)|pc|sgt|dc)\b"
)


def _of_another_clause(prepared: Prepared, term: Term, at: Span) -> bool:
    """Whether a bare "suspended sentence" stands in another clause than the length, which says of whom it is."""
    page = prepared.page
    if page.sentence_index(at[0]) != term.sentence:
        return False
    first, last = (at[1], term.start) if at[0] < term.start else (term.end, at[0])
    return last - first > _NEAR or _ANOTHER_CLAUSE.search(page.low, first, max(first, last)) is not None


_BEYOND_ANYBODY: Final = 45 * 365  # no term of years is longer: a gang "jailed for 71 years" was so in all
_BETWEEN_THEM: Final = re.compile(
    r"\bfor (?:a |the )?(?:combined |collective )?(?:total of|more than|nearly|almost)\b|\b(?:between them|combined|collectively)\b"
)


def _between_them(prepared: Prepared, term: Term) -> bool:
    """Whether a term told of several is the sum of theirs: "put behind bars for a total of 14 years"."""
    s = prepared.page.sentences[term.sentence]
    end = term.length.end if term.length is not None else term.end
    return (
        _BETWEEN_THEM.search(prepared.page.low, max(s.start, end - _NEAR), min(s.end, end + 30)) is not None
    )


def _minimum_changed(prepared: Prepared, own: list[Term]) -> Term | None:
    """The minimum term of a life sentence that an appeal put in the place of the first."""
    low, page = prepared.page.low, prepared.page
    told = [t for t in own if t.length is not None and (t.kind == "minimum" or t.kind in CUSTODY)]
    about = [
        t
        for t in _changed(prepared, told)
        if t.length is not None
        and "minimum" in low[max(page.sentences[t.sentence].start, t.length.start - _NEAR) : t.length.start]
    ]
    return about[-1] if about else None


def _minimum_from(terms: list[Term], prepared: Prepared) -> Length | None:
    for term in terms:
        if term.length is not None and re.search(
            r"\b(?:minimum|at least|serve|not less than|tariff)\b",
            prepared.page.low[max(0, term.length.start - 40) : term.length.start],
        ):
            return term.length
    return None


def _size(term: Term) -> int:
    return days(term.length.value) if term.length is not None else 0


def _changed(prepared: Prepared, terms: list[Term]) -> list[Term]:
    """The terms that are told to have taken the place of another."""
    low = prepared.page.low
    return [
        t
        for t in terms
        if t.length
        and (
            CHANGED.search(low[max(0, t.length.start - 70) : t.length.start])
            or PUT_IN_PLACE.match(low, t.length.end)
            or "unduly lenient"
            in low[max(prepared.page.sentences[t.sentence].start, t.length.start - _NEAR) : t.length.start]
        )
    ]


def _headline(prepared: Prepared, terms: list[Term], changed: list[Term]) -> tuple[str, list[Span]]:
    """The term that counts: ``changed`` on appeal, or the total, or the sum of consecutive ones, or the longest."""
    low = prepared.page.low
    totals = [t for t in terms if t.total]
    if changed:
        later = [t for t in totals if t.start > changed[-1].start]
        return _one(later[-1] if later else changed[-1])
    if totals:
        return _one(totals[0])
    longest = max(terms, key=_size)
    distinct = {_size(t) for t in terms}
    if len(distinct) > 1 or len(terms) > 1:
        for index in {t.sentence for t in terms}:
            parts = [t for t in terms if t.sentence == index]
            s = prepared.page.sentences[index]
            if (
                len(parts) > 1
                and prepared.scan.between("penalty", s.start, s.end)
                and re.search(r"\bconsecutive|on top\b", low[s.start : s.end])
            ):
                summed = sum(_size(t) for t in parts)
                if (
                    abs(2 * _size(longest) - summed) < 8
                ):  # "four years - three for the fraud and one, consecutive, for the theft"
                    continue
                if not any(abs(_size(t) - summed) < 8 for t in terms) and _size(longest) < summed:
                    joined = _add([t.length.value for t in parts if t.length])
                    if joined is not None:
                        return joined, [(t.length.start, t.length.end) for t in parts if t.length]
    return _one(longest)


def _one(term: Term) -> tuple[str, list[Span]]:
    assert term.length is not None
    return term.length.value, [(term.length.start, term.length.end)]


def _add(lengths: list[str]) -> str | None:
    """The sum of lengths in years and months (None for other units)."""
    months = 0
    for length in lengths:
        parts = _PART.findall(length)
        if any(unit not in "YM" for _, unit in parts):
            return None
        months += sum(int(n) * (12 if unit == "Y" else 1) for n, unit in parts)
    years, rest = divmod(months, 12)
    return "P" + (f"{years}Y" if years else "") + (f"{rest}M" if rest or not years else "")
