"""A court report's own ways: pleas spoken, days before a charge, who stood before the same panel."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read


def subjects(words: str) -> dict[str | None, dict[str, object]]:
    page = f"In court\n\nKent Herald, 4 April 2022\n\n{words}"
    return {s["name"]: s for s in read(Document("x", page)).to_dict()["subjects"]}


def offences(subject: dict[str, object]) -> list[tuple[str, str, int | None, str | None]]:
    found: list[dict[str, object]] = subject["offences"]  # type: ignore[assignment]
    return [(o["offence"], o["stage"], o["count"], o["plea"]) for o in found]  # type: ignore[misc]


def test_a_plea_spoken_before_the_charge_is_told() -> None:
    told = subjects(
        'PC Owen Marsh appeared at Maidstone Crown Court and spoke only to say "not guilty" twice. The Kent officer is '
        "charged with two counts of voyeurism."
    )
    assert offences(told["Owen Marsh"]) == [("voyeurism", "charged", 2, "not_guilty")]


def test_a_day_is_no_number_of_counts() -> None:
    told = subjects(
        "PC Owen Marsh, of Kent Police, was found guilty at Maidstone Crown Court on March 2 of theft."
    )
    ((offence, stage, count, _),) = offences(told["Owen Marsh"])
    assert (offence, stage, count) == ("theft", "convicted", None)


def test_a_plea_agreed_to_is_a_plea() -> None:
    told = subjects(
        "PC Ada Thorn, of Kent Police, was charged with inflicting grievous bodily harm. That was dropped when she agreed "
        "to plead to assault occasioning actual bodily harm. Maidstone magistrates gave her a community order."
    )
    assert ("abh", "convicted", None, "guilty") in offences(told["Ada Thorn"])


def test_a_third_before_the_same_panel() -> None:
    told = subjects(
        "Two officers were dismissed by a misconduct panel on Monday. Sgt Ada Thorn and PC Owen Marsh, of Kent Police, were "
        "dismissed without notice for gross misconduct.\n\nInspector Hugh Stane, who signed the audit without reading it, "
        "had been in front of the same panel. He leaves with a written warning."
    )
    stane = told["Hugh Stane"]["proceeding"]
    assert isinstance(stane, dict) and stane["outcome"] == "written_warning"
