"""The cast of documents that tell of officers without names: who counts, how many, and what is told of whom."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.reading.descriptions import find_descriptions
from peelian.reading.groups import anonymous_cast
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Scan

HEAD = "Police response to a report - Borsetshire Police, May 2017\n\n"
STORY = "On 4 May 2017 a man was arrested by police in Felpersham and taken to a police station.\n"


def read(text: str) -> tuple[str, list[Person], list[tuple[int, int, tuple[Person, ...]]]]:
    """The whole page's text, its unnamed subjects and the stretches that tell of them."""
    page = Page(HEAD + STORY + text)
    persons, topics = anonymous_cast(page, Scan(page), [])
    return page.text, persons, topics


def ranks(persons: list[Person]) -> list[str | None]:
    """The rank of each person."""
    return [p.rank.value if p.rank else None for p in persons]


def told_at(text: str, topics: list[tuple[int, int, tuple[Person, ...]]], words: str) -> tuple[Person, ...]:
    """The people of whom ``words`` (their last occurrence) are told."""
    at = text.rindex(words)
    return next((who for start, end, who in topics if start <= at < end), ())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # one officer, told of by finding and outcome
        ("The investigator concluded that the officer had a case to answer for gross misconduct.\n"
         "At a hearing the officer was dismissed without notice.", [None]),
        # nobody: no indication about officers whom nobody singled out
        ("Officers used force to restrain the man.\nWe found no indication that any person serving with the police "
         "may have behaved in a manner that would justify the bringing of disciplinary proceedings.", []),
        # nobody: of people never counted, only that nothing was found
        ("Investigators interviewed police officers and staff.\nThe investigator concluded that none of the police staff "
         "involved had a case to answer for misconduct.", []),
        # nobody: a former officer who complains
        ("The complaints were made by a former officer.\nThe former officer alleged that senior officers had lied.\n"
         "We found no evidence of misconduct on the part of any of the officers named by the former officer.", []),
        # a wider inquiry into the first four and six more is one subject: more than five told of together
        ("Four officers were interviewed under caution, and had no case to answer.\nWe then investigated ten officers "
         "(including the original four).\nThere was no case to answer for the officers who were served with notices.", [None]),
        # two, one and the other
        ("Four officers had a case to answer for misconduct.\nTwo received written warnings, one received management "
         "advice and the other resigned.", [None] * 4),
        # whoever only acted as policy says is a subject if put under notice
        ("We served a sergeant and two members of police staff with notices of investigation.\nThe sergeant had a case to "
         "answer for misconduct.\nWe found that the two members of staff had correctly graded the call in line with policy.",
         ["sergeant", "police_staff", "police_staff"]),
        # "as did" brings in somebody else
        ("One of the two officers received management advice after a misconduct meeting, as did the inspector.",
         [None, "inspector"]),
        # a duty that no list knows
        ("The welfare officer had a case to answer for misconduct. A call handler received words of advice.",
         [None, "police_staff"]),
        # nobody: "no officer" is no person
        ("The investigation concluded that no officers or staff members had a case to answer for misconduct.", []),
        # two put under notice and then cleared in general
        ("We interviewed two officers under misconduct caution.\nWe found no indication that any officer may have "
         "committed a criminal offence.", [None, None]),
        # notices to six; only those of whom something is told later count
        ("We served six officers with notices of investigation.\nWe were of the opinion that one officer had a case to "
         "answer for misconduct.\nWe also identified performance issues for three other officers.", [None] * 4),
        # three, then each of the three, then three more
        ("Three officers attended disciplinary proceedings.\nOne officer was found to have a case to answer.\n"
         "Another officer was given a final written warning.\nA third officer received a written warning.\n"
         "Three more officers received management action.", [None] * 6),
        # one of a group, and the rest of it
        ("We recommended gross misconduct for three officers.\nAt the hearing one officer was cleared of gross misconduct, "
         "and the panel found misconduct for the remaining two officers.\nThe two officers later appealed.", [None] * 3),
        # more than five told of only together are one subject
        ("We served nine officers with misconduct notices.\nNone of the officers had a case to answer for misconduct.", [None]),
        # the total and its parts are the same people
        ("Two of the officers had a case to answer: the custody sergeant, for her failure to make a record; and the "
         "inspector, for his failure to read it.", ["sergeant", "inspector"]),
        # ranks and staff roles
        ("A call handler and a police constable were served with misconduct notices.\nThe call handler had a case to answer "
         "for misconduct.\nThe constable had no case to answer.", ["police_staff", "police_constable"]),
        # an apposition describes one person
        ("A member of police staff, a control room operator, had a case to answer for misconduct and received management "
         "action.\nA second member of police staff, a crime analyst, was found to have no case to answer.",
         ["police_staff", "police_staff"]),
        # "one officer" who turns out to be the sergeant
        ("We found that two officers and a dispatcher had a case to answer for misconduct.\nThe constable received a "
         "written warning.\nThe sergeant retired.\nThe dispatcher was given a final written warning.",
         ["police_constable", "sergeant", "police_staff"]),
        # who reports, supervises or suffers is no subject
        ("The sergeant who reported the matter was interviewed.\nThe man was later convicted of assaulting an officer.\n"
         "The officer had a case to answer for misconduct for failing to tell the custody sergeant.", [None]),
        # a verdict with no person named goes to those under investigation
        ("Investigators interviewed the detention officer under misconduct caution.\nThe investigator formed the opinion that "
         "a reasonable tribunal could find misconduct.", ["police_staff"]),
        # a list after a colon
        ("We were of the opinion that a panel could find misconduct in relation to:\nThe custody sergeant for failing to "
         "carry out a search.\nA detention officer for failing to carry out checks.", ["sergeant", "police_staff"]),
        # news: a constable, then "he"
        ("A constable who shared pictures of a prisoner is out of a job.\nA panel decided last week that he should be "
         "dismissed without notice.", ["police_constable"]),
        # "both officers" may be of two ranks
        ("We found that the sergeant's performance had been unsatisfactory and that the constable had a case to answer.\n"
         "Both officers received management action.", ["sergeant", "police_constable"]),
        # a further hearing is another person's
        ("A constable was dismissed at a misconduct hearing in May.\nA further hearing, concerning a constable at Hollerton, "
         "will be a misconduct hearing in public.", ["police_constable", "police_constable"]),
        # an indication of something else than misconduct puts nobody under notice
        ("A paramedic found indications that the man had died before the officers' arrival.\nWe made no recommendation.", []),
        # looking for evidence and finding none
        ("The investigator did not identify any evidence that the officers had breached the standards.", []),
        # those who put it right are not the judged: the receiver of advice is, not the giver
        ("The officer received management advice from a senior officer.", [None]),
        # a year is no number of officers
        ("In 2013 police officers searched the house.\nThe officer was dismissed.", [None]),
    ],
)  # fmt: skip
def test_who_counts(words: str, expected: list[str | None]) -> None:
    _, persons, _ = read(words)
    assert sorted(map(str, ranks(persons))) == sorted(map(str, expected))
    assert all(p.name is None and p.label is None and p.role == "subject" for p in persons)


def test_split_group_keeps_outcomes_apart() -> None:
    text, persons, topics = read(
        "We interviewed two officers under misconduct caution.\n"
        "We were of the opinion that one of the officers had a case to answer for gross misconduct, but not the other.\n"
        "The officer was dismissed at a gross misconduct hearing.\nThe other officer received management advice."
    )
    assert len(persons) == 2
    (dismissed,) = told_at(text, topics, "dismissed at")
    (advised,) = told_at(text, topics, "management advice")
    assert dismissed is not advised
    assert told_at(text, topics, "not the other") == (advised,)


def test_officers_by_number_are_those_of_the_group() -> None:
    text, persons, topics = read(
        "The five officers went before a gross misconduct hearing.\nOfficers one, four and five received final written warnings "
        "while officers two and three received management advice."
    )
    warned = told_at(text, topics, "final written")
    advised = told_at(text, topics, "management advice")
    assert (len(persons), len(warned), len(advised)) == (5, 3, 2)
    assert not set(warned) & set(advised)


def test_both_are_told_together() -> None:
    text, persons, topics = read(
        "Two sergeants had a case to answer for misconduct.\nBoth sergeants received a written warning at a misconduct meeting."
    )
    assert set(told_at(text, topics, "written warning")) == set(persons)
    assert ranks(persons) == ["sergeant", "sergeant"]


def test_words_about_the_man_are_nobodys() -> None:
    text, _, topics = read(
        "The officer had a case to answer for misconduct.\nThe man was later convicted of murder and sentenced to life "
        "imprisonment.\nThe officer received management action."
    )
    assert told_at(text, topics, "life imprisonment") == ()
    assert len(told_at(text, topics, "management action")) == 1


def test_stretches_are_in_order_and_do_not_overlap() -> None:
    text, _, topics = read(
        "Three officers had a case to answer. One was dismissed, and the other two received written warnings.\n"
        "The force agreed. The two officers were given training."
    )
    assert all(start < end <= len(text) for start, end, _ in topics)
    assert all(a[1] <= b[0] for a, b in pairwise(topics))


WORDS = st.sampled_from(
    """one|two|three|six|the|another|second|other|both|officers|officer|sergeant|call handlers|of the|had a case to answer|was
    dismissed|received management action|, and|;|.|\n|for failing to|the man was convicted|were served with notices|officers one and
    two|the other two|not the other|remaining|none of|who|, a constable,|:""".replace("\n    ", " ").split(
        "|"
    )
)


@given(st.lists(WORDS, max_size=60))
def test_any_words_give_ordered_stretches_of_the_subjects(words: list[str]) -> None:
    page = Page(HEAD + " ".join(words))
    persons, topics = anonymous_cast(page, Scan(page), [])
    assert all(a[1] <= b[0] for a, b in pairwise(topics))
    assert {p for _, _, who in topics for p in who} <= set(persons)
    assert all(0 <= p.anchor < len(page.text) for p in persons)
    assert len(set(map(id, persons))) == len(persons)


def test_a_page_with_no_officer_has_no_cast() -> None:
    page = Page("The council met on Tuesday. It approved the budget.")
    assert anonymous_cast(page, Scan(page), []) == ([], [])


@pytest.mark.parametrize("word", ["response", "responding", "responder"])
def test_one_duty_in_other_words_is_one_officer(word: str) -> None:
    """The response officer, the responding officer and the responder officer are one."""
    page = Page(f"The response officer wept. The {word} officer was cleared.")
    found = [d for d in find_descriptions(page, Scan(page)) if d.role == "officer"]
    assert [d.telling for d in found] == [frozenset({"response"})] * 2
