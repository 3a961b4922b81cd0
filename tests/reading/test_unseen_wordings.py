"""Wordings that no labelled document had when the rules were written: whose fact it is, and who is a subject at all."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "Officer in the news\n\nThames Herald, 12 March 2021\n\n"


def subjects(text: str) -> list[dict[str, Any]]:
    return read(Document("x", text)).to_dict()["subjects"]


def test_a_verdict_told_of_one_of_several_is_that_ones() -> None:
    told = subjects(
        HEAD + "Two policemen were sentenced at Leeds Crown Court yesterday for conspiring to steal cars.\n\n"
        "DC Ryan Oakes, 34, was handed five years. PC Imran Bashir, 29, got three years.\n\n"
        "A third officer, PC Carl Denham, was acquitted by the jury.\n"
    )
    stages = {s["name"]: [o["stage"] for o in s["offences"]] for s in told}
    assert stages == {
        "Ryan Oakes": ["convicted"],
        "Imran Bashir": ["convicted"],
        "Carl Denham": ["acquitted"],
    }
    assert [s["sentences"] for s in told if s["name"] == "Carl Denham"] == [[]]


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        # a prospect of conviction is no conviction, a death in custody no sentence
        (
            "PC Helen Strang is charged with theft following a death in custody. There was a realistic prospect of conviction.",
            "charged",
        ),
        ("PC Helen Strang was charged with theft. Another officer will not be prosecuted.", "charged"),
        # no evidence offered: discontinued, whatever the formal verdict
        (
            "PC Helen Strang was charged with theft. The CPS offered no evidence and formal not guilty verdicts were recorded.",
            "discontinued",
        ),
    ],
)
def test_stages(sentence: str, stage: str) -> None:
    (subject,) = [
        s for s in subjects(HEAD + sentence + "\nKent Police said so.\n") if s["name"] == "Helen Strang"
    ]
    assert [o["stage"] for o in subject["offences"]] == [stage]


def test_pictures_are_no_counts() -> None:
    (subject,) = subjects(
        HEAD
        + "Ex-PC David Arkell, 61, admitted at Exeter Crown Court making 340 indecent images of children.\n"
    )
    assert [(o["offence"], o["count"]) for o in subject["offences"]] == [
        ("indecent_photographs_making", None)
    ]


@pytest.mark.parametrize("surname", ["Savage", "Power", "Kettle", "Day", "Cross"])
def test_surnames_that_are_everyday_words(surname: str) -> None:
    (subject,) = subjects(
        HEAD
        + f"A policewoman who drove home drunk has been fined.\n\nOlwen {surname}, a 28-year-old constable "
        f"with Kent Police, pleaded guilty to drink-driving. {surname}, of Deal, was fined £300.\n"
    )
    assert subject["name"] == f"Olwen {surname}"


def test_officers_without_names_beside_a_named_one() -> None:
    told = subjects(
        HEAD
        + "A former inspector has appeared in court.\n\nDaniel Sumner, 47, is charged with two counts of rape. "
        "Mr Sumner resigned from Sussex Police on 14 January.\n\n"
        "A 51-year-old serving sergeant, who was arrested on suspicion of assisting an offender, has been told "
        "that no further action will be taken.\n"
    )
    assert [(s["name"], s["rank"]) for s in told] == [("Daniel Sumner", "inspector"), (None, "sergeant")]


def test_crimes_of_others_in_a_report_with_letters() -> None:
    told = subjects(
        "Contact before a death - Kent Police, May 2016\n\nWe investigated. A woman was murdered by her former partner, "
        "who was jailed for life.\n\nWe found that Officer A had a case to answer for misconduct. Officer B, a sergeant, "
        "received management action.\n"
    )
    assert [(s["label"], s["offences"], s["sentences"]) for s in told] == [
        ("Officer A", [], []),
        ("Officer B", [], []),
    ]


def test_the_third_of_a_group() -> None:
    told = subjects(
        "Police response - Cheshire Constabulary, August 2018\n\nWe served notices on three police constables.\n\n"
        "In our opinion, two of the constables had a case to answer for misconduct. The third had no case to answer.\n"
    )
    assert sorted(s["proceeding"]["finding"] for s in told) == ["no_case", "pending", "pending"]


def test_one_after_four_is_another() -> None:
    told = subjects(
        "Injury in custody - Kent Police, May 2016\n\nWe found a case to answer for misconduct for six of the officers.\n\n"
        "The force held misconduct meetings for all six officers. Misconduct was not proven for four officers and no "
        "further action was taken. Misconduct was proven for one officer, who received management action. Another "
        "officer received a written warning.\n"
    )
    assert sorted(s["proceeding"]["outcome"] for s in told) == [
        "management_advice", "no_action", "no_action", "no_action", "no_action", "written_warning",
    ]  # fmt: skip


def test_dates_that_head_the_entries_of_a_list() -> None:
    told = subjects(
        "Forthcoming misconduct hearings\n\nThames Valley Police\nUpdated 1 September 2020\n\n"
        "14 September 2020, 10am\nPC 6317 Dale Harmer (Slough)\nLQC: Mrs Yvonne Castle\nAlleged use of excessive force.\n\n"
        "21 September 2020, 10am (two days)\nFormer PC 5940 Stacey Brind (High Wycombe)\nLQC: Mr Gerald Tooth\n"
        "Alleged relationship with a witness.\n\n28 September 2020, 10.30am\nSgt 4420 Alec Pound (Bicester)\n"
        "LQC: Mr Gerald Tooth\nConvicted of speeding, Banbury Magistrates' Court, 29 July 2020.\n"
    )
    assert [s["proceeding"]["date"] for s in told] == ["2020-09-14", "2020-09-21", "2020-09-28"]


def test_standards_that_stand_alone() -> None:
    (subject,) = subjects(
        "OUTCOME OF MISCONDUCT HEARING FOR PC 613 JORDAN WHITTLE\nStaffordshire Police\n\nAllegation 1\n"
        "That he sent a photograph to colleagues.\nAdmitted. Proved. Confidentiality. Discreditable conduct.\n\n"
        "Level\nGross misconduct\n\nDisposal\nFinal written warning\n"
    )
    assert subject["proceeding"]["standards"] == ["confidentiality", "discreditable_conduct"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Man jailed for assaulting police officer in Beverley",
        "READ MORE - Former PC jailed for rape of colleague in York",
        "More from Crime > Sergeant convicted of burglary",
        "Related articles\nOfficer guilty of rape loses appeal\nSergeant jailed for theft",
    ],
)
def test_another_storys_headline_tells_nothing_of_this_one(line: str) -> None:
    (told,) = subjects(
        HEAD + "PC Dan Holt admitted common assault and was fined £800.\n\n"
        f"{line}\n\nHolt, 51, of Humberside Police, hit a man in a cell.\n"
    )
    assert [o["offence"] for o in told["offences"]] == ["common_assault"]
    assert [s["kind"] for s in told["sentences"]] == ["fine"]


def test_what_happened_to_a_named_colleague_is_not_the_subjects() -> None:
    for colleague in (
        "A PC called Martin Hobday was later given words of advice.",
        "Hobday was later sacked.",
    ):
        told = subjects(
            HEAD + "PC Lucian Fare was convicted of rape at Worcester Crown Court.\n\n"
            f"The first to come was a PC named Martin Hobday.\n\n{colleague}\n"
        )
        fare = next(s for s in told if s["name"] == "Lucian Fare")
        assert fare["proceeding"] is None and fare["rank"] == "police_constable"


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Fare was not dismissed until 11 January.", "dismissed"),
        ("He wasn't formally sacked until three weeks later.", "dismissed"),
        ("Fare was not dismissed.", None),
        ("He will not be dismissed until the appeal is over.", None),
    ],
)
def test_not_dismissed_until_a_day_is_dismissed(sentence: str, outcome: str | None) -> None:
    (told,) = subjects(
        HEAD + f"PC Lucian Fare was convicted of rape at Worcester Crown Court.\n\n{sentence}\n"
    )
    assert (told["proceeding"] or {"outcome": None})["outcome"] == outcome


@pytest.mark.parametrize(
    ("opening", "length"),
    [
        (
            "A man who used his position as a response sergeant to stalk a girl was jailed for 22 months.",
            "P22M",
        ),
        ("A woman who lied to her detective colleagues was jailed for 22 months.", "P22M"),
        ("A man who burgled an officer's house was jailed for 22 months.", None),
    ],
)
def test_a_man_of_the_opening_who_had_police_work_is_whom_it_then_names(
    opening: str, length: str | None
) -> None:
    (told,) = subjects(
        f"Published 2 December 2019\n\n{opening}\n\nEm Tudor, 41, formerly a sergeant of North Wales Police, was convicted "
        "of stalking.\n"
    )
    assert [s["length"] for s in told["sentences"]] == ([length] if length else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The misconduct hearing begins on 7 March 2022 at Ely.",
        "Her misconduct hearing opens in Ely on 7 March 2022.",
        "A gross misconduct hearing starts on Monday 7 March 2022.",
    ],
)
def test_a_hearing_that_opens_on_a_day_is_to_come(sentence: str) -> None:
    (told,) = subjects(
        f"PC Ann Lee of Norfolk Constabulary is alleged to have lied to a judge.\n\n{sentence}\n"
    )
    proceeding = told["proceeding"]
    assert (proceeding["date"], proceeding["outcome"]) == ("2022-03-07", "pending")
    assert proceeding["venue"] in ("Ely", None)
