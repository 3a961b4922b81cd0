"""The people of running prose: everybody with a name or with a letter for a name, and the role of each."""

from __future__ import annotations

from typing import Final

from peelian.reading import patterns as re
from peelian.reading.codenames import find_labels, label_persons
from peelian.reading.found_out import tell_found_out
from peelian.reading.no_police import drop_others
from peelian.reading.page import Page
from peelian.reading.parties import bind_parties
from peelian.reading.persons import Mention, Person, join
from peelian.reading.roles import assign_roles
from peelian.reading.same_names import kin_of_one_name, same_names
from peelian.reading.scan import Scan


def prose_persons(page: Page, scan: Scan, names: list[Mention]) -> list[Person]:
    """Everybody named in the document, each with a role: subject, background or official."""
    alike = same_names(page, names)
    if alike is not None:
        names = [m for m in names if m not in alike.mentions]
    everybody = named_persons(page, scan, names)
    if everybody:
        assign_roles(everybody, page, scan)
        bind_parties(everybody, page, scan)
        drop_others(everybody, page, scan)
        tell_found_out(everybody, page, scan)
    if alike is not None:
        everybody = sorted([*everybody, kin_of_one_name(alike, page, scan)], key=lambda p: p.anchor)
    return everybody


def named_persons(page: Page, scan: Scan, names: list[Mention]) -> list[Person]:
    """Everybody with a name or a letter for a name, in order of first mention, roles not yet decided."""
    persons = join(_no_labels(page, scan, names), page.text)
    everybody = persons + _coded(page, scan, persons)
    everybody.sort(key=lambda p: p.anchor)
    return everybody


_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def _no_labels(page: Page, scan: Scan, names: list[Mention]) -> list[Mention]:
    """The names, without those that are nothing but labels and the ranks in them ("PS B", "D. TDC E")."""
    labels = scan.once(find_labels)
    if not labels:
        return names
    ranks = [*scan.of("rank"), *scan.of("rank_weak")]
    taken = [(x.start, x.end) for x in labels] + [(x.start, x.end) for x in ranks]
    out = []
    for n in names:
        beside = any(x.start < n.name_end and n.name_start < x.end for x in labels)
        if beside and all(
            any(a <= w.start() and w.end() <= b for a, b in taken)
            for w in _WORD.finditer(page.text, n.name_start, n.name_end)
        ):
            continue
        out.append(n)
    return out


def _coded(page: Page, scan: Scan, persons: list[Person]) -> list[Person]:
    """Officers under a letter or number, without those whose name the document also gives ("known as Officer B")."""
    out = []
    for person in label_persons(scan.once(find_labels), page.text):
        person.mentions = [
            m
            for m in person.mentions
            if not any(n.start < m.end and m.start < n.end for p in persons for n in p.mentions)
        ]
        if not person.mentions:
            continue
        bearer = next((p for m in person.mentions if (p := revealed(page, m, persons)) is not None), None)
        if bearer is not None:
            bearer.mentions = sorted([*bearer.mentions, *person.mentions], key=lambda m: m.start)
            continue
        person.anchor = person.mentions[0].start
        out.append(person)
    return out


# "PC Moss, known as Officer A"; but "directed that she be known as Officer A" reveals nobody.
_KNOWN_AS: Final = re.compile(r"\bas [\"']?\Z")
_TO_BE_KNOWN: Final = re.compile(
    r"\bbe (?:\w+ )?(?:known|referred to|identified|called|named|described)\b[^.;]{0,40}\Z|\b(?:identity|name)\b[^.;]{0,60}\Z"
)
# "Officer A can now be named as PC Moss", "the officer known as Officer A is PC Moss"
_NAMED_NOW: Final = re.compile(
    r"[\"']?[^.;\n]{0,80}?\b(?:(?:be|been) (?:now |today |publicly )?(?:named|identified|revealed|unmasked) (?:as|to be)|is|was|real name is) (?:the )?(?:former )?\Z"
)


def revealed(page: Page, m: Mention, persons: list[Person]) -> Person | None:
    """Whose name the sentence gives for the label at ``m``, if it gives one."""
    sentence = page.sentence_at(m.start)
    before = page.low[max(sentence.start, m.start - 60) : m.start]
    if _KNOWN_AS.search(before) and not _TO_BE_KNOWN.search(before):
        named = [p for p in persons if any(sentence.start <= n.start < m.start for n in p.mentions)]
        if len(named) == 1:
            return named[0]
    after = [(n.start, n.name_end, p) for p in persons for n in p.mentions if m.end <= n.start < sentence.end]
    if not after:
        return None
    start, end, person = min(after, key=lambda spot: spot[0])
    told = _NAMED_NOW.match(page.low, m.end, start) is not None and not page.low.startswith("'s", end)
    return person if told else None
