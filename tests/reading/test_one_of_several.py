"""Several officers in one sentence, one list, one headline: of whom each thing is told."""

from __future__ import annotations

from typing import Any

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> dict[str, dict[str, Any]]:
    return {s["name"]: s for s in read(Document("x", text)).to_dict()["subjects"]}


def test_a_hearing_in_respect_of_two_is_of_both() -> None:
    found = subjects(
        "Notice of misconduct hearing\nCambridgeshire Constabulary will hold a misconduct hearing in respect of PC 1190 Jack Fordham and"
        " PC 1207 Ali Rahman on Monday 9 September 2024."
    )
    assert [(n, s["proceeding"]["date"]) for n, s in found.items()] == [
        ("Jack Fordham", "2024-09-09"),
        ("Ali Rahman", "2024-09-09"),
    ]


def test_who_left_in_a_headline_is_whom_the_text_says() -> None:
    found = subjects(
        "Met PC facing jail; sergeant who covered up for him resigns\nPC Adrian Stott, 37, pleaded guilty at Southwark Crown Court to"
        " misconduct in public office.\nHis line manager, Sergeant Gail Hibbert, resigned last month while under investigation by the IOPC."
    )
    assert {n: s["resigned"] for n, s in found.items()} == {"Adrian Stott": None, "Gail Hibbert": "resigned"}


def test_a_third_on_whom_a_jury_could_not_agree_is_an_officer_and_no_third_count() -> None:
    found = subjects(
        "Two cleared, one to face retrial: police trial ends\nA jury at Bradford Crown Court has acquitted two West Yorkshire detectives of theft but failed to reach a verdict on a third.\n"
        "Det Sgt Colin Brearley, 48, and Det Con Maya Lal, 35, embraced as they were cleared. Det Insp Howard Pickles, 55, will be tried again."
    )
    assert {n: [(o["stage"], o["count"]) for o in s["offences"]] for n, s in found.items()} == {
        "Colin Brearley": [("acquitted", None)],
        "Maya Lal": [("acquitted", None)],
        "Howard Pickles": [("charged", None)],
    }


def test_an_exact_dismissal_of_both_goes_before_a_bare_one_in_the_headline() -> None:
    found = subjects(
        "BTP sergeant and constable dismissed over pub brawl\nSgt Kelvin Oduya and PC Matthew Trent were both dismissed without notice"
        " after a three-day hearing that ended on 12 April 2024."
    )
    assert {s["proceeding"]["outcome"] for s in found.values()} == {"dismissed_without_notice"}


def test_blame_is_no_charge_to_be_cleared_of() -> None:
    found = subjects(
        "Officer faces court over fatal crash; second officer cleared of blame\nPC Ryan Tolley, 29, of Humberside Police, has been charged"
        " with causing death by careless driving."
    )
    assert [o["stage"] for o in found["Ryan Tolley"]["offences"]] == ["charged"]


def test_ex_before_a_rank_in_the_plural() -> None:
    found = subjects("Ex-detective sergeants Ron Pike, 58, and Barry Fenn, 55, of Kent Police, deny bribery.")
    assert {s["rank"] for s in found.values()} == {"detective_sergeant"}


def test_the_former_officer_and_the_serving_one_are_the_only_ones_called_so() -> None:
    found = subjects(
        "Gwent officers at a misconduct hearing\nPC Owen Rees, and ex-PC Carys Lloyd, who resigned in 2020, were accused of lying."
        " The serving officer was given a written warning. The former officer was told she would have been dismissed."
    )
    assert {n: (s["proceeding"]["outcome"], s["resigned"]) for n, s in found.items()} == {
        "Owen Rees": ("written_warning", None),
        "Carys Lloyd": ("would_have_been_dismissed", "resigned"),
    }


def test_one_retired_of_two_is_whoever_bears_the_word() -> None:
    found = subjects(
        "Two Met officers, one retired, have been dealt with over a raid.\nDC Paul Stone and retired Sgt Alan Frith faced a hearing on"
        " 4 May 2022. Stone was dismissed. The retired sergeant would have been dismissed had he still been serving."
    )
    assert {n: s["proceeding"]["outcome"] for n, s in found.items()} == {
        "Paul Stone": "dismissed",
        "Alan Frith": "would_have_been_dismissed",
    }
    assert found["Paul Stone"]["resigned"] is None


def test_a_wifes_suspended_sentence_does_not_suspend_the_officers() -> None:
    found = subjects(
        "Detective jailed for 12 years for drug conspiracy, wife given suspended sentence\nFormer Merseyside detective sergeant Neil Parr,"
        " 44, was jailed for 12 years at Liverpool Crown Court for conspiracy to supply cocaine."
    )
    (one,) = found["Neil Parr"]["sentences"]
    assert (one["kind"], one["length"]) == ("imprisonment", "P12Y")


def test_two_officers_of_whom_one_is_the_others_brother_are_told_of_together() -> None:
    found = subjects(
        "PC Adam Hale and his brother, PC Ben Hale, both of Kent Police, were dismissed without notice."
    )
    assert {s["proceeding"]["outcome"] for s in found.values()} == {"dismissed_without_notice"} and len(
        found
    ) == 2
