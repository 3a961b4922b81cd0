"""What a court report tells in passing: the day, the pleas, the second calling and the departure of the one it is about."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read


def one(page: str) -> dict[str, object]:
    found = read(Document("x", page)).to_dict()["subjects"]
    assert len(found) == 1
    return dict(found[0])


def test_the_day_on_which_the_judge_goes_on() -> None:
    subject = one(
        "Detective spared trial\n\n3 March 2020\n\nA detective who sent messages to three women has been given a two-year "
        "prison term.\n\nCallum Platt-Gorse, 44, of Norfolk Police, accepted three charges of misconduct in public office. "
        "Judge Ann Bell ordered that two further charges should lie on file. On Tuesday she told Platt-Gorse that he had "
        "abused his position."
    )
    assert subject["name"] == "Callum Platt-Gorse"
    assert subject["sentenced_on"] == "2020-03-03"


def test_the_month_of_the_verdict_is_not_the_day_of_sentence() -> None:
    page = (
        "Trainee sentenced\n\n4 September 2023\n\nPC Ben Reilly, 23, of Wiltshire Police, who had denied perverting the course "
        "of justice but was found guilty in July, was told to do 200 hours' unpaid work as part of a community order."
    )
    assert one(page)["sentenced_on"] is None


def test_both_of_which_are_denied_and_a_special_is_a_builder_too() -> None:
    subject = one(
        "Neighbours' hedge\n\n21 November 2014\n\nAlan Sergeant, 47, a fishmonger by day and a special constable with Humberside "
        "Police, was found guilty by Beverley magistrates on Tuesday of harassment and criminal damage, both of which he had "
        "denied since June. He was fined £400."
    )
    assert subject["rank"] == "special_constable"
    assert [o["plea"] for o in subject["offences"]] == ["not_guilty", "not_guilty"]  # type: ignore[attr-defined]


def test_a_body_that_holds_no_figures_had_no_part() -> None:
    subject = one(
        "Sergeant warned\n\n3 May 2019\n\nPC Ann Lee of Kent Police left the force in March, having given notice. A misconduct "
        "hearing found gross misconduct. The Independent Police Complaints Commission said it does not collect such figures."
    )
    assert subject["resigned"] == "resigned"
    assert subject["investigation"] == {"bodies": [], "mode": None, "oversight": None}


def test_our_independent_investigation_is_an_oversight_bodys() -> None:
    page = (
        "Update on calls in Burnley\n\n14 February 2020\n\nOur independent investigation examined each of the calls to Lancashire "
        "Constabulary. A call handler had no case to answer."
    )
    assert read(Document("x", page)).to_dict()["kind"] == "oversight_release"


def test_a_month_is_no_chief_constable() -> None:
    page = (
        "CLEVELAND POLICE DISCLOSURE LOG\n\nA) Constable, Redcar Not prosecuted Special case hearing before Chief Constable 30 "
        "May 2013 Gross misconduct proven Dismissed without notice\nB) Sergeant, Stockton Misconduct hearing 4 June 2013 Final "
        "written warning"
    )
    assert "May" not in str(
        [s["proceeding"].get("chair") for s in read(Document("x", page)).to_dict()["subjects"]]
    )
