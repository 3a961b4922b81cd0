"""Cues of a role: what the words around a person's names count for, for the weights of ``roles``.

Ranks and titles, what is told before and after each mention, and the signs of ``role_signs``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.name_reasons import party
from peelian.reading.persons import INSPECTING, SENIOR, Mention, Person
from peelian.reading.role_signs import DONE_TO, signs
from peelian.reading.scan import Hit
from peelian.reading.spans import holds_any
from peelian.reading.surroundings import Surroundings

_LAST_WORD: Final = re.compile(r"([a-z']+)[ ,:\"']*\Z")
_NEAR_WORDS: Final = frozenset(
    """by said of with to and for from against that when former told between after before added as why how named
    dismissed sacked jailed officer sergeant against represented chaired include including called identified
    in at on v respondent appellant chair subject is was while because where since concerning regarding
    death arrest inquest murder victim partner brother husband wife friend colleague assaulted arrested sir""".split()
)
AGE: Final = re.compile(r",? (?:who is )?(?:aged )?\(?(?:aged )?\d\d\b(?![\d:./%])")
_KINDS: Final = ("does", "passive", "speaks", "official", "other_person")
_BESIDE: Final = ("rank", "force", "described")
_TOLD: Final = ("does", "passive", "offence", "proceeding", "outcome")
_CIVIL: Final = frozenset({"mr", "mrs", "ms", "miss"})
_CAP: Final = 3
_REACH: Final = 320  # characters after a mention in which things are told of that person
_NO_KIN: Final = re.compile(
    r"\b(?:no relat\w+|not (?:a )?relat\w+|unrelated|namesake|not (?:be )?confused|same (?:sur)?name)\b"
)
_NO_KIN_WORDS: Final = ("relat", "namesake", "confused", "same ")
# What somebody is, in apposition: "Reece Dalloway, 44, of Bestwood Park, a scaffolder".
TRADE: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?(?:, of [^,.;\n]{3,40}(?:, [A-Za-z' ]{3,20})?)?, (?:who (?:is|was) )?(?:an?|the|his|her|their) ([a-z][a-z' -]{2,40})"
)
_SUFFERED: Final = re.compile(
    r"(?:,? \(?\d\d\)?)?,? (?:who )?(?:was|were|had been) (?:later |also |then |fatally |seriously |badly )?(?:hit|thrown|crushed|dragged|restrained|tasered|handcuffed|reported missing|last seen|found (?:hanged|unconscious|unresponsive|collapsed)|killed|murdered|assaulted|attacked|injured|stabbed|struck|bitten|raped|shot|knocked|run over|found dead|scalded|spat)\b|(?:,? \(?\d\d\)?)?,? (?:who )?(?:had )?(?:died|bled|drowned|collapsed|suffered|needed|was left with|became (?:ill|unwell)|fell ill|went missing|took an overdose|(?:hanged|harmed|killed) (?:him|her)self|took (?:his|her) own life|lost consciousness)\b|'s (?:killer|death|family|body|mother|father|parents|widow|injuries)\b"
)
_SUFFERED_BEFORE: Final = re.compile(
    r"\b(?:death of|murder of|killing of|died|victim|complainant|killed|injured|the late|inquest into) (?:mr |mrs |ms |miss |pc )?\Z"
)

Features = dict[str, float]


def features(person: Person, among: Surroundings) -> Features:
    """The cues for one of the people of a page, each with how often it is seen (at most three times)."""
    page, _scan, persons, deeds = among.page, among.scan, among.persons, among.deeds
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
            first_named = m is person.mentions[0]
            out[f"title:{m.title}" + ("" if first_named or m.title not in _CIVIL else " later")] = 1.0
        if m.honours:
            out["honours"] = 1.0
        if m.collar is not None:
            out["collar"] = 1.0
        side = party(page.low, m.start, m.end)
        if side is not None:
            out[f"party:{side}"] = 1.0
        _around(m, among, add)
        start, end = max(0, m.start - 25), m.end + 60
        if holds_any(page.low[start:end], _NO_KIN_WORDS) and _NO_KIN.search(page.low, start, end):
            out["no relation"] = 1.0
    for sign in signs(person, among):
        add(sign)
    if person.label is not None:
        out["under a letter"] = 1.0
    level = next((k for k in out if k.startswith("rank:")), "rank:none")
    if level in ("rank:senior", "rank:inspecting", "rank:none"):
        for sign in ("case of", "stands by", "done to", "opening of police", "then called police"):
            if sign in out:
                out[f"{level}, {sign}"] = 1.0
    if not any(among.is_police(m) for m in person.mentions):
        out["no police role told"] = 1.0
    if not ranked:
        out["rank:none"] = 1.0
        if among.ranked:
            out["unranked beside ranked"] = 1.0
    n = len(person.mentions)
    out["mentions"] = min(n, 8) / 4
    if n == among.most:
        out["most mentioned"] = 1.0
        if n > 1:
            out["most mentioned, often"] = 1.0
    if n == 1:
        out["once"] = 1.0
    first = person.mentions[0].start
    if person is persons[0]:
        out["first"] = 1.0
    told = _told_after(person, among)
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
    _opening(person, among, role, out)
    return out


def _opening(person: Person, among: Surroundings, role: bool, out: Features) -> None:
    """What the page's opening says of whom it is about, and whether that may be this person."""
    opening = among.opening
    if opening is None:
        return
    turn = among.turns.get(person)
    told = "role told" if role else "no role told"
    if turn is None:
        place = "titled" if person.mentions[0].title is not None else "senior"
    elif opening.number is not None:
        place = "in turn" if turn < opening.number else "after"
    else:
        place = "first" if turn == 0 else "of several"
    out[f"story of {'police' if opening.police else 'others'}: {place}, {told}"] = 1.0


def _told_after(person: Person, among: Surroundings) -> dict[str, int]:
    """What is told from each mention on until somebody else is named: deeds, crimes, hearings and outcomes."""
    page = among.page
    counts = dict.fromkeys(_TOLD, 0)
    reach = 0
    for m in person.mentions:
        last = among.list_of(m)[-1]
        end = min(among.next_other(person, m.start if last is m else last.start), last.end + _REACH)
        for h in among.scan.among(_TOLD, max(m.end, reach), end):
            counts[h.kind] += not page.quoted(h.start)
        reach = max(reach, end)
    return counts


def _kinds_of(hits: list[Hit]) -> tuple[str, ...]:
    """The kinds to look for among hits, in their order: one hit is of one kind."""
    return (hits[0].kind,) if len(hits) == 1 else _KINDS


def _around(m: Mention, among: Surroundings, add: Callable[[str], None]) -> None:
    """Count the cues of the words before and after one mention (of a list of names: before and after all of it)."""
    page, scan, low = among.page, among.scan, among.page.low
    last = among.list_of(m)[-1].end
    index = page.sentence_index(m.start)
    sentence = page.sentences[index]
    quoted = page.quoted(m.start)
    prefix = "quoted " if quoted else ""
    if quoted:
        add("quoted")
    start, end = max(sentence.start, m.start - 60), min(sentence.end, last + 100)
    told = scan.among(_KINDS, start, max(end, m.start))
    before, after = [h for h in told if h.start < m.start], [h for h in told if last <= h.start < end]
    seen_verb = False
    nearest = None
    for kind in _kinds_of(after) if after else ():
        for hit in [h for h in after if h.kind == kind][:2]:
            if kind in ("does", "speaks", "passive") and (nearest is None or hit.start < nearest[0]):
                nearest = (hit.start, f"{kind}:{hit.value}")
            add(f"{prefix}after {kind}:{hit.value}" + (" near" if hit.start - last < 40 else ""))
    if nearest is not None:
        add(f"{prefix}next {nearest[1]}")
        seen_verb = True
    for kind in _kinds_of(before) if before else ():
        for hit in [h for h in before if h.kind == kind][-2:]:
            add(f"{prefix}before {kind}:{hit.value}" + (" near" if m.start - hit.end < 20 else ""))
    word = _LAST_WORD.search(low, max(sentence.start, m.start - 20), m.start)
    if word and word.group(1) in _NEAR_WORDS:
        add(f"word {word.group(1)}")
    if m.start - sentence.start < 3:
        add("opens sentence")
    if AGE.match(low, m.end):
        add("age")
    tail = low[m.end : m.end + 2]
    if tail == "'s":
        add("possessive")
    elif tail == ", ":
        add("comma")
    if not seen_verb:
        add("no verb")
    trade = TRADE.match(low, m.end)
    if trade is not None:
        police = scan.among(("rank", "force", "joined"), trade.start(1), trade.end() + 30)
        add("is police" if police else "is something else")
    if DONE_TO.search(low, max(sentence.start, m.start - 70), m.start):
        add("done to")
    if _SUFFERED.match(low, m.end) or _SUFFERED_BEFORE.search(
        low, max(sentence.start, m.start - 40), m.start
    ):
        add("suffered")
    close = (max(sentence.start, m.start - 70), min(sentence.end, m.end + 70))
    near = scan.among(_BESIDE, *close)
    beside = [h for h in near if not m.start <= h.start < m.end]
    ranks = [h for h in beside if h.kind == "rank"]
    if ranks:
        add(f"{prefix}rank beside")
        if any(h.start > m.end and h.start - m.end < 30 for h in ranks):
            add(f"{prefix}rank just after")
    if any(h.kind == "force" for h in beside):
        add(f"{prefix}force beside")
    if any(h.kind == "described" and h.value == "police" for h in near):
        add(f"{prefix}described beside")
    if index + 1 < len(page.sentences):
        following = page.sentences[index + 1]
        opening = next(iter(scan.between("described", following.start, following.start + 12)), None)
        if opening is not None and opening.value in ("pronoun", "police", "defendant"):
            for kind in ("does", "speaks"):
                stop = min(following.end, following.start + 60)
                then = next(iter(scan.between(kind, following.start, stop)), None)
                if then is not None:
                    add(f"then {kind}:{then.value}")
                    break
    background = scan.between("background", max(0, sentence.start - 160), m.start)
    if background:
        add("background")
