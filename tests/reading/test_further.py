"""Unnamed officers beside named ones: only those who cannot be the ones named."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.cast import Cast, find_cast
from peelian.reading.further import overlaid
from peelian.reading.page import Page
from peelian.reading.persons import Person
from peelian.reading.scan import Scan

LEAD = (
    "Constable sacked over custody death\n\n"
    "A police constable has been dismissed after a man died in custody.\n"
    "PC Alwyn Tremarrow, 34, of Borsetshire Police, was dismissed without notice at a misconduct hearing on 4 May 2017.\n"
    "PC Tremarrow had denied gross misconduct but the panel found it proved.\n"
)


def cast(words: str) -> Cast:
    page = Page(LEAD + words)
    return find_cast(page, Scan(page))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # a second officer with an outcome
        ("A second officer, who has not been named, received management advice.", [None]),
        # two others
        ("Two other officers were given written warnings.", [None, None]),
        # a rank that nobody named holds
        (
            "A detention officer was given a final written warning for failing to carry out checks.",
            ["police_staff"],
        ),
        # a case to answer told before its owner
        ("We found no case to answer for the duty inspector.", ["inspector"]),
        # the lead's constable is PC Tremarrow
        ("A constable of ten years' service was sacked last week.", []),
        # the rank of one named, told after a name
        ("PC Tremarrow, 34, then a detective constable, was cleared.", []),
        # who hears the case
        ("The superintendent found that misconduct was not proven.", []),
        # those found to have done right
        ("Two other officers were found to have acted properly.", []),
        # a witness
        ("Another officer told the hearing that he had been asked to change his statement.", []),
        # a name follows
        ("A second officer, PC Morwenna Hask, was cleared.", []),
        # the man's own conviction
        ("The man had been convicted of assaulting another officer.", []),
    ],
)
def test_further_officers(words: str, expected: list[str | None]) -> None:
    unnamed = [p for p in cast(words).subjects if p.name is None]
    assert [p.rank.value if p.rank else None for p in unnamed] == expected


def test_their_outcome_is_not_the_named_officers() -> None:
    words = "A second officer, who has not been named, received management advice. PC Tremarrow has appealed."
    found = cast(words)
    at = (LEAD + words).index("management advice")
    assert [p.name for p in found.who(at)] == [None]
    assert [p.name for p in found.who((LEAD + words).index("has appealed"))] == ["Alwyn Tremarrow"]


def test_overlaid_stretches_do_not_overlap() -> None:
    a, b = Person(name="A"), Person()
    assert overlaid([(0, 10, (a,)), (10, 20, (a,))], [(5, 12, (b,))]) == [
        (0, 5, (a,)),
        (5, 12, (b,)),
        (12, 20, (a,)),
    ]
    assert overlaid([(0, 10, (a,))], []) == [(0, 10, (a,))]


def test_turns_are_those_with_numbers() -> None:
    text = (
        "Handling of a complaint - Borsetshire Police, May 2017\n\n"
        "A woman told her uncle, a serving officer (Officer 2), what had happened. Her complaint was handled by another "
        "officer (Officer 1), who was supervised by a third (Officer 3). The investigator looked at what each did.\n"
        "One officer was found to have a case to answer for misconduct. Another officer, now retired, was found to have a "
        "case to answer for gross misconduct. A third officer was found to have no case to answer.\n"
    )
    subjects = read(Document("x", text)).to_dict()["subjects"]
    findings = {s["label"]: (s["proceeding"] or {}).get("finding") for s in subjects}
    assert findings == {"Officer 1": "pending", "Officer 2": "pending", "Officer 3": "no_case"}


def test_offences_of_the_public_are_nobodys() -> None:
    text = (
        "Contact before a death - Borsetshire Police, May 2017\n\n"
        "A man was arrested for burglary and later convicted of murder. One officer was interviewed under criminal caution "
        "for perverting the course of justice. The officer had a case to answer for misconduct for not arresting the man "
        "for assault.\n"
    )
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    told = [(o["offence"], o["stage"]) for o in subject["offences"]]
    assert told == [("perverting_the_course_of_justice", "alleged")]


def test_who_opens_a_story_and_is_named_in_its_next_paragraph_is_nobody_else() -> None:
    text = (
        "Sergeant jailed for messages\n\nDorian Marchmont believed that he was writing to a schoolgirl. He was writing to a detective."
        "\n\n22 September 2017\n\nA police sergeant who sent sexual messages to a girl of 14 has been jailed for 18 months.\n\nSergeant "
        "Dorian Marchmont, 41, of Humberside Police, pleaded guilty at Hull Crown Court to two counts of attempted sexual communication "
        "with a child."
    )
    assert [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]] == ["Dorian Marchmont"]


TOLD_NEXT = """Why I don't believe in bad apples

DC Tom Lee of Derbyshire Police was convicted of theft at Derby Crown Court in 1998 and was required to resign. He drives a minibus now.

{sergeant}
"""


@pytest.mark.parametrize(
    ("sergeant", "ends"),
    [
        (
            "Then there was the sergeant at Glossop who hit a prisoner. One slap. Two of the shift saw it. He was acquitted of assault and was reduced to constable.",
            [("Tom Lee", "required_to_resign"), (None, "reduction_in_rank")],
        ),
        (
            "A sergeant in the next office noticed the money. He was given a written warning for that too.",
            [("Tom Lee", "required_to_resign")],
        ),
    ],
)
def test_a_later_sentence_tells_by_he_of_whoever_was_brought_in(
    sergeant: str, ends: list[tuple[str | None, str]]
) -> None:
    found = read(Document("x", TOLD_NEXT.format(sergeant=sergeant))).subjects
    assert [(s.name, s.proceeding and s.proceeding.outcome) for s in found] == ends


_CHARGED = (
    "CPS charges two officers\n\nCrown Prosecution Service\n8 February 2023\n\nSergeant Ottoline Varghese, 41, of Avon and Somerset "
    "Police, is to be charged with perverting the course of justice. PC Jory Pennefather, 27, is to be charged with theft.\n\n"
)


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        (
            "The CPS also considered the conduct of an inspector in relation to an allegation of misconduct in public office. "
            "In that case the evidential test was not met and no further action will be taken.",
            "inspector",
        ),
        (
            "A decision not to charge a detective inspector with misconduct in public office has also been taken.",
            "detective_inspector",
        ),
        (
            "There is insufficient evidence to charge a chief inspector, who had been investigated for misconduct in public office.",
            "chief_inspector",
        ),
        (
            "A third officer, a detective constable, who was arrested on suspicion of misconduct in public office, will face no charges.",
            "detective_constable",
        ),
    ],
)
def test_whom_prosecutors_did_not_charge_is_somebody_else(words: str, rank: str) -> None:
    told = read(Document("x", _CHARGED + words)).to_dict()["subjects"]
    assert [[o["stage"] for o in s["offences"]] for s in told] == [["charged"], ["charged"], ["discontinued"]]
    assert (told[2]["rank"], [s["proceeding"] for s in told]) == (rank, [None, None, None])


def test_two_brought_in_by_one_sentence_have_each_their_own_outcome() -> None:
    told = read(
        Document(
            "x",
            "PC sacked\n\nWyre Post\n14 February 2020\n\nPC Adrian Fulwood was dismissed by West Mercia Police on Tuesday.\n\n"
            "The inspector on duty that night was given management advice and a call handler a final written warning.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in told] == [
        ("police_constable", "dismissed"),
        ("inspector", "management_advice"),
        ("police_staff", "final_written_warning"),
    ]


def test_the_other_officer_has_the_rank_told_beside_him() -> None:
    told = read(
        Document(
            "x",
            "PC sacked\n\nWyre Post\n14 February 2020\n\nPC Adrian Fulwood was dismissed by West Mercia Police on Tuesday. "
            "The other officer, an inspector, was given a written warning.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["rank"], s["proceeding"]["outcome"]) for s in told] == [
        ("police_constable", "dismissed"),
        ("inspector", "written_warning"),
    ]
