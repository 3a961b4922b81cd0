"""Ends told by a turn of phrase, appeals that nobody has lodged, and dismissals that a force only confirmed."""

from __future__ import annotations

import pytest
from whole_pages import the_one

_GONE = "PC Lena Harcastle-Boom of Kent Police was dismissed without notice at a misconduct hearing. "


@pytest.mark.parametrize(
    ("then", "appeal"),
    [
        ("She is to appeal against the outcome.", None),
        ("Her solicitor has been told to lodge an appeal.", None),
        ("Nobody appealed against the decision.", None),
        ("An appeal against her dismissal will be made within days.", None),
        ("She is appealing against the dismissal.", {"kind": "tribunal", "result": "pending"}),
        ("She has appealed against her dismissal.", {"kind": "tribunal", "result": "pending"}),
    ],
)
def test_an_appeal_only_meant_is_none(then: str, appeal: dict[str, str] | None) -> None:
    assert the_one(_GONE + then)["appeal"] == appeal


@pytest.mark.parametrize(
    "opening",
    [
        "A spokeswoman for Kent Police confirmed the dismissal of PC Lena Harcastle-Boom",
        "Kent's deputy chief constable, Roy Almsford, has confirmed the sacking of PC Lena Harcastle-Boom",
        "Kent Police's chief constable, Roy Almsford, announced the dismissal of PC Lena Harcastle-Boom",
    ],
)
def test_who_confirms_a_dismissal_hears_no_appeal(opening: str) -> None:
    told = the_one(f"{opening} following a misconduct hearing on 3 May 2021.")
    assert (told["name"], told["appeal"]) == ("Lena Harcastle-Boom", None)
    assert (told["proceeding"]["kind"], told["proceeding"]["outcome"]) == ("misconduct_hearing", "dismissed")


def test_a_tribunal_that_confirms_does() -> None:
    told = the_one(
        "The Police Appeals Tribunal confirmed the dismissal of former PC Lena Harcastle-Boom of Kent Police."
    )
    assert told["appeal"] == {"kind": "tribunal", "result": "dismissed"}


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for Kent Police confirmed the sacking of PC Lena Harcastle-Boom before her misconduct hearing had ended. The hearing closes tomorrow.",
        "Kent Police wrongly announced the sacking of PC Lena Harcastle-Boom. Her misconduct hearing will end tomorrow.",
    ],
)
def test_a_dismissal_told_too_soon_is_none(text: str) -> None:
    told = the_one(text)
    assert (told["proceeding"] or {}).get("outcome") in (None, "pending")


_HEARD = " The misconduct hearing of Essex Police was held in Chelmsford."


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (
            "Nothing less than dismissal would do, the chair said, and it would take effect at once. PC Dora Finsthwaite had lied about a crash.",
            "dismissed_with_immediate_effect",
        ),
        ("PC Dora Finsthwaite was dismissed. The dismissal takes effect immediately.", "dismissed_with_immediate_effect"),
        ("The dismissal of PC Dora Finsthwaite, without notice, was announced yesterday.", "dismissed_without_notice"),
        ("PC Dora Finsthwaite of Essex Police, the chair ruled, had lied and must go without notice.", "dismissed_without_notice"),
        ("The force has retrospectively dismissed an inspector who retired. Insp Dora Finsthwaite lied.", "would_have_been_dismissed"),
        ("Former PC Dora Finsthwaite had left. The panel could not sack her; it ruled that she would have been.", "would_have_been_dismissed"),
        ("The panel had to decide whether former PC Dora Finsthwaite would have been dismissed. It ruled that she would.", "would_have_been_dismissed"),
        ("PC Dora Finsthwaite was required to resign as an alternative to dismissal.", "required_to_resign"),
        ("PC Dora Finsthwaite was given a final written warning as an alternative to being sacked.", "final_written_warning"),
    ],
)  # fmt: skip
def test_an_end_told_by_a_turn_of_phrase(text: str, outcome: str) -> None:
    assert the_one(text + _HEARD)["proceeding"]["outcome"] == outcome


@pytest.mark.parametrize(
    "text",
    [
        "Nothing short of dismissal would do, the force's barrister told the panel. PC Dora Finsthwaite had lied.",
        "Whether former PC Dora Finsthwaite would have been sacked was a question that the panel did not have to answer.",
        "PC Dora Finsthwaite has been put back in uniform while claims of a leak are investigated.",
    ],
)
def test_an_end_that_nobody_decided(text: str) -> None:
    assert ((the_one(text + _HEARD)["proceeding"] or {}).get("outcome")) is None


def test_who_won_an_appeal_is_put_back_in_uniform() -> None:
    told = the_one(_GONE + "She has been put back in uniform after winning her appeal.")
    assert told["proceeding"]["outcome"] == "reinstated"


@pytest.mark.parametrize(
    ("text", "finding", "outcome"),
    [
        ("PC Dora Finsthwaite will learn next week whether she is to lose her job. The panel has found her guilty of gross misconduct.", "gross_misconduct", "pending"),
        ("PC Dora Finsthwaite was found guilty of gross misconduct by the panel. What will happen to her will be decided tomorrow.", "gross_misconduct", "pending"),
        ("It took the panel twenty minutes to sack PC Dora Finsthwaite.", None, "dismissed"),
        ("The panel refused to sack PC Dora Finsthwaite.", None, None),
    ],
)  # fmt: skip
def test_what_is_still_to_be_decided_is_no_end(text: str, finding: str | None, outcome: str | None) -> None:
    told = the_one(text + _HEARD)["proceeding"]
    assert (told["finding"], told["outcome"]) == (finding, outcome)


def test_a_tribunal_that_would_not() -> None:
    told = the_one(_GONE + "She asked the Police Appeals Tribunal to overturn the decision. It would not.")
    assert told["appeal"] == {"kind": "tribunal", "result": "dismissed"}


def test_the_heading_of_a_list_of_results_finds_nothing() -> None:
    told = the_one(
        "Kent Police: misconduct results, spring\nPC Lena Harcastle-Boom (Dover): written warning."
    )
    assert told["proceeding"]["finding"] is None


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The family of the dead man want PC Dora Finsthwaite of Essex Police dismissed. A misconduct hearing opens on Monday.", "pending"),
        ("Should PC Dora Finsthwaite be dismissed? An Essex Police misconduct panel will say on Friday.", "pending"),
        ("PC Dora Finsthwaite of Essex Police would have been dismissed had the panel believed that she lied. It did not, and the misconduct hearing gave her a written warning.", "written_warning"),
        ("PC Dora Finsthwaite of Essex Police would have been dismissed had she not resigned, the misconduct hearing ruled.", "would_have_been_dismissed"),
    ],
)  # fmt: skip
def test_an_end_asked_for_or_supposed(text: str, outcome: str) -> None:
    assert the_one(text)["proceeding"]["outcome"] == outcome


def test_the_year_of_an_older_warning_is_not_the_dismissals() -> None:
    told = the_one(
        "PC Dora Finsthwaite of Essex Police received a written warning in 2015 and was dismissed at a misconduct hearing in 2019."
    )
    assert (told["proceeding"]["date"], told["proceeding"]["outcome"]) == ("2019", "dismissed")


def test_allegations_withdrawn_at_the_hearing_are_not_proven() -> None:
    told = the_one(
        "Essex Police withdrew the allegations against PC Dora Finsthwaite on the second day of her misconduct hearing."
    )
    assert told["proceeding"]["finding"] == "not_proven"
