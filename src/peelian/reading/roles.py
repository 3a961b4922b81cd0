"""Roles: whether a named person is a subject, a subject told of only as background, or somebody else.

What the document tells of a person (charged, dismissed, said, chaired ...) is counted as cues, and
a small linear model weighs them. Its weights are in ``data/roles.json``, made by
``benchmarks/train_roles.py`` from the labelled corpus; without a cue a person is no subject.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import Final

from peelian.reading.bystanders import set_aside
from peelian.reading.name_reasons import party
from peelian.reading.page import Page
from peelian.reading.persons import Mention, Person
from peelian.reading.role_signs import DONE_TO, opens_on_police, signs
from peelian.reading.scan import Scan
from peelian.reading.sitting import sits_or_pleads
from peelian.reading.victims import has_police_words, is_harmed, is_kin

SENIOR: Final = frozenset(
    """superintendent detective_superintendent chief_superintendent detective_chief_superintendent commander
    assistant_chief_constable deputy_assistant_commissioner deputy_chief_constable assistant_commissioner
    deputy_commissioner chief_constable commissioner""".split()
)
INSPECTING: Final = frozenset(
    "inspector detective_inspector chief_inspector detective_chief_inspector".split()
)
_LAST_WORD: Final = re.compile(r"([a-z']+)[ ,:\"']*\Z")
_NEAR_WORDS: Final = frozenset(
    """by said of with to and for from against that when former told between after before added as why how named
    dismissed sacked jailed officer sergeant against represented chaired include including called identified
    in at on v respondent appellant chair subject is was while because where since concerning regarding
    death arrest inquest murder victim partner brother husband wife friend colleague assaulted arrested sir""".split()
)
_AGE: Final = re.compile(r",? (?:who is )?(?:aged )?\(?(?:aged )?\d\d\b(?![\d:./%])")
_KINDS: Final = ("does", "passive", "speaks", "official", "other_person")
_CAP: Final = 3
_REACH: Final = 320  # characters after a mention in which things are told of that person
# Where nobody reaches the bar, the likeliest person may still be the subject, down to these log-odds.
_NEAR_MISS: Final = -1.8

Features = dict[str, float]


def features(
    person: Person,
    page: Page,
    scan: Scan,
    persons: list[Person],
    deeds: dict[Person, int] | None = None,
) -> Features:
    """The cues for one person, each with how often it is seen (at most three times).

    ``deeds`` is ``deeds_of(persons, page, scan)``, for a caller that asks about everybody.
    """
    if deeds is None:
        deeds = deeds_of(persons, page, scan)
    out: Features = {"bias": 1.0}

    def add(name: str) -> None:
        out[name] = min(out.get(name, 0.0) + 1.0, _CAP)

    ranked = False
    for m in person.mentions:
        if m.rank is not None and not ranked:
            ranked = True
            level = (
                "senior"
                if m.rank.value in SENIOR
                else "inspecting"
                if m.rank.value in INSPECTING
                else m.rank.value
            )
            add(f"rank:{level}")
        if m.title is not None:
            out[f"title:{m.title}"] = 1.0
        if m.honours:
            out["honours"] = 1.0
        if m.collar is not None:
            out["collar"] = 1.0
        side = party(page.low, m.start, m.end)
        if side is not None:
            out[f"party:{side}"] = 1.0
        _around(m, page, scan, add)
        if _NO_KIN.search(page.low, max(0, m.start - 25), m.end + 60):
            out["no relation"] = 1.0
    for sign in signs(person, page, scan, persons):
        add(sign)
    if person.label is not None:
        out["under a letter"] = 1.0
    level = next((k for k in out if k.startswith("rank:")), "rank:none")
    if level in ("rank:senior", "rank:inspecting", "rank:none"):
        for sign in ("case of", "stands by", "done to", "opening of police", "then called police"):
            if sign in out:
                out[f"{level}, {sign}"] = 1.0
    if not any(_is_police(m, page, scan) for m in person.mentions):
        out["no police role told"] = 1.0
    if not ranked:
        out["rank:none"] = 1.0
        if any(m.rank is not None for p in persons for m in p.mentions):
            out["unranked beside ranked"] = 1.0
    n = len(person.mentions)
    out["mentions"] = min(n, 8) / 4
    most = max(len(p.mentions) for p in persons)
    if n == most:
        out["most mentioned"] = 1.0
        if n > 1:
            out["most mentioned, often"] = 1.0
    if n == 1:
        out["once"] = 1.0
    first = person.mentions[0].start
    if person is persons[0]:
        out["first"] = 1.0
    told = _told_after(person, page, scan, persons)
    role = "no police role told" not in out
    for name, count in told.items():
        if count:
            out[f"told {name}"] = min(count, _CAP)
            out[f"told {name}, {'police' if role else 'no police'}"] = 1.0
    if not any(told.values()):
        out["nothing told" + (", police" if role else "")] = 1.0
    own = deeds[person]
    if own:
        out["deeds"] = min(own, 4) / 2
        if own == max(deeds.values()):
            out["most deeds"] = 1.0
    if page.lines and first < page.lines[min(1, len(page.lines) - 1)].end:
        out["in headline"] = 1.0
    place = first / max(1, len(page.text))
    out["place"] = place
    if place > 0.66:
        out["late"] = 1.0
    if len(person.mentions[0].tokens) > 1:
        out["full name first"] = 1.0
    return out


_NO_KIN: Final = re.compile(
    r"\b(?:no relat\w+|not (?:a )?relat\w+|unrelated|namesake|not (?:be )?confused|same (?:sur)?name)\b"
)


# What somebody is, in apposition: "Reece Dalloway, 44, of Bestwood Park, a scaffolder".
_TRADE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:, of [^,.;\n]{3,40}(?:, [A-Za-z' ]{3,20})?)?, (?:who (?:is|was) )?(?:an?|the|his|her|their) ([a-z][a-z' -]{2,40})"
)
_SUFFERED: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:who )?(?:was|were|had been) (?:later |also |then )?(?:killed|murdered|assaulted|attacked|injured|stabbed|struck|bitten|raped|shot|knocked|run over|found dead|scalded|spat)\b|(?:,? \(?\d\d\)?)?,? (?:who )?(?:had )?(?:died|bled|drowned|collapsed|suffered|needed|was left with)\b|'s (?:killer|death|family|body|mother|father|parents|widow|injuries)\b"
)
_SUFFERED_BEFORE: Final = re.compile(
    r"\b(?:death of|murder of|killing of|died|victim|complainant|killed|injured|the late|inquest into) (?:mr |mrs |ms |miss |pc )?\Z"
)
_NEVER_WAS: Final = re.compile(r"\b(?:never|not|n't)\b")
_STEPS_IN: Final = re.compile(r"[.;:]| (?:said|told|by|against|with|alongside|assaulted|attacked) ")


def _has_police_role(person: Person, persons: list[Person], page: Page, scan: Scan) -> bool:
    """Whether the words around any mention of a person, up to the next name, give a police role."""
    if person.label:
        return True
    starts = sorted(m.start for p in persons if p is not person for m in p.mentions)
    for m in person.mentions:
        i = bisect_right(starts, m.start)
        end = starts[i] if i < len(starts) else len(page.text)
        if has_police_words(m, page) or _is_police(m, page, scan, end):
            return True
    return False


def _is_police(m: Mention, page: Page, scan: Scan, stop: int | None = None) -> bool:
    """Whether a mention carries a rank, or a rank or police work is told of it in the same breath ("..., a sergeant")."""
    if m.rank is not None or m.collar is not None:
        return True
    sentence = page.sentence_at(m.start)
    for kind in ("rank", "joined"):
        for hit in scan.between(kind, m.end, min(sentence.end, m.end + 80, stop or sentence.end)):
            if not _STEPS_IN.search(page.low, m.end, hit.start) and not (
                kind == "joined" and _NEVER_WAS.search(page.low, m.end, hit.start)
            ):
                return True
    return False


def _told_after(person: Person, page: Page, scan: Scan, persons: list[Person]) -> dict[str, int]:
    """What is told from each mention on until somebody else is named: deeds, crimes, hearings and outcomes."""
    starts = sorted(m.start for p in persons if p is not person for m in p.mentions)
    counts = dict.fromkeys(("does", "passive", "offence", "proceeding", "outcome"), 0)
    reach = 0
    for m in person.mentions:
        i = bisect_right(starts, m.start)
        end = min(starts[i] if i < len(starts) else len(page.text), m.end + _REACH)
        start = max(m.end, reach)
        for kind in counts:
            for h in scan.between(kind, start, end):
                counts[kind] += not page.quoted(h.start)
        reach = max(reach, end)
    return counts


def deeds_of(persons: list[Person], page: Page, scan: Scan) -> dict[Person, int]:
    """For everybody, how many mentions are soon followed by what they did or suffered."""
    return {person: _deeds(person, page, scan) for person in persons}


def _deeds(person: Person, page: Page, scan: Scan) -> int:
    """How many mentions are soon followed, in their sentence, by what somebody did or suffered."""
    return sum(
        1
        for m in person.mentions
        if not page.quoted(m.end)
        and scan.between("does", m.end, min(page.sentence_at(m.start).end, m.end + 80))
    )


def _around(m: Mention, page: Page, scan: Scan, add: Callable[[str], None]) -> None:
    low = page.low
    sentence = page.sentence_at(m.start)
    quoted = page.quoted(m.start)
    prefix = "quoted " if quoted else ""
    if quoted:
        add("quoted")
    end = min(sentence.end, m.end + 100)
    seen_verb = False
    nearest = None
    for kind in _KINDS:
        for hit in scan.between(kind, m.end, end)[:2]:
            if kind in ("does", "speaks", "passive") and (nearest is None or hit.start < nearest[0]):
                nearest = (hit.start, f"{kind}:{hit.value}")
            add(f"{prefix}after {kind}:{hit.value}" + (" near" if hit.start - m.end < 40 else ""))
    if nearest is not None:
        add(f"{prefix}next {nearest[1]}")
        seen_verb = True
    start = max(sentence.start, m.start - 60)
    for kind in _KINDS:
        for hit in scan.between(kind, start, m.start)[-2:]:
            add(f"{prefix}before {kind}:{hit.value}" + (" near" if m.start - hit.end < 20 else ""))
    word = _LAST_WORD.search(low, max(sentence.start, m.start - 20), m.start)
    if word and word.group(1) in _NEAR_WORDS:
        add(f"word {word.group(1)}")
    if m.start - sentence.start < 3:
        add("opens sentence")
    if _AGE.match(low, m.end):
        add("age")
    tail = low[m.end : m.end + 2]
    if tail == "'s":
        add("possessive")
    elif tail == ", ":
        add("comma")
    if not seen_verb:
        add("no verb")
    trade = _TRADE.match(low, m.end)
    if trade is not None:
        police = any(
            scan.between(kind, trade.start(1), trade.end() + 30) for kind in ("rank", "force", "joined")
        )
        add("is police" if police else "is something else")
    if DONE_TO.search(low, max(sentence.start, m.start - 70), m.start):
        add("done to")
    if _SUFFERED.match(low, m.end) or _SUFFERED_BEFORE.search(
        low, max(sentence.start, m.start - 40), m.start
    ):
        add("suffered")
    close = (max(sentence.start, m.start - 70), min(sentence.end, m.end + 70))
    beside = [h for h in scan.between("rank", *close) if not m.start <= h.start < m.end]
    if beside:
        add(f"{prefix}rank beside")
        if any(h.start > m.end and h.start - m.end < 30 for h in beside):
            add(f"{prefix}rank just after")
    if any(not m.start <= h.start < m.end for h in scan.between("force", *close)):
        add(f"{prefix}force beside")
    if any(h.value == "police" for h in scan.between("described", *close)):
        add(f"{prefix}described beside")
    index = page.sentence_index(m.start) + 1
    if index < len(page.sentences):
        after = page.sentences[index]
        opening = next(iter(scan.between("described", after.start, after.start + 12)), None)
        if opening is not None and opening.value in ("pronoun", "police", "defendant"):
            for kind in ("does", "speaks"):
                then = next(iter(scan.between(kind, after.start, min(after.end, after.start + 60))), None)
                if then is not None:
                    add(f"then {kind}:{then.value}")
                    break
    background = scan.between("background", max(0, sentence.start - 160), m.start)
    if background:
        add("background")


@cache
def weights() -> dict[str, dict[str, float]]:
    """The trained weights: ``subject`` (subject or background against others) and ``background``."""
    text = (resources.files("peelian.reading") / "data" / "roles.json").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = json.loads(text)
    return loaded


def _is_rival(person: Person, page: Page, scan: Scan, deeds: int) -> bool:
    """Whether somebody with no police role is told of as tried or punished too: a co-defendant, another case."""
    if any(m.rank is not None or m.honours or m.title in ("judge", "commissioner") for m in person.mentions):
        return False
    if any(scan.between("official", m.start - 30, m.end + 40) for m in person.mentions):
        return False
    return deeds > 0 or any(_AGE.match(page.low, m.end) for m in person.mentions)


def weigh(found: Features, table: dict[str, float]) -> float:
    """The log-odds that the weights give these cues."""
    return sum([value * table.get(name, 0.0) for name, value in found.items()])


# King's Counsel, and whoever stands after the label of a chair, are in the case but not its subject.
_NEVER: Final = -9.0
_PLAINLY: Final = 0.5


def _demote_civilians(persons: list[Person], page: Page, scan: Scan) -> None:
    """Beside an officer who is a subject, somebody of whom no police role is told needs to be one more plainly."""
    likely = [p for p in persons if p.score > 0]
    if len(likely) < 2:
        return
    police = {p for p in likely if p.label or any(_is_police(m, page, scan) for m in p.mentions)}
    if police:
        for person in likely:
            if person not in police and person.score < _PLAINLY:
                person.score = _NEAR_MISS


def _demote_victims(persons: list[Person], page: Page, scan: Scan) -> set[Person]:
    """Whoever was only harmed, or is named as an officer's kin, is no subject without a police role; gives the harmed."""
    out = set()
    for person in persons:
        if person.label or any(
            has_police_words(m, page) or _is_police(m, page, scan) for m in person.mentions
        ):
            continue
        if any(is_harmed(m, page) for m in person.mentions):
            person.score = min(person.score, _NEVER)
            out.add(person)
        elif any(is_kin(m, page) for m in person.mentions):
            person.score = min(person.score, _NEVER)
    return out


def _only_speaks(person: Person, page: Page, scan: Scan) -> bool:
    """Whether all that is told of a person, wherever named, is that they said something."""
    return all(
        not page.quoted(m.start)
        and (scan.between("speaks", m.start - 8, m.start) or scan.between("speaks", m.end, m.end + 12))
        for m in person.mentions
    )


# What makes a case told beside another an older one, told for comparison.
_OLDER: Final = re.compile(
    r"\b(?:in (?:19|20)\d\d|(?:last|the previous|an earlier) year|years? (?:ago|earlier|before)|previous\w*|earlier|the (?:case|decision|matter) (?:of|in)|compar\w+|cited|referred|precedent|drew attention|follows|once)\b"
)


def told_officially(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a force's own outcome notice tells what became of somebody of rank, and not as an older case."""
    for m in person.mentions:
        s = page.near(m.start, 300)
        dealt_with = m.rank is not None and scan.between("outcome", m.end, s.end)
        if dealt_with and not page.quoted(m.start) and not _OLDER.search(page.low, s.start, s.end):
            return True
    return False


def assign_roles(persons: list[Person], page: Page, scan: Scan) -> None:
    """Set ``role`` and ``score`` (log-odds of being a subject) on every person."""
    table = weights()
    older: dict[int, bool] = {}
    deeds = deeds_of(persons, page, scan)
    for person in persons:
        found = features(person, page, scan, persons, deeds)
        person.score = weigh(found, table["subject"])
        if any(sits_or_pleads(m, page, m.rank is None or m.rank.value in SENIOR) for m in person.mentions):
            person.score = min(person.score, _NEVER)
        elif not deeds[person] and len(persons) > 1 and _only_speaks(person, page, scan):
            person.score = min(person.score, _NEAR_MISS)
        older[id(person)] = weigh(found, table["background"]) > 0
    victims = _demote_victims(persons, page, scan)
    police = {p for p in persons if _has_police_role(p, persons, page, scan)}
    aside, own_case = set_aside(persons, police, page, scan)
    for person in aside:
        person.score = min(person.score, _NEVER)
        person.aside = True
    _demote_civilians(persons, page, scan)
    bar = 0.0
    best = max(persons, key=lambda p: p.score)
    none_told = own_case or (not aside.isdisjoint(police) and not opens_on_police(best, page))
    if best not in police and none_told:
        pass  # the case is a civilian's, or nothing is told against the officers who are named
    elif _NEAR_MISS < best.score <= 0 and (deeds[best] or best.rank is None):
        bar = best.score - 0.001  # somebody is told of: the likeliest
    for person in persons:
        if person.score <= bar:
            person.role = (
                "victim"
                if person in victims
                else "rival"
                if _is_rival(person, page, scan, deeds[person])
                else "official"
            )
        else:
            person.background = older[id(person)]
            person.role = "background" if person.background else "subject"
    older_only = [p for p in persons if p.role == "background"]
    if older_only and not any(p.role == "subject" for p in persons):
        main = max(older_only, key=lambda p: p.score)  # an older case beside no other is the case
        main.role, main.background = "subject", False
