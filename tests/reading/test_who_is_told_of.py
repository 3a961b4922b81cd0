"""Whom a page is about: deciders, people harmed and inspectors of others are not; the accused told of in passing are."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[tuple[str | None, str | None]]:
    found = read(Document("x", text)).to_dict()["subjects"]
    return [(s["name"], (s["proceeding"] or {}).get("outcome")) for s in found if not s.get("background")]


@pytest.mark.parametrize(
    "words",
    [
        "Chief Constable Mona Teal ruled on 20 March that he had committed gross misconduct.",
        "His warrant card was taken by the county's top cop Mona Teal, who ruled at a fast-track hearing that he had lied.",
        "The Chief Constable, that's Mona Teal, sat on her own and heard the case in an hour.",
    ],
)
def test_whoever_decided_is_no_subject(words: str) -> None:
    page = f"Trainee sacked\n\nKent Herald, 4 April 2022\n\nA trainee constable has been dismissed.\n\nPC Owen Marsh, 24, of Kent Police, lied about his hours. {words} He was dismissed without notice."
    assert subjects(page) == [("Owen Marsh", "dismissed_without_notice")]


def test_whoever_was_tasered_is_no_subject() -> None:
    page = (
        "Hearing told of Taser\n\nKent Herald, 4 April 2022\n\nPC Owen Marsh, of Kent Police, used the Taser twice on "
        "Colin Brook outside a takeaway. He is accused of gross misconduct and denies it.\n\nMr Brook, 34, was arrested "
        "on suspicion of being drunk but was released without charge.\n\nThe misconduct hearing continues."
    )
    assert [name for name, _ in subjects(page)] == ["Owen Marsh"]


def test_officers_left_for_dead_are_no_subjects() -> None:
    page = (
        "Driver jailed\n\nA driver who left two constables for dead has been jailed.\n\nPC Ada Thorn and PC Bill Gorse had "
        "stopped a van when Ned Fry, 36, drove at them.\n\nPC Thorn lost a leg. PC Gorse suffered a broken back and was "
        "medically retired from Kent Police in June.\n\nFry was convicted at Maidstone Crown Court of two counts of "
        "causing grievous bodily harm with intent and jailed for 11 years."
    )
    assert subjects(page) == []


def test_a_clerk_in_the_dock_with_a_sergeant() -> None:
    page = (
        "Trial goes on\n\nKent Herald, 4 April 2022\n\nDet Sgt Owen Marsh, 44, of Dover, and Lara Pash, 29, of Deal, are "
        "both employed by Kent Police. With them in the dock is Sid Roe, 51, a garage owner.\n\nAll three deny conspiracy "
        "to commit misconduct in public office. Marsh also denies two counts of bribery, and Pash has pleaded not guilty "
        "to one count of unauthorised access to computer material. The trial at Maidstone Crown Court goes on."
    )
    assert [name for name, _ in subjects(page)] == ["Owen Marsh", "Lara Pash"]


def test_an_older_case_does_not_become_the_page_s() -> None:
    page = (
        "COPS CAUGHT\n\nPC Lee Gorn, 37, and his lover ignored nine calls.\n\nGorn said they had been doing paperwork.\n\n"
        "Yesterday the cheating cop was booted out of Kent Police without notice after a panel found gross misconduct.\n\n"
        "Last year we told how Sgt Pete Cose, also of Kent Police, was fired for sending rude pictures.\n\nDaily Comet, 8 July 2017"
    )
    assert [name for name, _ in subjects(page)] == ["Lee Gorn"]


def test_one_more_officer_exonerated_after_a_clause() -> None:
    page = (
        "PC told to go\n\nKent Herald, 5 December 2003\n\nPC Ray Hurl, of Kent Police, was required to resign at a "
        "disciplinary hearing on Monday.\n\nA second PC, Wayne Durst, who had been facing the same panel for making a "
        "false entry, was exonerated and returns to full duties."
    )
    assert [name for name, _ in subjects(page)] == ["Ray Hurl", "Wayne Durst"]


def test_the_officer_below_a_link_is_whoever_was_told_of_above_it() -> None:
    told = read(
        Document(
            "x",
            "Detective jailed\n\nMedway Chronicle\n26 November 2015\n\nDC Leonard Whitlock, 45, of Kent Police, was jailed for three "
            "years at Maidstone Crown Court for theft.\n\nWATCH: Lorry shed its load of onions on the A249\n\nThe officer worked in "
            "Gillingham and resigned in August.\n\nIn 2009 another Kent officer, PC Maureen Sattersby, was imprisoned for 18 months.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["name"], s["resigned"]) for s in told] == [
        ("Leonard Whitlock", "resigned"),
        ("Maureen Sattersby", None),
    ]


def cast(text: str) -> list[tuple[str | None, str | None, bool]]:
    found = read(Document("x", text)).to_dict()["subjects"]
    return [(s["name"], s["rank"], bool(s.get("background"))) for s in found]


TABLOID = """Cop's pics in the cop shop
By Terry Sharples
12 May 2014

A COCKY {officer} who took saucy selfies in the cells has been given the boot.

{name}, 34, posed in nothing but his helmet. He even used the custody camera.

A disciplinary panel at Lincolnshire Police HQ was told he sent the snaps to four barmaids.
{beside}
It comes two years after PC Ian Loder was fired by the same force for selling stolen bikes.
"""


@pytest.mark.parametrize("name", ["Cheeky Simon Brackwell", "Simon Brackwell", "Red-faced Simon Brackwell"])
@pytest.mark.parametrize("officer", ["copper", "police sergeant"])
def test_an_older_case_leaves_the_page_to_the_officer_of_its_lead(officer: str, name: str) -> None:
    page = TABLOID.format(officer=officer, name=name, beside="")
    rank = "sergeant" if "sergeant" in officer else None
    assert cast(page) == [("Simon Brackwell", rank, False), ("Ian Loder", "police_constable", True)]


def test_a_colleague_of_another_rank_leaves_the_page_to_the_officer_of_its_lead() -> None:
    beside = "\nHis constable sidekick, rookie Danny Fogwell, 24, got a final written warning.\n"
    page = TABLOID.format(officer="police sergeant", name="Frisky Simon Brackwell", beside=beside)
    assert cast(page) == [
        ("Simon Brackwell", "sergeant", False),
        ("Danny Fogwell", "police_constable", False),
        ("Ian Loder", "police_constable", True),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "His counsel, Mark Teal, said he was a hoarder. Mr Glaston was represented throughout.",
        "Mr Glaston's barrister, Mark Teal, said he was a hoarder.",
        "For Mr Glaston, Mark Teal said that he was a hoarder.",
    ],
)
def test_whoever_is_defended_is_told_of_however_senior(words: str) -> None:
    page = (
        "Chief inspector kept discs\n\nFenland Post, 4 March 2015\n\nThe garage of a senior officer held 90 discs.\n\n"
        "Chief Inspector Rory Glaston, head of operations for Boston until Christmas, kept them for years. A panel found gross misconduct.\n\n"
        f"{words}\n\nLincolnshire Police's Chief Constable Neil Rowe said he was saddened.\n\n"
        "In 2008 another of its senior men, Superintendent Walter Blood, was required to resign over a caravan."
    )
    assert cast(page) == [
        ("Rory Glaston", "chief_inspector", False),
        ("Walter Blood", "superintendent", True),
    ]


def test_an_embrace_does_not_hand_the_verdict_to_a_wife() -> None:
    page = (
        "Officer cleared\n\nThe Border Mail 9 June 2016\n\nPC Lewis Armath, 31, of Cumbria Police, hugged his wife as "
        "magistrates in Carlisle found him not guilty of assault by beating."
    )
    (officer,) = read(Document("x", page)).to_dict()["subjects"]
    assert [(o["offence"], o["stage"]) for o in officer["offences"]] == [("common_assault", "acquitted")]


def test_a_tabloids_officer_named_after_the_lead_is_no_older_case_and_the_others_of_the_year_are() -> None:
    told = read(
        Document(
            "x",
            "PC PORKIES! Cop who was off sick was bouncer at nightclub\n\nBy Kit Dragonetti\nTHE DAILY CLARION  3 May 2018\n\n"
            "A SKIVING cop who told chiefs he could barely climb the stairs was rumbled.\n\nBurly Dwayne Ashcombe-Patel pocketed "
            "£14,200 in sick pay.\n\nAshcombe-Patel begged for mercy but was sacked on Tuesday by Greater Manchester Police.\n\n"
            "Ashcombe-Patel admitted gross misconduct at the hearing.\n\nFather-of-one Ashcombe-Patel is the third GMP cop to be axed "
            "this year. Sgt Perry Duxbury was kicked out in May and PC Lola Nwachukwu was sacked in June.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["name"], s.get("background")) for s in told] == [
        ("Dwayne Ashcombe-Patel", None),
        ("Perry Duxbury", True),
        ("Lola Nwachukwu", True),
    ]


def test_a_reporters_name_above_the_title_is_nobody() -> None:
    page = (
        "Met sergeant jailed for alibi as chief inspector wife is cleared\n\nWilfred Kaye\nCrime reporter\nSaturday, 9 February 2019\n\n"
        "A police sergeant who had his wife's name put on a speeding notice was sent to prison for eight months yesterday.\n\n"
        "Dermot Lonsdale, 45, of the roads policing unit at Merton, was flashed at 58mph.\n\n"
        "The name on the form was that of Chief Inspector Tamara Lonsdale, 44, of the Metropolitan Police.\n\n"
        "The jury decided that she knew nothing about it. They convicted him, by ten to two, of perverting the course of justice."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [(s["name"], s["rank"]) for s in subjects] == [
        ("Dermot Lonsdale", "sergeant"),
        ("Tamara Lonsdale", "chief_inspector"),
    ]
    assert [(o["offence"], o["stage"]) for o in subjects[0]["offences"]] == [
        ("perverting_the_course_of_justice", "convicted")
    ]
    assert subjects[1]["offences"] == []


def test_a_deputy_whose_own_end_is_told_by_a_pronoun() -> None:
    page = (
        "Chief superintendent bullied women\n\nTrent Week\n2 December 2022\n\nThe man who ran policing in Derby reduced "
        "colleagues to tears, a misconduct panel has decided.\n\nLeopold Garrick, who left Derbyshire Constabulary as a chief "
        "superintendent in May, would have been dismissed had he stayed on.\n\nHis deputy, Superintendent Maeve Colclough, was "
        "criticised as well. She had told a complainant to keep quiet. That was misconduct, the panel said, and she was given "
        "a written warning. Ms Colclough still works for the force."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["outcome"], s["proceeding"]["date"]) for s in subjects] == [
        ("Leopold Garrick", "would_have_been_dismissed", None),
        ("Maeve Colclough", "written_warning", None),
    ]


def test_another_officer_named_further_on_is_one_and_had_charge_of_is_no_charge() -> None:
    page = (
        "Detective avoids sack\n\nSussex Messenger\n17 August 2018\n\nDC Prudence Ashdown, of Sussex Police, had charge of 14 "
        "investigations into sexual offences. She was given a final written warning at a misconduct hearing on Wednesday.\n\n"
        "The force sacked another officer over lost files, PC Graeme Tolley, in 2013."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [(s["name"], s["proceeding"]["outcome"]) for s in subjects] == [
        ("Prudence Ashdown", "final_written_warning"),
        ("Graeme Tolley", "dismissed"),
    ]
    assert subjects[0]["offences"] == []


def test_a_third_man_s_rank_is_not_that_of_two_constables() -> None:
    page = (
        "Two officers in the dock\n\nSolent Post\nMonday 11 October 2021\n\nTWO police constables stood at Newport this morning "
        "to answer allegations that they beat a boy.\n\nCallum Ode, 29, faces a charge of assault occasioning actual bodily harm. "
        "His colleague, Jodie Hill, 26, is accused of perverting the course of justice.\n\nThe court was told that a third man, a "
        "sergeant of 46, had been interviewed. Both work for Hampshire Constabulary."
    )
    subjects = read(Document("x", page)).to_dict()["subjects"]
    assert [s["rank"] for s in subjects if s["name"]] == ["police_constable", "police_constable"]


@pytest.mark.parametrize(
    "was",
    [
        "was a probationary constable at the time and left the police a year later",
        "is a former detective",
        "was then a sergeant",
    ],
)
def test_the_third_of_several_who_is_called_police_is_a_subject(was: str) -> None:
    told = read(
        Document(
            "x",
            "Three to be prosecuted\n\nCrown Prosecution Service\n11 March 2021\n\nProsecutors have told the family of Declan Rowbottom that "
            "three people will be charged.\n\nPC Sunita Wakeley, 34, and PC Gregory Hamm, 46, both of Merseyside Police, are to face a charge "
            f"of manslaughter.\n\nThe third, Lucas Trenholme, 29, {was}. He is charged with perverting the course of justice.\n",
        )
    ).to_dict()["subjects"]
    assert [(s["name"], [o["offence"] for o in s["offences"]]) for s in told] == [
        ("Sunita Wakeley", ["manslaughter"]),
        ("Gregory Hamm", ["manslaughter"]),
        ("Lucas Trenholme", ["perverting_the_course_of_justice"]),
    ]


_SUPERINTENDENT = (
    "Superintendent sacked over lies\n\n12 May 2019\n\nSupt Neil Farrant, of Kent Police, was dismissed on Tuesday for lying "
    "about a crash. A misconduct panel found gross misconduct.\n\n"
)


def test_that_inspector_is_brought_in_by_name() -> None:
    page = (
        f"{_SUPERINTENDENT}An inspector drove him home. That inspector, Petra Swale, has received a written warning. "
        "The constables, who were terrified, face no action."
    )
    assert subjects(page) == [("Neil Farrant", "dismissed"), ("Petra Swale", "written_warning")]


def test_an_older_case_of_a_deputy_chief_is_not_the_superintendents() -> None:
    page = (
        f"{_SUPERINTENDENT}In 2009 Gordon Tulliver, then the deputy chief of Cumbria constabulary, was convicted of careless "
        "driving and retired before his hearing."
    )
    found = read(Document("x", page)).to_dict()["subjects"]
    assert [s["rank"] for s in found] == ["superintendent", "deputy_chief_constable"]
    assert found[0]["offences"] == []
    assert found[0]["proceeding"]["chair_role"] is None  # "Superintendent sacked" decided nothing


def test_a_weapon_that_was_fired_has_lost_no_job() -> None:
    page = (
        "Sergeant warned\n\n12 May 2019\n\nA Kent Police sergeant who arrived after the Taser was fired has been given a written "
        "warning at a misconduct meeting. Sgt Ann Lee signed the form."
    )
    assert subjects(page) == [("Ann Lee", "written_warning")]
