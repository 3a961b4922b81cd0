"""Changed orders: "They took his ban down, from seven years to |five|", "the ban ... would become |five|"; and what is forfeit.

The length that an order has now goes before the one that it had. And a sum told before the word: "the |£8,400| found in
a hatbox was forfeit".
"""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.model import Cited, OrderDraft
from peelian.reading.persons import Person
from peelian.reading.prepared import Prepared
from peelian.reading.quantities import NUMBER, Length, number
from peelian.reading.spans import beginning_in, holds_any
from peelian.reading.terms import pounds

_BAN: Final = r"(?:ban|disqualification|driving ban|driving disqualification|order|curfew|restraining order|community order)"
_CHANGES: Final = r"(?:took|taken|brought|bringing|cut|cutting|reduc(?:ed|ing)|shorten(?:ed|ing)|slash(?:ed|ing)|trimm(?:ed|ing)|lower(?:ed|ing)|rais(?:ed|ing)|increas(?:ed|ing)|extend(?:ed|ing)|lengthen(?:ed|ing)|vari(?:ed|ing)|chang(?:ed|ing)|halv(?:ed|ing)|doubl(?:ed|ing))"
# "cut the ban from |seven years|", "his ban was reduced to |five years|": up to the first length
_CHANGED: Final = re.compile(
    rf"\b(?:{_CHANGES} (?:down |up )?(?:the|his|her|that|their) (?:[\w'-]+ ){{0,3}}?{_BAN}(?: down| up)?,? (?P<how>from|to) "
    rf"|(?:the|his|her|that|their|whose) (?:[\w'-]+ ){{0,3}}?{_BAN} (?:was|is|has been|had been|would be|will be) (?:also |later |then )?{_CHANGES}(?: down| up)?(?: on appeal)?,? (?P<was>from|to) )\Z"
)
_TO: Final = re.compile(rf",? to (?:just )?(?P<n>{NUMBER})(?:[ -](?:years?|months?|weeks?))?\b")
_BECOMES: Final = re.compile(
    rf"\b(?:would|will|should|must|is to|was to|now) (?:now |instead )?become (?P<n>{NUMBER})(?! (?:pounds|hours|per))\b"
)
_UNITS: Final = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_KINDS: Final = ("driving_disqualification", "other", "curfew", "restraining_order")
_LEFT_OUT: Final = 3  # sentences back to the length that "five" is said of

# "|£8,400| found in a hatbox was forfeit"
_FORFEIT: Final = re.compile(
    r"(?: (?:in cash|in notes|cash|of cash|found|seized|recovered|discovered|hidden|stashed|watch|car|that)\b[^.;,£]{0,50}?)? (?:was|were|is|are|be|would be|will be|to be)(?: also| now| all)? forfeit(?:ed)?\b"
)


def change_orders(prepared: Prepared, people: tuple[Person, ...], drafts: list[OrderDraft]) -> None:
    """Put the lengths that orders got on appeal, and the sums forfeited, into one subject's orders."""
    changeable = [draft for draft in drafts if draft.kind.value in _KINDS]
    if changeable and holds_any(prepared.page.low, (" ban", "disqualif", "curfew", " order")):
        for draft in changeable:
            _change(prepared, people, draft, drafts)
    for draft in drafts:
        if draft.kind.value == "forfeiture" and draft.amount is None:
            _forfeited(prepared, people, draft)


def _change(
    prepared: Prepared, people: tuple[Person, ...], draft: OrderDraft, drafts: list[OrderDraft]
) -> None:
    page, low = prepared.page, prepared.page.low
    alone = sum(d.kind.value in _KINDS for d in drafts) == 1
    for length in prepared.lengths:
        s = page.sentence_at(length.start)
        if page.quoted(length.start) or not set(people) & set(prepared.cast.who(length.start)):
            continue
        same = draft.length is not None and draft.length.value == length.value
        changed = _CHANGED.search(low, max(s.start, length.start - 90), length.start)
        if changed is not None and (alone or _is_of(low, changed.start(), changed.end(), draft)):
            if "to" in (changed["how"], changed["was"]):
                draft.length = Cited(length.value, (length.start, length.end))
                return
            to = _TO.match(low, length.end, min(s.end, length.end + 40))
            if to is not None and _put(draft, length, to, low):
                return
        if same and (alone or draft.kind.value == "other"):
            becomes = _BECOMES.search(low, length.end, min(s.end, length.end + 120))
            if becomes is not None and _put(draft, length, becomes, low):
                return


def _is_of(low: str, start: int, end: int, draft: OrderDraft) -> bool:
    """Whether the words name the kind of the order that changed."""
    words = low[start:end]
    if draft.kind.value == "driving_disqualification":
        return "driving" in words
    return draft.kind.value in ("curfew", "restraining_order") and draft.kind.value.split("_")[0] in words


def _put(draft: OrderDraft, before: Length, found: re.Match[str], low: str) -> bool:
    n = number(found["n"])
    if n is None or not before.value[1:-1].isdigit():
        return False
    told = low[found.start("n") : found.end() + 8]
    unit = next(
        (u for word, u in _UNITS.items() if f" {word}" in told or f"-{word}" in told), before.value[-1]
    )
    draft.length = Cited(f"P{n}{unit}", found.span("n"))
    return True


def _forfeited(prepared: Prepared, people: tuple[Person, ...], draft: OrderDraft) -> None:
    page, low = prepared.page, prepared.page.low
    at = draft.kind.spans[0][0] if draft.kind.spans else -1
    if at < 0:
        return
    s = page.sentence_at(at)
    for amount in beginning_in(prepared.money, s.start, at):
        if _FORFEIT.match(low, amount.end, s.end) is not None:
            draft.amount = Cited(pounds(amount.value), (amount.start, amount.end))
            return
