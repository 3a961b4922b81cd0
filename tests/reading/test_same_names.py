"""A father and a son of one name are two people: neither's end, rank or leaving is told of the other."""

from __future__ import annotations

from whole_pages import subjects, the_one


def test_what_the_father_was_given_is_his() -> None:
    son, father = subjects(
        "PC jailed over theft\n\nDennis Orme, 27, of Deal, a Kent Police constable, was jailed for four years at Maidstone Crown Court on 4 May 2016 for theft.\n\n"
        "His father, who is also named Dennis Orme and who retired as a sergeant at Dover in 2013, sat in court. Orme senior is not accused of any part. "
        "In his own career he received a final written warning in 2011.\n\nThe younger man was dismissed at a special case hearing on 10 May 2016."
    )
    assert (son["rank"], son["resigned"], son["proceeding"]["outcome"]) == (
        "police_constable",
        None,
        "dismissed",
    )
    assert (father["background"], father["rank"], father["resigned"]) == (True, "sergeant", "retired")
    assert father["proceeding"]["outcome"] == "final_written_warning"
    assert father["offences"] == []


def test_kin_of_whom_no_end_is_told_are_no_subjects() -> None:
    subject = the_one(
        "Sergeant jailed\n\nSgt Dennis Orme, 47, of Kent Police, was jailed for four years at Maidstone Crown Court on 4 May 2016 for theft.\n\n"
        "His son, Dennis Orme jnr, who joined the force last year as a PC and resigned on Monday, wept. Orme junior has done nothing wrong, the judge said."
    )
    assert (subject["age"], subject["rank"], subject["resigned"]) == (47, "sergeant", None)


def test_an_uncle_who_retired_does_not_retire_the_nephew() -> None:
    subject = the_one(
        "PC Dennis Orme, 27, of Kent Police, was dismissed without notice on 4 May 2016. "
        "His uncle and namesake, Insp Dennis Orme, retired from the same force in 2014."
    )
    assert (subject["rank"], subject["resigned"]) == ("police_constable", None)


def test_a_sergeants_son_is_no_sergeant() -> None:
    subject = the_one(
        "Police sergeant's son jailed\n\nDennis Orme, 27, a Kent Police response officer, was jailed for four years at Maidstone Crown Court on 4 May 2016 for theft."
    )
    assert subject["rank"] != "sergeant"
