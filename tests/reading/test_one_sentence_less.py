"""Pages from which a sentence without a fact is missing: the reading hangs on no such sentence. All people are invented."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("page", text)).to_dict()["subjects"]
    return found


def test_and_so_were_two_more() -> None:
    told = "Sgt Alan Mossop, 47, who set the group up, was sacked on the spot, and so were PC Una Kettle, 36, and PC Idris Fallow, 28."
    found = subjects(f"Kent Police officers out over messages\n\n{told}\n\nThe hearing was held in March.\n")
    assert [s["name"] for s in found] == ["Alan Mossop", "Una Kettle", "Idris Fallow"]
    assert {s["proceeding"]["outcome"] for s in found} == {"dismissed_with_immediate_effect"}


def test_and_so_somebody_told_an_officer() -> None:
    told = "Sgt Alan Mossop, 47, was sacked by Kent Police for theft, and so the complainant told PC Una Kettle, 36, that she was happy."
    assert [s["name"] for s in subjects(f"Kent sergeant sacked\n\n{told}\n")] == ["Alan Mossop"]


def test_a_birthday_in_brackets_stands_between_a_name_and_a_rank() -> None:
    text = (
        "Two former Norfolk officers sentenced over drugs stolen from police store\n\nTwo men who used to be "
        "police officers in Norfolk have been sentenced today (29 November) at Ipswich Crown Court.\n\nCarl "
        "Hayes (DOB: 14/2/1981), a former detective constable, was the officer in charge of exhibits at Great"
        " Yarmouth. Between 2015 and 2017 he removed cannabis that was due for destruction and gave it to Ian"
        " Mutch (DOB: 3/9/1979), a former special constable, who sold it.\n\nHayes pleaded guilty to four "
        "counts of theft. He was jailed for a total of six years and nine months.\n\nMutch denied conspiracy to"
        " supply but was found guilty in September. He received four years and six months.\n\nHayes was "
        "dismissed in 2018. Mutch had left the special constabulary in 2016.\n"
    )
    assert [(s["name"], s.get("rank")) for s in subjects(text)] == [
        ("Carl Hayes", "detective_constable"),
        ("Ian Mutch", "special_constable"),
    ]


def test_a_birthday_before_another_calling() -> None:
    told = "Carl Hayes (born 14 February 1981), a plumber, was jailed for theft from Norfolk Police after PC Una Kettle arrested him."
    assert subjects(f"Thief jailed\n\n{told}\n") == []


def test_years_a_policeman() -> None:
    text = (
        'A stain on all of us: chief fires jailed pair\n\n"Fat" Frankie Ormes and his boss, Lionel Castle, were'
        " not there to hear it on Thursday. The first is in Armley, the second in an open prison near "
        "York.\n\nIt took Chief Constable Bronwen Holt less time than it takes to boil an egg.\n\nFrank Ormes, "
        "who was 22 years a policeman and latterly a detective constable in Halifax, pleaded guilty to theft "
        "and was put away for three years at Bradford Crown Court in February. Castle, a detective sergeant, "
        "went to trial: the jury convicted him of one theft, and he was given four years.\n\nBoth were sacked "
        "on the spot, for gross misconduct.\n"
    )
    found = subjects(text)
    assert [(s["name"], s["rank"]) for s in found] == [
        ("Frank Ormes", "detective_constable"),
        ("Lionel Castle", "detective_sergeant"),
    ]


@pytest.mark.parametrize(("his", "hers"), [("Iestyn", "Myrtle"), ("Mohamed", "Nadine"), ("Kyle", "Myfanwy")])
def test_given_names_tell_who_she_is(his: str, hers: str) -> None:
    text = (
        f"Two officers sentenced\n\nPC {his} Rudge, 31, and PC {hers} Banner, 28, of Merseyside Police, appeared at Liverpool"
        " Crown Court.\n\nBoth admitted theft. She was given a community order and he was jailed for two years.\n"
    )
    assert [[t["kind"] for t in s["sentences"]] for s in subjects(text)] == [
        ["imprisonment"],
        ["community_order"],
    ]


def test_names_borne_by_both_tell_nothing() -> None:
    text = (
        "Two officers sentenced\n\nPC Alex Rudge, 31, and PC Robin Banner, 28, of Merseyside Police, appeared at Liverpool"
        " Crown Court.\n\nBoth admitted theft. She was given a community order and he was jailed for two years.\n"
    )
    assert [s.get("sentences") or [] for s in subjects(text)] == [[], []]


def test_a_list_of_officers_of_whom_nothing_is_told_can_be_read() -> None:
    text = (
        "Kent Police - review of the search\n\n1. PC One was on leave that week.\n\n"
        "2. PC Two was on duty elsewhere in the county.\n\n3. The house was searched again in 2020.\n"
    )
    assert all(not s.get("proceeding") for s in subjects(text))


def test_an_officer_who_is_not_accused_of_anything() -> None:
    text = (
        "Dear Mr Garrow\n\nYou asked what became of the officers of Cheshire Constabulary. PC Robert Mantell, who turned off"
        " the camera, was dismissed on 2 November 2022. It was found to be gross misconduct.\n\nYou asked about DI Colin"
        " Frostick. He is not accused of anything. He is the one who found the camera.\n\nThe IOPC sent a file. The CPS"
        " concluded that the test for perverting the course of justice wasn't met.\n"
    )
    assert [s["name"] for s in subjects(text)] == ["Robert Mantell"]


def test_an_officer_who_was_not_accused_until_june() -> None:
    told = (
        "PC Ann Lowther of Kent Police was not accused of anything until June, when she was charged with fraud at Maidstone"
        " Crown Court."
    )
    assert [s["name"] for s in subjects(f"Officer charged\n\n{told}\n")] == ["Ann Lowther"]


PROSSOR = (
    "Kent Police sacked PC Gethin Prossor in March 2019 after a misconduct hearing. He had been acquitted of sexual assault at"
    " Maidstone Crown Court in 2018.\n\nMisconduct proceedings are not criminal proceedings. {}\n"
)


def test_what_may_happen_to_a_surgeon_is_no_officers_acquittal() -> None:
    rule = (
        "A surgeon who is acquitted of manslaughter may still be struck off; a teacher may still be barred."
    )
    (him,) = subjects(PROSSOR.format(rule))
    assert [o["offence"] for o in him["offences"]] == ["sexual_assault"]


def test_an_officer_who_is_convicted_and_will_be_sentenced() -> None:
    told = "Former PC Gethin Prossor of Kent Police, who is convicted of theft, will be sentenced in May at Maidstone Crown Court."
    (him,) = subjects(f"Sentence to come\n\n{told}\n")
    assert [(o["offence"], o["stage"]) for o in him["offences"]] == [("theft", "convicted")]


SQUAD = (
    "Two jailed and one freed\n\nThe racket ended yesterday with two of its three West Yorkshire policemen on the way to prison.\n\n"
    "Inspector Alan Picker, who is 45, and Constable Wayne Dewey, 31, had been found guilty by a jury at Leeds Crown Court on"
    " August 2 of conspiring to commit misconduct in a public office.\n\nPicker was gaoled for three years and Dewey for 18"
    " months.\n\nThe third officer, Sergeant Philip Tordley, {}\n"
)


def test_the_third_officer_of_whom_the_next_sentence_tells_the_verdict() -> None:
    told = "left by another door. The jury could not decide about him. A verdict of not guilty was entered."
    found = subjects(SQUAD.format(told))
    assert [s["name"] for s in found] == ["Alan Picker", "Wayne Dewey", "Philip Tordley"]
    assert [s["offences"][0]["stage"] for s in found] == ["convicted", "convicted", "acquitted"]


def test_the_third_officer_who_gave_evidence() -> None:
    told = "gave evidence for the Crown. The jury found both men guilty after four hours."
    assert [s["name"] for s in subjects(SQUAD.format(told))] == ["Alan Picker", "Wayne Dewey"]


TRIBUNAL = (
    "POLICE APPEALS TRIBUNAL\n\nInspector Moira CASTLE\nAppellant\n\nand\n\nThe Chief Constable of West Yorkshire Police\n"
    "Respondent\n\nDate of hearing: 19 January 2015\n\n1. This is an appeal against outcome only. On 6 June 2014 a panel found"
    " that the Appellant's conduct amounted to gross misconduct and ordered that she be dismissed without notice.\n\n{}\n"
)


def test_a_tribunal_that_says_what_it_substitutes() -> None:
    (her,) = subjects(
        TRIBUNAL.format(
            "2. We find that unreasonable.\n\n3. We therefore substitute a final written warning."
        )
    )
    assert her["appeal"]["result"] == "varied"
    assert her["proceeding"]["outcome"] == "final_written_warning"


def test_counsel_who_asks_a_tribunal_to_substitute() -> None:
    (her,) = subjects(
        TRIBUNAL.format(
            "2. Mr Quill asks us to substitute a final written warning.\n\n3. The appeal is dismissed."
        )
    )
    assert her["appeal"]["result"] == "dismissed"


PURSUIT = (
    "Driver in pursuit death jailed; family's anger at 'no action' for police\n\nThursday 14 November 2019\n\n"
    "Jordan Sergison, 22, of Tyldesley, pleaded guilty at Bolton Crown Court to causing death by dangerous driving.\n\n"
    "The Independent Office for Police Conduct looked into the actions of the Greater Manchester Police officers. Its report"
    ' found no indication that any officer had misbehaved.\n\n"He\'s got eight years and they get a pat on the back," said'
    " Constance Marshall.\n\nPC Daniel Whelby, {}.\n"
)


def test_an_officer_who_held_her_hand() -> None:
    assert subjects(PURSUIT.format("who held her hand till the ambulance came, was in court and wept")) == []


def test_an_officer_who_held_her_hand_and_was_dismissed() -> None:
    told = "who held her hand till the ambulance came, was dismissed in May for lying about the pursuit"
    assert [s["name"] for s in subjects(PURSUIT.format(told))] == ["Daniel Whelby"]


CONTACT = (
    "Independent investigation into police contact published\n\n13 October 2017\nIPCC\n\nAn Independent Police Complaints"
    " Commission investigation has found that two Nottinghamshire Police officers had a case to answer for misconduct in"
    " relation to their contact with a woman in the weeks before she was murdered.\n\n{}\n\nMs Simmonds had called police five"
    " times.\n\nThe IPCC found that:\n\n- a response constable who attended on 11 April did not complete a risk assessment\n"
    "- a sergeant closed the report without reading it\n\nThe constable received a written warning.\n"
)


def test_a_surname_with_an_age_that_is_no_officers() -> None:
    found = subjects(
        CONTACT.format("Holtby, 33, was jailed for life with a minimum term of 21 years in December 2015.")
    )
    assert found
    assert all(not s.get("offences") and not s.get("sentences") for s in found)


def test_a_surname_with_an_age_that_is_the_officers() -> None:
    text = (
        "Nottinghamshire sergeant sentenced\n\nSgt Darren Holtby of Nottinghamshire Police appeared at Nottingham Crown Court"
        " for fraud.\n\nHoltby, 33, was jailed for two years in December 2015.\n"
    )
    (him,) = subjects(text)
    assert him["sentences"][0]["length"] == "P2Y"
