"""A headline or lead that goes over to a second officer ("PC jailed as sergeant is cleared") tells each what became of that one."""

from __future__ import annotations

from typing import Any

from whole_pages import subjects, the_one


def crimes(subject: dict[str, Any]) -> list[tuple[str, str]]:
    return [(o["offence"], o["stage"]) for o in subject["offences"]]


def test_a_cleared_sergeant_does_not_clear_the_constable() -> None:
    first, second = subjects(
        "Force fires constable as sergeant goes back to work\n\nKent Police has sacked the PC who was jailed over an assault on a teenager, while a custody sergeant cleared alongside him has been given advice.\n\n"
        "PC Dennis Orme was dismissed without notice on Monday 5 May 2014. Orme was sent to prison for 15 months in April for ABH.\n\n"
        "Separately, Sgt Ann Fell was given management advice at a misconduct meeting on 30 April."
    )
    assert crimes(first) == [("abh", "convicted")]
    assert crimes(second) == []


def test_a_jailed_sergeant_does_not_convict_the_constable() -> None:
    subject = the_one(
        "PC cleared of assault as sergeant is jailed\n\nA PC accused of an assault on a teenager, whose sergeant was jailed last week, has been cleared.\n\n"
        "PC Dennis Orme, of Kent Police, was found not guilty at Maidstone Crown Court on 4 May 2014."
    )
    assert crimes(subject) == [("common_assault", "acquitted")]
    assert subject["sentences"] == []


def test_each_of_two_ranks_has_its_own_verdict_whoever_is_named_first() -> None:
    sergeant, constable = subjects(
        "Officers in court\n\nA constable was convicted of theft and a sergeant was acquitted of theft at Maidstone Crown Court.\n\n"
        "Sgt Ann Fell, 40, left court smiling. PC Dennis Orme, 33, of Kent Police, was jailed for a year."
    )
    assert crimes(sergeant) == [("theft", "acquitted")]
    assert crimes(constable) == [("theft", "convicted")]


def test_a_colleague_cleared_of_the_same_charge_is_the_other_one() -> None:
    first, second = subjects(
        "PC jailed over fraud as colleague cleared\n\nA police constable was imprisoned for fraud and a colleague found not guilty of the same charge wept in the dock.\n\n"
        "PC Dennis Orme, of Kent Police, got 15 months at Maidstone Crown Court on 4 May 2014. PC Ann Fell walked free."
    )
    assert crimes(first) == [("fraud", "convicted")]
    assert crimes(second) == [("fraud", "acquitted")]


def test_a_detective_who_only_speaks_takes_nothing() -> None:
    subject = the_one(
        "PC jailed as detective says case is shameful\n\nA PC was jailed for two years today as a detective sergeant warned that others would follow.\n\n"
        "Dennis Orme, 33, of Kent Police, admitted theft at Maidstone Crown Court on 4 May 2014."
    )
    assert subject["sentences"][0]["length"] == "P2Y"
