"""Misconduct hearings as papers and broadcasters report them: coupled officers, who decided, civilians arrested, bars."""

from __future__ import annotations

import pytest
from tests.reading.whole_pages import subjects, the_one

# --- a named officer and one without a name, as one subject of a verb


@pytest.mark.parametrize(
    "who",
    [
        "his sergeant",
        "a sergeant",
        "his crewmate",
        "two colleagues",
        "another officer",
    ],
)
def test_told_of_the_named_one_too(who: str) -> None:
    page = f"PC Ivo Marsh, of Kent Police, and {who} were dismissed without notice at a misconduct hearing in Dover."
    named = next(s for s in subjects(page) if s["name"] == "Ivo Marsh")
    assert named["proceeding"]["outcome"] == "dismissed_without_notice"


@pytest.mark.parametrize(
    "words",
    [
        "The panel heard from PC Ivo Marsh, of Kent Police, and his sergeant was dismissed at a misconduct hearing.",
        "The force cleared PC Ivo Marsh, of Kent Police, and two colleagues were dismissed at a misconduct hearing.",
        "PC Ivo Marsh, of Kent Police, was cleared by a misconduct panel and his sergeant was dismissed.",
    ],
)
def test_not_told_of_the_named_one(words: str) -> None:
    for s in subjects(words):
        if s["name"] == "Ivo Marsh":
            assert s["proceeding"] is None or s["proceeding"]["outcome"] != "dismissed"


# --- who decided


@pytest.mark.parametrize(
    ("words", "chair", "role"),
    [
        (
            "In determining that the officer should be dismissed without notice, Chief Constable Una Brook said: "
            '"This was a serious breach."',
            "Una Brook",
            "Chief Constable",
        ),
        ("Chief constable Una Brook reached a finding of gross misconduct.", "Una Brook", "Chief constable"),
        (
            "A decision - that could be subject to appeal - was taken by Mrs Una Brook, Director of Resources at Kent "
            "Police, to dismiss the officer without notice.",
            "Una Brook",
            "Director of Resources",
        ),
        (
            "The disciplinary action imposed by Chief Constable Una Brook was dismissal without notice.",
            "Una Brook",
            "Chief Constable",
        ),
        ("Chief Constable Una Brook made the decision to refer the case to the IOPC.", None, None),
        ("Mrs Una Brook, Director of Resources at Kent Police, said she was sorry.", None, None),
    ],
)
def test_who_decided(words: str, chair: str | None, role: str | None) -> None:
    page = f"PC Ivo Marsh, of Kent Police, was dismissed without notice after a misconduct hearing. {words}"
    told = the_one(page)["proceeding"]
    assert (told["chair"], told["chair_role"]) == (chair, role)


def test_chair_of_the_proceedings_on_a_line_of_its_own() -> None:
    page = (
        "Chair of the Proceedings\nActing Chief Constable Una Brook\n\nLocation\nHQ Maidstone\n\n"
        "At this accelerated misconduct hearing Officer B of Kent Police admitted cheating. I find that it amounts to gross "
        "misconduct. Officer B is therefore dismissed without notice."
    )
    assert the_one(page)["proceeding"]["chair"] == "Una Brook"


def test_a_top_officer_who_concludes_is_no_subject() -> None:
    page = (
        "The behaviour of a police officer who stole from a shop amounted to gross misconduct, a top officer has concluded. "
        "The officer resigned from Kent Police before the special case hearing."
    )
    assert the_one(page)["resigned"] == "resigned"


# --- ends


def test_what_would_have_been_imposed() -> None:
    page = (
        "The Kent Police sergeant did not attend the misconduct hearing, after resigning from the force in July 2021. "
        '"Had the officer not resigned, we would have imposed an immediate notice of dismissal," the chair said.'
    )
    told = the_one(page)["proceeding"]
    assert told["outcome"] == "would_have_been_dismissed"
    assert told["date"] is None


def test_a_man_they_arrested_is_no_officer() -> None:
    page = (
        "Two Kent Police officers, Sgt Una Brook and PC Ivo Marsh, were cleared of gross misconduct at a misconduct hearing. "
        "A man they arrested for assault, which he was later found not guilty of, said he was hurt."
    )
    assert [s["offences"] for s in subjects(page)] == [[], []]
    own = "PC Ivo Marsh, of Kent Police, was found not guilty of assault at Maidstone Crown Court."
    assert [o["stage"] for o in the_one(own)["offences"]] == ["acquitted"]


@pytest.mark.parametrize(
    "who", ["detective constable", "special constable", "sergeant"]
)  # fmt: skip
def test_proven_against_a_former_officer(who: str) -> None:
    page = (
        f"Gross misconduct has been proven against a former {who} of Kent Police. A panel ruled that he would have been "
        "dismissed."
    )
    told = the_one(page)
    assert told["rank"] == who.replace(" ", "_")
    assert told["proceeding"]["outcome"] == "would_have_been_dismissed"


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("She committed two counts of misconduct, the panel found.", "misconduct"),
        ("She faced two counts of misconduct, the panel heard.", None),
        ("She was accused of two counts of misconduct before the panel.", None),
    ],
)
def test_counts_of_misconduct(words: str, finding: str | None) -> None:
    page = f"PC Ada Stone, of Kent Police, was given a written warning at a misconduct hearing. {words}"
    assert the_one(page)["proceeding"]["finding"] == finding


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        ("She is permanently barred from serving in any law enforcement capacity.", True),
        ("She was banned from all UK law enforcement roles.", True),
        ("She will not be able to work for another force.", True),
        ("She was not able to work for a month.", None),
    ],
)
def test_barred(words: str, barred: bool | None) -> None:
    page = f"PC Ada Stone, of Kent Police, was dismissed at a misconduct hearing. {words}"
    assert the_one(page)["barred"] is barred


def test_reinstated_with_a_warning() -> None:
    page = (
        "The Police Appeals Tribunal ruled that former PC Ivo Marsh, of Kent Police, should be reinstated with a sanction of "
        "a final written warning, rather than dismissal. He was dismissed in June 2018."
    )
    told = the_one(page)
    assert told["proceeding"]["outcome"] == "final_written_warning"
    assert told["appeal"]["result"] == "varied"


def test_a_quick_hearing_told_of_next() -> None:
    page = (
        "A special constable has been dismissed following a misconduct hearing held on 9 December 2021.\n\nAn accelerated "
        "hearing was held in front of Chief Constable Una Brook, of Kent Police, in which gross misconduct was proven."
    )
    assert the_one(page)["proceeding"]["kind"] == "accelerated_hearing"
