"""Roles: whether a named person is a subject, a subject told of only as background, or somebody else.

What the document tells of a person (charged, dismissed, said, chaired ...) is counted as cues, and
a small linear model weighs them. Its weights are in ``data/roles.json``, made by
``benchmarks/train_roles.py`` from the labelled corpus; without a cue a person is no subject.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Final

from peelian.reading import patterns as re
from peelian.reading.bystanders import set_aside
from peelian.reading.co_defendants import co_defendants
from peelian.reading.held_against import is_cited
from peelian.reading.inverted import is_known_by_end, shares_a_fate
from peelian.reading.kin import follows_kin
from peelian.reading.labelled_ends import stands_behind_label
from peelian.reading.leads import harmed, named_after_lead, staff_of_lead
from peelian.reading.name_lists import lists_of_officers, of_the_opening
from peelian.reading.named_in_turn import named_in_turn
from peelian.reading.next_officers import (
    NEXT_FATE,
    OPENS_WITHIN,
    follows_next_officer,
    is_next_of_them,
    is_next_officer,
    is_next_with_a_verdict,
    is_one_of_the_counted,
)
from peelian.reading.older_cases import closes_on_older, is_crewmate, is_not_led, told_first
from peelian.reading.onlookers import is_onlooker
from peelian.reading.only_speaking import leads_others, only_in_quotes, only_speaks, retired_says
from peelian.reading.own_case import raise_own_cases
from peelian.reading.page import Page, Sentence
from peelian.reading.persons import SENIOR, Person
from peelian.reading.role_cues import AGE, Features, features
from peelian.reading.role_signs import HEARING_FOR, HEARING_THEN, SPEAKS_OF_IT, opens_on_police
from peelian.reading.scan import Scan
from peelian.reading.sitting import led_the_inquiry, sits_or_pleads
from peelian.reading.surroundings import Surroundings
from peelian.reading.tellers import tellers
from peelian.reading.told_and_gone import set_told_and_gone
from peelian.reading.transcripts import those_who_speak
from peelian.reading.victims import is_called_on, is_dealt_with, is_harmed
from peelian.reading.warned_or_jailed import is_warned, is_warned_next

# Where nobody reaches the bar, the likeliest person may still be the subject, down to these log-odds.
_NEAR_MISS: Final = -1.8


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
    return deeds > 0 or any(AGE.match(page.low, m.end) for m in person.mentions)


def weigh(found: Features, table: dict[str, float]) -> float:
    """The log-odds that the weights give these cues."""
    return sum([value * table.get(name, 0.0) for name, value in found.items()])


# King's Counsel, and whoever stands after the label of a chair, are in the case but not its subject.
_NEVER: Final = -9.0
_PLAINLY: Final = 0.5
_OLDER_CASE: Final = 3.0
# ... of which the crime alone is told, and no more is asked (``reader``).
_TOLD_PLAINLY: Final = 1.0


def _demote_civilians(among: Surroundings) -> None:
    """Beside an officer who is a subject, somebody of whom no police role is told needs to be one more plainly."""
    likely = [p for p in among.persons if p.score > 0]
    if len(likely) < 2:
        return
    police = {p for p in likely if p.label or any(among.is_police(m) for m in p.mentions)}
    if police:
        for person in likely:
            if person not in police and person.score < _PLAINLY:
                person.score = _NEAR_MISS


def _demote_victims(among: Surroundings) -> set[Person]:
    """Whoever was only harmed, or is named as an officer's kin, is no subject without a police role; gives the harmed."""
    out = set()
    page = among.page
    for person in among.persons:
        if person.label or any(among.has_words(m) or among.is_police(m) for m in person.mentions):
            continue
        harmed = any(is_harmed(m, page) for m in person.mentions)
        if (
            (not among.deeds[person] and any(is_called_on(m, page) for m in person.mentions))
            or (harmed and not any(is_dealt_with(m, page) for m in person.mentions))
            or is_onlooker(person, page)
        ):
            person.score = min(person.score, _NEVER)
            out.add(person)
        elif any(follows_kin(page, m) for m in person.mentions):
            person.score = min(person.score, _NEVER)
    return out


def _is_compared(person: Person, page: Page) -> bool:
    """Whether somebody of whom little is told comes in once, by "whose appeal failed", in a sentence on an older case."""
    m = person.mentions[0]
    s = page.sentence_at(m.start)
    whose = len(person.mentions) == 1 and page.low.startswith((", whose ", " whose "), m.end)
    return whose and person.score <= _TOLD_PLAINLY and _OLDER.search(page.low, s.start, m.start) is not None


# What makes a case told beside another an older one, told for comparison.
_OLDER: Final = re.compile(
    r"\b(?:in (?:19|20)\d\d|(?:last|the previous|an earlier) year|years? (?:ago|earlier|before)|previous\w*|earlier|the (?:case|decision|matter) (?:of|in)|compar\w+|cited|referred|precedent|drew attention|follows|once)\b"
)


# "A second man, PC Lee", "his shift sergeant, Ann Lee": in the same case.
_BESIDE: Final = re.compile(
    r"\b(?:(?:an?|the) (?:second|third|fourth|fifth|other|further)|(?:his|her|their) (?:shift |then |fellow |own |immediate |line )?(?=sergeant|inspector|colleague|crewmate|supervisor|partner|co-accused|superior))(?: (?:man|woman|officer|constable|pc|sergeant|inspector|detective|colleague|crewmate|supervisor|partner|co-accused|superior|police officer|defendant))?(?: (?:from|on|in|at) [^.,;]{2,30})?,? \Z"
    # "An inspector drove him home. That inspector, Ann Lee, has been warned"
    r"|\b(?:that|this|the same) (?:[\w-]+ )?(?:officer|constable|pc|sergeant|inspector|detective|superintendent)(?: who [^.,;]{2,40})?, \Z"
)


_SAME_PANEL: Final = re.compile(
    r"\b(?:two|three|four|five|other|another|further|fellow|colleagues?)\b[^.;]{0,50}\b(?:(?:before|in front of|by|at) (?:the|that) same (?:panel|hearing|tribunal|trial|time)|(?:same|joint) (?:hearing|panel|proceedings))"
)


def _stood_beside(person: Person, page: Page) -> bool:
    """Whether words say that somebody was in the case with the person told of before."""
    m = person.mentions[0]
    start = max(page.sentence_at(m.start).start, m.start - 70)
    if _BESIDE.search(page.low, start, m.start) is None:
        index = page.sentence_index(m.start)
        before = page.sentences[
            max(0, index - 2) : index
        ]  # "Two other officers were before the same panel. DC Lee ..."
        return any(_SAME_PANEL.search(page.low, s.start, s.end) for s in before)
    return not _OLDER.search(page.low, page.sentence_at(m.start).start, page.sentence_at(m.start).end)


def told_officially(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a force's own outcome notice tells what became of somebody of rank, and not as an older case."""
    for m in person.mentions:
        s = page.near(m.start, 300)
        dealt_with = m.rank is not None and scan.between("outcome", m.end, s.end)
        if dealt_with and not page.quoted(m.start) and not _OLDER.search(page.low, s.start, s.end):
            return True
    return False


# "Lee, |who has left to run a pub, was not there; he| would have received a written warning"
_OWN_END: Final = 140  # characters


def _own_end(person: Person, page: Page, scan: Scan) -> bool:
    """Whether a sentence that opens on one of several officers ("Lee was told she will face no action") tells what became of them."""
    if person.rank is None or person.rank.value in SENIOR:
        return False
    for m in person.mentions[1:]:
        s = page.sentence_at(m.start)
        if m.start - s.start < OPENS_WITHIN and not page.quoted(m.start):
            told = scan.between("outcome", m.end, min(s.end, m.end + _OWN_END))
            if any(not page.quoted(h.start) for h in told):
                return True
    return False


def _tried_beside(among: Surroundings, police: set[Person], aside: set[Person]) -> list[Person]:
    """Those without a police role of whom a charge, a plea or a verdict is told, where officers are told of too."""
    if all(p.score <= 0 for p in police):
        return []
    return [p for p in among.persons if among.deeds[p] and p not in police and p not in aside]


def _is_one_of_them(person: Person, page: Page) -> bool:
    """Whether an officer may be of those on whom the page opens: no chief officer, and not brought in as one more."""
    rank = person.mentions[0].rank
    return (rank is None or rank.value not in SENIOR) and not is_next_officer(person, page)


# What tells, in the sentence that brings somebody in, what became of them.
_FATES: Final = ("outcome", "finding", "verdict", "offence")
_TERM: Final = re.compile(
    r"[^.;]{0,60}?\b(?:got|given|received|handed|jailed|sentenced)\b[^.;]{0,24}\b(?:years?|months?|weeks?|hours?)\b"
)


def _named_in_turn(
    persons: list[Person], number: int, among: Surroundings, aside: set[Person]
) -> list[Person]:
    """The officers whom the opening counted, if as many people open sentences of their own with an age and what became of them.

    "Two detectives were jailed. ... Ann Lee, 44, got four years. ... Eric Moss, 51, got three."
    """
    page, scan = among.page, among.scan
    first = [p for p in persons if p.mentions[0].title is None][:number]
    if len(first) < number or any(p in aside for p in first):
        return []
    for person in first:
        m = person.mentions[0]
        s = page.sentence_at(m.start)
        if m.start - s.start > 2 or (m.rank is None and AGE.match(page.low, m.end) is None):
            return []
        told = among.deeds[person] or scan.among(_FATES, m.end, s.end) or _TERM.match(page.low, m.end, s.end)
        if not told:
            return []
        if any(h.value != "body" for h in scan.between("civilian", m.end, s.end)):
            return []
    return first


def _is_dealt_with_in(sentence: Sentence, scan: Scan) -> bool:
    """Whether a sentence tells a crime or what came of a case."""
    return bool(scan.among(("outcome", "offence", "penalty"), sentence.start, sentence.end))


def assign_roles(persons: list[Person], page: Page, scan: Scan) -> None:
    """Set ``role`` and ``score`` (log-odds of being a subject) on every person."""
    table = weights()
    older: dict[int, bool] = {}
    among = Surroundings(persons, page, scan)
    deeds = among.deeds
    speaking = {*those_who_speak(persons, scan), *tellers(persons, page)}
    for person in persons:
        found = features(person, among)
        person.score = weigh(found, table["subject"])
        if any(sits_or_pleads(m, page, m.rank is None or m.rank.value in SENIOR) for m in person.mentions):
            person.score = min(person.score, _NEVER)
        elif (
            (not deeds[person] or all(retired_says(m, page) for m in person.mentions))
            and (len(persons) > 1 or (scan.of("ours") and all(m.rank is None for m in person.mentions)))
            and only_speaks(person, page, scan)
        ):
            person.score = min(person.score, _NEAR_MISS)
        if len(persons) == 1 and leads_others(person) and only_speaks(person, page, scan):
            person.score = min(person.score, _NEVER)  # a force's spokesman, on a page that names nobody else
        if not deeds[person] and any(led_the_inquiry(m, page) for m in person.mentions):
            person.score = min(person.score, _NEAR_MISS)
        if person not in speaking and only_in_quotes(person, page):
            person.score = min(person.score, _NEVER)
        if person in speaking:
            person.score = min(person.score, _NEVER)
        older[id(person)] = weigh(found, table["background"]) > 0
        if any(
            m.rank is not None
            and m.rank.value not in SENIOR
            and HEARING_THEN.match(page.low, m.end)
            and HEARING_FOR.search(page.low, max(page.sentence_at(m.start).start, m.start - 150), m.start)
            for m in person.mentions
        ):
            person.score = max(person.score, _PLAINLY)
        if any(
            follows_next_officer(page, m.start, 60) and NEXT_FATE.match(page.low, m.end)
            for m in person.mentions
        ):
            person.score = max(person.score, _PLAINLY)
    victims = _demote_victims(among)
    police = {p for p in persons if among.has_role(p)}
    aside, own_case = set_aside(among, police)
    aside = {
        p for p in aside if not any(is_warned(m, among) or is_warned_next(m, p, among) for m in p.mentions)
    }
    for person in aside:
        person.score = min(person.score, _NEVER)
        person.aside = True
    raise_own_cases(among, police, aside)
    beside_him = co_defendants(among, police)
    aside = aside | beside_him
    for person in beside_him:
        person.score = min(person.score, _NEVER)
        person.aside = True
    for person in persons:  # "DI Lee, of that force, said: ..." and the next goes on about the one of whom
        if (
            not deeds[person]
            and any(p.score > 0 for p in police if p is not person)
            and all(SPEAKS_OF_IT.match(page.low, m.end) for m in person.mentions)
        ):
            person.score = min(person.score, _NEAR_MISS)
    _demote_civilians(among)
    opening = among.opening
    counted = opening.number if opening is not None and opening.police else None
    if opening is not None and counted is not None and counted > 1 and not harmed(opening, page):
        led_by = of_the_opening(persons, counted, page) or _named_in_turn(persons, counted, among, aside)
        if sum(1 for p in police if p not in led_by and _is_one_of_them(p, page)) >= counted:
            led_by = []  # those two are the officers: these are the two whom they hurt
        for person in led_by:
            if person not in aside and person not in victims:
                person.score = max(person.score, _PLAINLY)
    for officers in lists_of_officers(persons, page):  # what is told of one of them is told of all
        for person in officers:
            if person not in aside and person.score <= 0 and _own_end(person, page, scan):
                person.score = _PLAINLY
        shared = max(p.score for p in officers)
        for person in officers:
            if person not in aside:
                person.score = max(person.score, shared)
    for person in persons:
        if (
            person not in aside
            and person.score <= 0
            and (
                is_next_with_a_verdict(person, page, scan)
                or is_next_of_them(person, page)
                or is_one_of_the_counted(person, page, among.others(person))
                or shares_a_fate(among.list_of(person.mentions[0])[0], page, scan)
                or is_known_by_end(person, page)
                or stands_behind_label(person, page)
            )
        ):
            person.score = _PLAINLY
    bar = 0.0
    led = named_after_lead(persons, page, scan)
    if led is not None and led[0] not in aside:
        person, rank = led
        if all(
            p.score <= bar or is_not_led(p, person, rank, older[id(p)]) or is_crewmate(p, person, page)
            for p in persons
        ):
            person.score = _PLAINLY  # nobody is told of who may be the officer of the lead
        if person.score > bar and person.rank is None:
            person.rank = rank
    if opening is not None and opening.calling is not None and persons[0].rank is None:
        persons[0].rank = opening.calling if persons[0].score > bar else None
        likely = [p for p in persons if p.score > bar]
        if len(likely) == counted and all(p.rank is None for p in likely[1:]):
            for person in likely[1:]:
                person.rank = persons[0].rank
    for people, rank in named_in_turn(among):
        if any(p in aside or p in victims for p in people):
            continue
        for person in people:
            person.score = max(person.score, _PLAINLY)
            person.rank = person.rank or rank
    for person in set_told_and_gone(among, victims):
        aside.discard(person)
    staff = staff_of_lead(_tried_beside(among, police, aside), page)
    if staff is not None:
        staff[0].score, staff[0].rank = max(staff[0].score, _PLAINLY), staff[1]
    best = max(persons, key=lambda p: p.score)
    ranked = any(p.rank is not None and p.anchor < best.anchor for p in persons)
    none_told = own_case or ranked or (not aside.isdisjoint(police) and not opens_on_police(best, page))
    if best not in police and none_told:
        pass  # the case is a civilian's, or nothing is told against the officers who are named
    elif _NEAR_MISS < best.score <= 0 and (deeds[best] or best.rank is None):
        bar = best.score - 0.001  # somebody is told of: the likeliest
    for person in persons:
        if (
            _NEVER < person.score <= bar < best.score
            and person not in aside
            and person not in victims
            and (deeds[person] or person.score > _NEAR_MISS)
            and best.score > _OLDER_CASE
            and closes_on_older(person, among)
            and _is_dealt_with_in(page.sentence_at(person.anchor), scan)
        ):
            person.score = _TOLD_PLAINLY  # "In 2016 one of its sergeants, Ann Lee, got six years"
        if person.score <= bar:
            person.role = (
                "victim"
                if person in victims
                else "rival"
                if _is_rival(person, page, scan, deeds[person])
                else "official"
            )
        else:
            beside = _stood_beside(person, page) or is_next_officer(person, page)
            closes = not beside and closes_on_older(person, among)
            if closes and deeds[person]:
                person.score = max(person.score, _TOLD_PLAINLY)
            opens = led is not None and person is led[0] and not person.mentions[0].cited
            compared = best.score > _OLDER_CASE and not beside and _is_compared(person, page)
            person.background = not beside and not opens and (older[id(person)] or closes or compared)
            person.role = "background" if person.background else "subject"
    for officers in lists_of_officers(persons, page):  # one of a list is no older case beside the others
        if any(p.role == "subject" for p in officers):
            for person in officers:
                if person.role == "background" and person.mentions[0].rank is not None:
                    person.role, person.background = "subject", False
    for person in persons:
        if len(persons) > 1 and person.mentions and is_cited(page, person.mentions[0]):
            person.role, person.background, person.score = "background", True, _OLDER_CASE
    older_only = [p for p in persons if p.role == "background"]
    if older_only and not any(p.role == "subject" for p in persons):
        first = told_first(persons, older_only, among)
        main = first or max(older_only, key=lambda p: p.score)  # an older case beside no other is the case
        main.role, main.background, main.recalled = "subject", False, first is None
