"""The last scan: words that point at a victim, looked for in every finished text whatever a reading marked.

Pointer       finds ages, ties of kin and (where the victim is protected by law) ties of work in a text
pointer_of    the pointer of a case, or None where no victim is protected
scanned       a published case with those words masked wherever they still stand
texts_of      every text of a published case that is made of what sources say (for the last check)
fixed_words   the vocabularies' words that the case shows

It masks too much rather than too little: an age is left only where it is the shown officer's own evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from peelian import law
from peelian.publication import rulebook
from peelian.publication.context import Context, citations_of
from peelian.publication.filtering import WRITTEN, Decided, gone
from peelian.publication.shapes import MASK, PublishedCase, Quote, Shown

_TENS: Final = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_UNITS: Final = "one|two|three|four|five|six|seven|eight|nine"
_TEENS: Final = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_NUMBER: Final = rf"(?:\d{{1,3}}|(?:{_TENS})(?:[-\s](?:{_UNITS}))?|{_TEENS}|{_UNITS})"
_AGES: Final = "|".join(
    (
        rf"(?<!\w){_NUMBER}[-\s–‑]+(?:years?|yrs?)[-\s–‑]+olds?(?!\w)",
        rf"(?<!\w)(?:aged?|age of|ages of)\s+(?:just\s+|only\s+|about\s+)?{_NUMBER}(?!\w)",
        r"(?<=[\w▮)],)\s+\d{1,2}(?=,)",
        r"(?<=\()\d{1,2}(?=\))",
        r"(?<!\w)(?:then|now|was|is|were|when (?:he|she|they) (?:was|were)|just|only)\s+\d{1,2}"
        r"(?=\s*(?:[,.;)]|$|at the time))",
        r"(?<!\w)(?:early|mid|late)?[-\s]?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|"
        r"eighties|[2-9]0s)(?!\w)",
        r"(?<!\w)teenage(?:d|r|rs)?(?!\w)",
    )
)
_PLACE_BEFORE: Final = r"(?-i:(?:[A-Z][\w'’.&-]*\s+){0,4})"


class Pointer:
    """Finds words in a text that could point at a victim. Made once for a case."""

    def __init__(self, *, work: bool, names: Iterable[str] = ()) -> None:
        kin = _any(rulebook.words("kin"))
        ending = r"(?:e?s|['’]s?|s['’])?(?!\w)"
        parts = [f"(?P<age>{_AGES})", rf"(?<!\w)(?P<kin>{kin}{ending})"]
        nobody = set(rulebook.words("points_at_nobody"))
        if work:
            ties = _any(rulebook.words("work_or_school"))
            parts.append(rf"(?<!\w){_PLACE_BEFORE}(?P<tie>{ties}{ending})(?! of policing)")
        else:  # a patrol partner is no kin, and ties of work matter only where the law protects
            nobody |= {words for words in rulebook.words("work_or_school") if " " in words}
        self._nobody = re.compile(rf"(?<!\w){_any(nobody)}{ending}", re.IGNORECASE)
        self._words = re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
        about = _any(rulebook.words("kin") | rulebook.words("victim"))
        self._about = re.compile(rf"\s*(?:\w+\s+)?{about}(?!\w)", re.IGNORECASE)
        self._names = frozenset(
            word.casefold() for name in names for word in re.findall(r"[^\W\d_][\w'’-]*", name)
        )

    def found(self, text: str, own: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
        """Where such words stand. ``own``: the spans of the text that tell the shown officer's own age."""
        ours = tuple(own)
        made = []
        for match in self._matches(text):
            start, end = match.span()
            mine = any(s < end and e > start for s, e in ours)
            if match["age"] and mine and not self._about.match(text, end):
                continue
            lead = len(match[0]) - len(match[0].lstrip())
            made.append((start + lead, end))
        return made

    def clean(self, text: str) -> str:
        """The text with such words masked."""
        made, at = [], 0
        for start, end in self.found(text):
            made += [text[at:start], MASK]
            at = end
        return "".join([*made, text[at:]])

    def in_address(self, address: str | None) -> bool:
        """Whether a web address holds such words."""
        return any(True for _ in self._matches(_plain(address or "")))

    def ties(self, text: str | None) -> set[str]:
        """The kinds of tie ("kin", "work") that a title or web address tells."""
        found = self._matches(_plain(text or ""))
        return {"kin" if match["kin"] else "work" for match in found if not match["age"]}

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        """Every such word but those within a phrase that points at nobody, and names that are such words."""
        nobody = [match.span() for match in self._nobody.finditer(text)]
        for match in self._words.finditer(text):
            if not match["age"]:
                word = "kin" if match["kin"] else "tie"
                first, last = match.span(word)
                if self._is_name(text, first, last):
                    continue
                if any(low <= first and last <= high for low, high in nobody):
                    continue
            yield match

    def _is_name(self, text: str, start: int, end: int) -> bool:
        """Whether a word is a shown officer called Cousins or a judge called Ward; "Maple Ward" is neither."""
        if text[start:end].casefold() not in self._names:
            return False
        before = re.search(r"(\w+) *\Z", text[:start])
        if before is None or before[1].casefold() in self._names | rulebook.words("title_before_name"):
            return True
        # In small letters (an address) nothing tells a name from a word but what stands before it.
        return text[start].isupper() and before[1][0].islower()


def pointer_of(context: Context, decided: Decided) -> Pointer | None:
    """The pointer of a case under a public policy whose victims are protected, by law or by policy; else None."""
    if not context.policy.public or not (context.protected or by_policy(context)):
        return None
    names = [
        str(party.get("name"))
        for party in context.case.parties
        if party.get("name") and not gone(decided, party.person, f"{party.person}/name")
    ]
    names += [
        str(record.get("chair"))
        for party in context.case.parties
        for record in party.proceedings
        if record.get("chair") and not gone(decided, party.person, record.id, f"{record.id}/chair")
    ]
    return Pointer(work=context.protected, names=names)


def by_policy(context: Context) -> bool:
    """Whether policy protects a victim of the case, whom no law protects. Unknown offences count as protected."""
    offences = [str(r.get("offence")) for p in context.case.parties for r in p.offences if r.get("offence")]
    try:
        return law.victim_protection(offences).level != "none"
    except law.UnknownTerm:
        return True


def own_ages(context: Context, decided: Decided) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """By source, the spans that tell an age which is shown of a party."""
    made: dict[str, list[tuple[int, int]]] = {}
    for party in context.case.parties:
        fact = party.facts.get("age")
        if fact is None or gone(decided, party.person, f"{party.person}/age"):
            continue
        for citation in citations_of(fact):
            made.setdefault(citation.source, []).extend(citation.spans)
    return {source: tuple(spans) for source, spans in made.items()}


_TOLD: Final = frozenset(
    {"title", "summary", "message", "reason", "label", "text", "display", "publisher", "search_text"}
)


def scanned(case: PublishedCase, pointer: Pointer) -> PublishedCase:
    """The case with every finished text masked once more. Quotations were masked with their source's spans.

    Fixed words of the rulebook (reasons, sources of rules, headings) are left as they are; so are the labels
    of closed vocabularies other than offences.
    """
    made: PublishedCase = _walk(case, pointer)
    return made


def texts_of(node: Any) -> Iterator[str]:
    """Every text of a published case that is made of what sources say: not ids, rules' words or vocabularies' names."""
    if isinstance(node, Shown):
        if node.field in WRITTEN | {"name"}:
            yield from _strings((node.value, node.label, [(one.value, one.label) for one in node.others]))
        yield from texts_of((node.quotes, tuple(one.quotes for one in node.others)))
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            held = getattr(node, name)
            if name in _TOLD | {"url", "by", "other_names"} and not (
                name == "reason" and hasattr(node, "rule")
            ):
                yield from _strings(held)
            else:
                yield from texts_of(held)
    elif isinstance(node, tuple | list):
        for one in node:
            yield from texts_of(one)
    elif isinstance(node, dict):
        for one in node.values():
            yield from texts_of(one)


def fixed_words(case: PublishedCase) -> set[str]:
    """The names that vocabularies give to what the case shows: forces, ranks, offences, outcomes and the like."""
    made: set[str] = set()
    for party in case.parties:
        every = [*party.facts.values(), *(one for many in party.lists.values() for one in many)]
        every += [shown for record in party.records for shown in record.facts.values()]
        for shown in every:
            if shown.visible and shown.field not in WRITTEN | {"name", "age"}:
                made |= {shown.label, *(other.label for other in shown.others)}
    return made


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list | tuple):
        for one in node:
            yield from _strings(one)


def _walk(node: Any, pointer: Pointer) -> Any:
    if isinstance(node, Quote):
        return node
    if isinstance(node, Shown):
        others = tuple(_walk(one, pointer) for one in node.others)
        if node.field not in WRITTEN | {"offence"}:
            return msgspec.structs.replace(node, others=others)
        value = node.value
        if node.field in WRITTEN:
            value = _value(value, pointer)
            others = tuple(msgspec.structs.replace(o, value=_value(o.value, pointer)) for o in others)
        label = pointer.clean(node.label)
        state = "masked" if label != node.label and node.state == "shown" else node.state
        if state == node.state:
            return msgspec.structs.replace(node, value=value, label=label, others=others)
        rule = rulebook.rule("masked_words")
        return msgspec.structs.replace(
            node,
            value=value,
            label=label,
            others=others,
            state="masked",
            reason=rule.reason,
            rule=rule.id,
            source=rule.source,
        )
    if isinstance(node, msgspec.Struct):
        changed = {}
        for name in node.__struct_fields__:
            held = getattr(node, name)
            if isinstance(held, str):
                new = pointer.clean(held) if name in _TOLD else held
            else:
                new = _walk(held, pointer)
            if new is not held:
                changed[name] = new
        return msgspec.structs.replace(node, **changed) if changed else node
    if isinstance(node, tuple):
        return tuple(_walk(one, pointer) for one in node)
    if isinstance(node, dict):
        return {key: _walk(one, pointer) for key, one in node.items()}
    return node


def _value(value: Any, pointer: Pointer) -> Any:
    if isinstance(value, str):
        return pointer.clean(value)
    if isinstance(value, list | tuple):
        return [_value(one, pointer) for one in value]
    return value


def _plain(text: str) -> str:
    """A title or address as words."""
    return re.sub(r"[\W_]+", " ", text).strip()


def _any(words: Iterable[str]) -> str:
    """One pattern for words however they are spaced or hyphenated, longest first."""
    spaced = [r"[-\s–‑]+".join(re.escape(bit) for bit in re.split(r"[\s-]+", word)) for word in words]
    return "(?:" + "|".join(sorted(spaced, key=lambda one: (-len(one), one))) + ")"
