"""The last scan: words that point at a victim, looked for in every finished text whatever a reading marked.

Pointer       finds ages, ties of kin and (where the victim is protected by law) ties of work in a text
pointer_of    the pointer of a case, or None where no victim is protected
scanned       a published case with those words masked wherever they still stand

It masks too much rather than too little: an age is left only where it is the shown officer's own evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
        parts = [f"(?P<age>{_AGES})", rf"(?<!\w){kin}(?:e?s|['’]s?|s['’])?(?!\w)"]
        if work:
            ties = _any(rulebook.words("work_or_school"))
            parts.append(rf"(?<!\w){_PLACE_BEFORE}{ties}(?:e?s|['’]s?|s['’])?(?!\w)(?! of policing)")
        self._words = re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)
        about = _any(rulebook.words("kin") | rulebook.words("victim"))
        self._about = re.compile(rf"\s*(?:\w+\s+)?{about}(?!\w)", re.IGNORECASE)
        self._names = frozenset(word for name in names for word in re.findall(r"[^\W\d_][\w'’-]*", name))

    def found(self, text: str, own: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
        """Where such words stand. ``own``: the spans of the text that tell the shown officer's own age."""
        ours = tuple(own)
        made = []
        for match in self._words.finditer(text):
            start, end = match.span()
            if match[0].strip() in self._names:  # a shown officer called Cousins
                continue
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
        return bool(address) and bool(self.found(re.sub(r"[\W_]+", " ", address or "")))


def pointer_of(context: Context, decided: Decided) -> Pointer | None:
    """The pointer of a case under a public policy whose victims are protected, by law or by policy; else None."""
    if not context.policy.public or not (context.protected or by_policy(context)):
        return None
    names = [
        str(party.get("name"))
        for party in context.case.parties
        if party.get("name") and not gone(decided, party.person, f"{party.person}/name")
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


def _any(words: Iterable[str]) -> str:
    """One pattern for words however they are spaced or hyphenated, longest first."""
    spaced = [r"[-\s–‑]+".join(re.escape(bit) for bit in re.split(r"[\s-]+", word)) for word in words]
    return "(?:" + "|".join(sorted(spaced, key=lambda one: (-len(one), one))) + ")"
