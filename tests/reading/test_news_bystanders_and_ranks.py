"""News pages: who was only hurt, what is no drug and no term, a rank behind the name, an age nobody had yet. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.model import Subject


def subjects(text: str) -> list[Subject]:
    return list(read(Document("x", text, "txt")).subjects)


@pytest.mark.parametrize(
    "text",
    [
        "A judge has refused to punish a driver who crippled an off-duty policeman. Liam Orde admitted careless driving "
        "and Orde, 26, was jailed for four months for dangerous driving. Special constable Edmund Gale, of Kent Police, wept.",
        "A banned driver has been jailed after a crash that left Kent Police constable Edmund Gale in a wheelchair. "
        "Liam Orde, 26, admitted causing serious injury by dangerous driving and was given four years.",
        "A motorist whose car ploughed into a traffic officer has been jailed. Liam Orde, 26, admitted causing serious "
        "injury by dangerous driving. The sergeant will never work again, Kent Police said.",
    ],
)
def test_whoever_hurt_an_officer_is_no_subject_and_neither_is_the_officer(text: str) -> None:
    assert [s for s in subjects(text) if s.name or s.offences] == []


def test_an_officer_who_hurt_a_motorist_is_one() -> None:
    (one,) = subjects(
        "A policeman crippled a motorist. PC Liam Orde, 26, of Kent Police, admitted dangerous driving at Ely Crown Court."
    )
    assert [(o.offence, o.stage) for o in one.offences] == [("dangerous_driving", "convicted")]


@pytest.mark.parametrize(
    "pictures",
    [
        "possession of 40 category A, 96 category B and 201 category C indecent images of children",
        "possession of 40 Category A images, 96 Category B images and 201 Category C images",
    ],
)
def test_possession_of_so_many_pictures_of_each_kind_is_one_offence_and_no_drugs(pictures: str) -> None:
    (one,) = subjects(f"PC Lewis Fane, of Kent Police, pleaded guilty to {pictures}.")
    assert [(o.offence, o.count, o.stage) for o in one.offences] == [
        ("indecent_photographs_possessing", None, "convicted")
    ]


def test_possession_of_which_is_of_the_drug_just_named() -> None:
    (one,) = subjects(
        "Officers searching the locker of PC Una Fane, of Kent Police, found cocaine, for possession of which she "
        "accepted a caution."
    )
    assert [(o.offence, o.stage) for o in one.offences] == [("drugs_possession", "cautioned")]


def test_years_of_inquiries_are_no_term() -> None:
    two = subjects(
        "It was the start of four years of inquiries which would see nine officers suspended - two of them later "
        "imprisoned.\n\nDetective Sergeant Colm Hale and Detective Constable Ian Roe, of West Yorkshire Police, were "
        "convicted of theft in March 2001 and sentenced to six years imprisonment each."
    )
    assert [[(t.kind, t.length) for t in s.sentences] for s in two] == [[("imprisonment", "P6Y")]] * 2


@pytest.mark.parametrize(
    ("told", "rank", "former"),
    [
        ("Fred Mott, a retired inspector, was convicted of theft.", "inspector", True),
        ("Fred Mott, 51, a former detective sergeant, was convicted of theft.", "detective_sergeant", True),
        ("Fred Mott, 51, a serving sergeant, was convicted of theft.", "sergeant", None),
    ],
)
def test_a_rank_behind_the_name_is_read_with_whether_it_is_still_held(
    told: str, rank: str, former: bool | None
) -> None:
    (one,) = subjects(f"{told} Kent Police said he had let everybody down.")
    assert (one.rank, one.former or None) == (rank, former)


def test_a_list_with_a_retired_officer_is_told_of_as_one() -> None:
    three = subjects(
        "Detective Sergeant Alan Pryor, 48, Detective Constable Roy Hann, 44, and retired Detective Inspector Michael "
        "Gosse, 57, of Kent Police, were cleared of conspiracy to steal."
    )
    assert [[(o.offence, o.stage) for o in s.offences] for s in three] == [[("theft", "acquitted")]] * 3
    both = subjects(
        "Fred Mott, a retired inspector, and PC Ian Roe, 33, of Kent Police, were convicted of theft."
    )
    assert [(s.rank, [o.stage for o in s.offences]) for s in both] == [
        ("inspector", ["convicted"]),
        ("police_constable", ["convicted"]),
    ]


def test_the_officer_whose_rank_is_told_next_is_the_one_told_of() -> None:
    (one,) = subjects(
        "A serving Metropolitan Police firearms officer has been arrested on suspicion of rape.\n\nThe officer, an "
        "inspector in the firearms command, was arrested on Thursday, 2 May."
    )
    assert (one.rank, [o.stage for o in one.offences]) == ("inspector", ["alleged"])


def test_the_officers_line_manager_is_another() -> None:
    ranks = [
        s.rank
        for s in subjects(
            "The officer was dismissed without notice by Kent Police. We also looked at the actions of the officer's line "
            "manager, an inspector, who had a case to answer for misconduct."
        )
    ]
    assert "inspector" in ranks and len(ranks) == 2


STORY = (
    "At least four officers are thrown out every week, figures say.\n\nThe number of complaints rose.\n\n"
    "Constable Martin Kell was sacked from Scotland Yard after he sent messages to a witness.\n\n"
    "{} was sacked for mishandling calls. He failed to answer reports of break-ins."
)


def test_an_age_that_nobody_had_yet_brings_in_somebody_else() -> None:
    two = subjects(STORY.format("A 56-year-old constable"))
    assert [(s.name, s.age) for s in two] == [("Martin Kell", None), (None, 56)]


def test_an_age_told_before_may_be_the_same_officer() -> None:
    one = subjects(STORY.replace("Martin Kell", "Martin Kell, 56,").format("The 56-year-old constable"))
    assert [s.name for s in one] == ["Martin Kell"]
