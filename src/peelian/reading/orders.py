"""Orders beside the sentence: registers, prevention and restraining orders, unpaid work, costs, bans."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.civil_money import is_civil
from peelian.reading.model import Cited, OrderDraft
from peelian.reading.page import Sentence
from peelian.reading.possible import only_possible
from peelian.reading.prepared import Prepared
from peelian.reading.terms import Term, pounds

# Kinds whose words mean the order only with a sum, a length or hours beside them, or with a verb of ordering.
_NEEDS_VALUE: Final = frozenset({"costs", "compensation", "supervision", "forfeiture", "confiscation"})
_NOT_MADE: Final = re.compile(
    r"\b(?:breach\w*|breaking|no|without|not|hearing|in breach of|existing|previous|defence|legal|aid|public) (?:an? |the |his |her |of |an? \w+ )*\Z"
)
# "A prevention order |was refused|", "costs of £600 |were sought but not awarded|"
_REFUSED: Final = re.compile(
    r"[^.;,]{0,24}? (?:was|were|is|has been|had been|being) (?:(?:also|then) )?(?:refused|declined|rejected|turned down|withdrawn|not (?:made|granted|imposed|awarded|sought|ordered|asked for|pursued)|(?:sought|claimed|requested|asked for|applied for) (?:but|and) (?:not|refused|declined|rejected|turned down))\b"
)
_ORDERED_TO: Final = re.compile(r"\b(?:ordered|order|must|has|have|told|will|is|be|and|made|required)\b")


def read_orders(prepared: Prepared, terms: list[Term], sentenced: bool) -> list[OrderDraft]:
    """The orders made against one subject, one record a kind, the telling with most of the terms kept.

    ``sentenced``: the page tells of a sentence of this subject.
    """
    best: dict[str, Term] = {}
    for term in terms:
        if term.cue != "order" or term.kind == "none" or not _made(prepared, term, sentenced):
            continue
        kept = best.get(term.kind)
        if (
            kept is None
            or _told(term) > _told(kept)
            or (_told(term) == _told(kept) > 0 and _later_change(prepared, term))
        ):
            best[term.kind] = term
    return [_draft(t) for t in sorted(best.values(), key=lambda t: t.start)]


def _told(term: Term) -> int:
    return sum(v is not None for v in (term.length or term.indefinite, term.amount, term.hours))


_CHANGED: Final = re.compile(
    r"\b(?:now|instead|reduced|cut|become|became|down|substituted|halved|extended|increased)\b"
)


def _later_change(prepared: Prepared, term: Term) -> bool:
    s = prepared.page.sentences[term.sentence]
    return _CHANGED.search(prepared.page.low, s.start, s.end) is not None


def _made(prepared: Prepared, term: Term, sentenced: bool) -> bool:
    low = prepared.page.low
    s = (
        prepared.page.sentences[term.sentence]
        if term.sentence >= 0
        else prepared.page.sentence_at(term.start)
    )
    if _NOT_MADE.search(low, max(s.start, term.start - 40), term.start) or only_possible(
        low, s.start, term.start, term.end
    ):
        return False
    if _REFUSED.match(low, term.end, s.end):
        return False
    words = low[term.start : term.end]
    if term.kind == "restraining_order" and "order" not in words and words != "spo":
        return _by_a_court(prepared, s, low, sentenced)  # "must not contact her" may be a condition of bail
    if term.kind in ("compensation", "costs") and is_civil(low, s.start, s.end):
        return False
    if (
        term.kind == "compensation"
        and "compensat" not in words
        and not _ORDERED_TO.search(low, max(s.start, term.start - 60), term.end)
    ):
        return False
    if _told(term):
        return True
    if term.kind in _NEEDS_VALUE:
        if term.kind == "supervision":
            return False
        if term.kind == "forfeiture":
            return "pension" not in low[s.start : s.end] and (
                "destroy" in words or "order" in words or "forfeit" in words
            )
        if term.kind == "confiscation":
            return False
        return re.search(r"\b(?:pay|paid|ordered)\b[^.;]{0,40}\Z", low[s.start : term.start]) is not None
    if term.kind == "unpaid_work" and words in ("unpaid", "work in the community", "community service"):
        return False
    if term.kind in ("programme", "rehabilitation_activity", "curfew"):
        return (
            re.search(
                r"\b(?:must|order|ordered|required|requirement|complete|attend|sentenced?|discharge|imposed|attached|adding|added|plus|as well as|together with|suspended|tagged|subject to)\b",
                low[s.start : s.end],
            )
            is not None
        )
    return True


_NO_COURT: Final = re.compile(
    r"\b(?:bail|bailed|instruct\w*|advised|panel|chair|superintendent|supervisor|colleagues?|managers?)\b"
)


_CONTACT_BAN: Final = re.compile(
    r"\b(?:banned|barred|prohibited|forbidden|order(?:ed)?|for (?:life|\w+ (?:years|months))|until further)\b"
)


def _by_a_court(prepared: Prepared, s: Sentence, low: str, sentenced: bool) -> bool:
    """Whether a ban on contact is a court's: a sentence or another order is told beside it, and no bail."""
    if _NO_COURT.search(low, s.start, s.end):
        return False
    if sentenced and _CONTACT_BAN.search(low, s.start, s.end):
        return True
    index = prepared.page.sentence_index(s.start)
    start = prepared.page.sentences[max(0, index - 2)].start
    beside = [
        h for h in prepared.scan.between("penalty", start, s.end) if h.value not in ("not_passed", "minimum")
    ]
    return bool(beside)


def _draft(term: Term) -> OrderDraft:
    length = None
    if term.length is not None:
        length = Cited(term.length.value, (term.length.start, term.length.end))
    elif term.indefinite is not None:
        length = Cited("indefinite", (term.indefinite.start, term.indefinite.end))
    return OrderDraft(
        Cited(term.kind, (term.start, term.end)),
        length=length,
        amount=Cited(pounds(term.amount.value), (term.amount.start, term.amount.end))
        if term.amount is not None
        else None,
        hours=Cited(int(term.hours.value), (term.hours.start, term.hours.end))
        if term.hours is not None
        else None,
    )
