"""Who else a page tells of: staff counted and then named, superiors, sanctions without a person; and who is nobody's case."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _subjects(page: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(Document("x", page)).to_dict()["subjects"]
    return found


def _ends(page: str) -> list[tuple[object, object, object]]:
    return [(s["name"], s["rank"], (s["proceeding"] or {}).get("outcome")) for s in _subjects(page)]


_STORY = (
    "Constable who kept a found purse is sacked\n\n4 April 2019\n\nPC Leonora Fitz, 29, of Dorset Police was dismissed without "
    "notice on Tuesday by a misconduct panel in Winfrith. The panel found that she had lied about a purse.\n\n"
)


@pytest.mark.parametrize(
    ("more", "rank", "outcome"),
    [
        (
            "Their sergeant, who had countersigned the form, had been dealt with in March and was given a written warning.",
            "sergeant",
            "written_warning",
        ),
        (
            "Their sergeant countersigned the form without a glance. He was given a final written warning.",
            "sergeant",
            "final_written_warning",
        ),
        (
            "The conduct of a second call handler fell short as well. Management action was taken.",
            "police_staff",
            "management_advice",
        ),
        (
            "A community support officer drove to the wrong shop. She left the force in May. A staff disciplinary meeting, held all "
            "the same in June, decided that she would have been dismissed.",
            "pcso",
            "would_have_been_dismissed",
        ),
        (
            "The head of the unit, a superintendent, said sorry, but was herself given words of advice by the watchdog.",
            "superintendent",
            "management_advice",
        ),
    ],
)
def test_one_more_without_a_name_has_an_end_of_their_own(more: str, rank: str, outcome: str) -> None:
    assert _ends(_STORY + more) == [
        ("Leonora Fitz", "police_constable", "dismissed_without_notice"),
        (None, rank, outcome),
    ]


@pytest.mark.parametrize(
    "more",
    [
        "Their sergeant told the panel that she was a fine officer. She was dismissed at once.",
        "A sergeant saw the purse in her locker. Management action was taken.",
    ],
)
def test_one_who_only_told_of_it_is_nobody(more: str) -> None:
    assert [s["name"] for s in _subjects(_STORY + more)] == ["Leonora Fitz"]


def test_two_of_whom_one_verdict_is_told_are_two() -> None:
    page = f"{_STORY}The others are civilians: a typist and a crime analyst, both of whom had laughed, were given written warnings."
    assert _ends(page)[1:] == [(None, "police_staff", "written_warning")] * 2


def test_two_others_at_the_end_of_a_list_of_names_are_told_of_again() -> None:
    page = (
        "Detectives cleared\n\n4 April 2019\n\nDC Leonora Fitz, DC Owen Tarrant and two others, all of Kent Police, were bailed "
        "in May.\n\nIn June the two others were told that there would be no further action.\n\nFitz was jailed for theft in July "
        "and dismissed. Tarrant was found not guilty of theft."
    )
    assert [s["name"] for s in _subjects(page)].count(None) == 2


def test_staff_who_are_counted_and_then_named_in_turn_have_the_work_that_was_counted() -> None:
    page = (
        "Cover-up at the cells\n\n4 April 2019\n\nNeil Bass, 45, a custody sergeant with Essex Police, was jailed for four years at "
        "Chelmsford Crown Court for assault occasioning actual bodily harm.\n\nThe two gaolers, both employed by the force, pleaded "
        "guilty to perverting the course of justice. Tanya Mabb, aged 51, was given nine months' imprisonment. Ricky Stull, aged "
        "27, was given a community order for perverting the course of justice."
    )
    assert {s["name"]: s["rank"] for s in _subjects(page)} == {
        "Neil Bass": "sergeant",
        "Tanya Mabb": "police_staff",
        "Ricky Stull": "police_staff",
    }


def test_whoever_is_warned_as_staff_are_is_told_of() -> None:
    page = f"{_STORY}A civilian investigator in the force's standards department, Mrs Pauline Grigg, gave out an address. Mrs Grigg received a final written warning."
    assert ("Pauline Grigg", "final_written_warning") in [(n, o) for n, _, o in _ends(page)]


def test_counsel_who_says_that_a_client_was_warned_is_no_subject() -> None:
    page = f"{_STORY}Ian Jessop, mitigating, said his client, who had served for six years, had been given a final written warning before."
    assert [s["name"] for s in _subjects(page)] == ["Leonora Fitz"]


@pytest.mark.parametrize(
    "more",
    [
        "The federation said goodbye to Insp Gwen Tatter, who retires after 30 years.",
        "Fitz's aunt, Insp Gwen Tatter, followed her father into the police and retired as an inspector.",
    ],
)
def test_whoever_only_retires_has_no_case(more: str) -> None:
    assert [s["name"] for s in _subjects(_STORY + more)] == ["Leonora Fitz"]


_CIVIL = (
    "[2017] EWHC 9066 (QB)\nIN THE HIGH COURT OF JUSTICE\n\nMR DELROY CLAYBURN  Claimant\nand\nTHE COMMISSIONER OF POLICE OF THE "
    "METROPOLIS  Defendant\n\nMr Justice Raven :\n\n1. The Claimant was stopped in Tottenham on 6 June 2011 by officers of the "
    "Territorial Support Group.\n\n2. Police Constable Dawlish has since been convicted, on 21 May 2014 at Kingston Crown Court, of "
    "perjury and sentenced to 21 months' imprisonment.\n"
)


def test_a_claimant_whom_officers_stopped_is_no_officer() -> None:
    assert [s["name"] for s in _subjects(_CIVIL)] == ["Dawlish"]


def test_a_man_tried_who_had_retired_in_a_rank_is_an_officer() -> None:
    page = (
        "IN THE COURT OF APPEAL (CRIMINAL DIVISION)\n\nREGINA\nv\nDEREK ASHBY\n\nJ U D G M E N T\n\n1. On 14 June 2019, in the Crown "
        "Court at Bradford, the applicant Ashby, who had retired from the West Yorkshire Police in the rank of detective inspector, "
        "was convicted of perverting the course of justice. He was sentenced to three years' imprisonment.\n\n2. The renewed "
        "application is refused.\n"
    )
    assert [s["rank"] for s in _subjects(page)] == ["detective_inspector"]


def test_an_officer_beside_the_appellant_of_whom_the_next_sentence_tells() -> None:
    page = (
        "POLICE APPEALS TRIBUNAL\n\nAppellant: Chantelle Rudd\nRespondent: The Chief Constable of Humberside Police\n\nBefore Mr J. "
        "Ainsley (Chair)\n\n1. The Appellant and the officer with whom she was crewed were sent to Withernsea.\n\n2. The other officer, "
        "PC Lund, who had been driving, admitted the breach. He received a final written warning. The Appellant was dismissed "
        "without notice.\n\n3. The appeal is dismissed.\n"
    )
    assert "Lund" in [s["name"] for s in _subjects(page)]


def test_a_numbered_paragraph_that_names_nobody_brings_in_another() -> None:
    page = (
        "Standards Committee, 8 June 2016\nClosed cases\nKent Police\n\n5.1 Operation Lan. PC Sturt was found to have a case to answer for "
        "misconduct and was given management advice.\n\n5.2 Operation Mer. An officer based at Dover was acquitted of bribery by a jury. "
        "On 18 May he was given a final written warning.\n"
    )
    assert [(s["name"], (s["proceeding"] or {}).get("outcome")) for s in _subjects(page)] == [
        ("Sturt", "management_advice"),
        (None, "final_written_warning"),
    ]


def test_a_chapter_of_numbered_paragraphs_that_open_on_names_is_no_list() -> None:
    page = (
        "The Mar Inquiry\n\n9.2 Chief Inspector Haddow was the match commander. He was the subject of four disciplinary charges. A jury "
        "found him not guilty of manslaughter.\n\n"
        "9.3 Those who collected the statements were Sergeant Alan Crew and Sergeant Peter Thirk. In May 2021 both were tried for "
        "perverting the course of public justice and were acquitted.\n\n9.4 Two sergeants told us on oath that they had signed.\n"
    )
    assert [s["name"] for s in _subjects(page)] == ["Haddow", "Alan Crew", "Peter Thirk"]


def test_most_of_a_report_that_names_nobody_is_read_sentence_by_sentence() -> None:
    page = (
        "KENT POLICE\nAnnual Report\n\nA detective constable was found to have lied about a file. Gross misconduct; dismissed without "
        "notice in May 2016.\n\nIn September a special constable who had shown his card at a club was required to resign.\n\nA control "
        "room supervisor was dismissed in December.\n\nThe fifth, a sergeant, resigned the day after he was told of an investigation "
        "into fraud.\n\nThree constables who used a van to fetch a cake received management advice. An inspector, who knew of it, "
        "received a written warning.\n"
    )
    assert len(_subjects(page)) >= 7


@pytest.mark.parametrize(
    ("more", "rank", "outcome"),
    [
        (
            "A dispatcher falsified her hourly checks at Poole. That came out in May. She was sacked.",
            "police_staff",
            "dismissed",
        ),
        (
            "In June a traffic sergeant blew 61 on his way in. Poole magistrates banned him for 17 months, and the Chief Constable "
            "dismissed him at an accelerated hearing.",
            "sergeant",
            "dismissed",
        ),
        (
            "The duty inspector was not told. She was given words of advice.",
            "inspector",
            "management_advice",
        ),
        (
            "A civilian in the digital forensics unit who sat on the telephone was given a final written warning.",
            "police_staff",
            "final_written_warning",
        ),
    ],
)
def test_a_paragraph_that_names_nobody_goes_on_about_whoever_it_brings_in(
    more: str, rank: str, outcome: str
) -> None:
    assert _ends(_STORY + more)[1:] == [(None, rank, outcome)]


def test_whoever_comes_in_before_the_first_name_in_a_rank_that_nobody_holds_is_another() -> None:
    page = (
        "Half-yearly bulletin\n\nKent Police, 4 April 2019\n\nThis bulletin is for all of us.\n\nData. Some of us looked where "
        "they should not. A crime analyst who looked up her sister's boyfriend was dismissed.\n\nMoney. PC Barry Catt was convicted "
        "of theft in July at Maidstone Crown Court and was dismissed without notice."
    )
    assert [(n, r) for n, r, _ in _ends(page)] == [(None, "police_staff"), ("Barry Catt", "police_constable")]


def test_two_of_a_rank_that_nobody_holds_are_told_of() -> None:
    page = f"{_STORY}The two inspectors whom she had led astray were given words of advice."
    assert _ends(page)[1:] == [(None, "inspector", "management_advice")] * 2


def test_that_officer_is_the_one_told_last_and_not_the_one_named() -> None:
    page = (
        f"{_STORY}The search adviser, Sergeant Huw Trant, reported the loss. I cannot say the same of the chief inspector to whom he "
        "reported it. That officer took eleven days. He has received words of advice."
    )
    assert (None, "chief_inspector", "management_advice") in _ends(page)
    assert "management_advice" not in [o for n, _, o in _ends(page) if n]


def test_the_others_of_a_few_counted_people() -> None:
    page = (
        "Committee minutes, 14 September 2022\n\nKent Police\n\nFour people had been subject to investigation. PC Rhys Cole was jailed for "
        "five years for theft. DC Tara Lind was dismissed in April. The other two had been cleared."
    )
    assert [n for n, _, _ in _ends(page)] == ["Rhys Cole", "Tara Lind", None, None]


def test_a_surname_beside_its_rank_is_a_name() -> None:
    page = (
        f"{_STORY}The custody sergeant, Molyn, who had struck a prisoner, had pleaded guilty to theft. Molyn was given a final "
        "written warning."
    )
    assert ("Molyn", "sergeant") in [(n, r) for n, r, _ in _ends(page)]


def test_parties_called_by_number_have_the_work_that_is_told_so() -> None:
    page = (
        "COURT OF APPEAL (CRIMINAL DIVISION)\n\nBetween:\nSIMON HARGRAVE\nand\nANNELIESE BRUNT\nAppellants\n- and -\nREX\nRespondent\n\n"
        "Lord Justice Temper:\n\n1. The first appellant was until 2019 an inspector with the Warwickshire Police. The second appellant was "
        "a detention officer employed by the same force. On 9 July 2021 they were convicted together of perverting the course of justice.\n\n"
        "2. The appeals are dismissed.\n"
    )
    assert {s["name"].title(): s["rank"] for s in _subjects(page)} == {
        "Simon Hargrave": "inspector",
        "Anneliese Brunt": "police_staff",
    }


@pytest.mark.parametrize(
    "more",
    [
        "Police denied reports that Chief Inspector Maria Cover is to be disciplined over the show.",
        "Media enquiries: Corporate Communications, attention Sgt Paula Dean.",
    ],
)
def test_whoever_is_only_rumoured_of_or_to_be_asked_is_no_subject(more: str) -> None:
    assert [s["name"] for s in _subjects(_STORY + more)] == ["Leonora Fitz"]


def test_one_to_whom_a_thing_was_sent_has_not_the_senders_end() -> None:
    page = (
        f"{_STORY}The panel was reminded of Sergeant Clive Amor, of the same force, who had sent messages to a detective constable and was "
        "given a final written warning."
    )
    assert [s["rank"] for s in _subjects(page) if s["name"] is None] == []


@pytest.mark.parametrize(
    ("more", "rank", "outcome", "finding"),
    [
        (
            "The panel also dealt with a special constable who was given words of advice.",
            "special_constable",
            "management_advice",
            None,
        ),
        ("Their chief inspector has had a written warning.", "chief_inspector", "written_warning", None),
        (
            "The watchdog examined the actions of a custody sergeant. It found no case to answer.",
            "sergeant",
            None,
            "no_case",
        ),
        (
            "A sergeant wrote the report. He copied Fitz's account without asking anyone. He got a final written warning.",
            "sergeant",
            "final_written_warning",
            None,
        ),
    ],
)
def test_one_more_told_of_in_other_words(
    more: str, rank: str, outcome: str | None, finding: str | None
) -> None:
    told = [s for s in _subjects(_STORY + more) if s["name"] is None]
    assert [(s["rank"], s["proceeding"]["outcome"], s["proceeding"]["finding"]) for s in told] == [
        (rank, outcome, finding)
    ]


def test_his_sergeant_is_told_of_where_the_next_sentence_says_she() -> None:
    page = (
        "Detective who lost a file is sacked\n\n4 April 2019\n\nDC Owen Fitz, 29, of Dorset Police was dismissed without notice on "
        "Tuesday by a misconduct panel in Winfrith. The panel found that he had lied about a file.\n\nHis sergeant had countersigned "
        "the form. {} was given a written warning."
    )
    assert _ends(page.format("She"))[1:] == [(None, "sergeant", "written_warning")]
    assert len(_ends(page.format("He"))) == 1


def test_whoever_sues_a_force_over_what_an_officer_did_is_no_officer() -> None:
    page = (
        "IN THE COURT OF APPEAL\nCIVIL DIVISION\n\nBetween:\nNATALIE GRAFT\nAppellant\n- and -\nTHE CHIEF CONSTABLE OF NORTH "
        "YORKSHIRE\nRespondent\n\nLORD JUSTICE ORME:\n\n1. In 2012 the appellant, then a student at York, was attacked. The officer "
        "assigned to her case, DC Brennan, destroyed a statement.\n\n2. DC Brennan pleaded guilty to misconduct in public office at Leeds "
        "in 2015 and went to prison for eight months; the force had dismissed him.\n\n3. The appeal is allowed.\n"
    )
    assert [(s["name"], s.get("background")) for s in _subjects(page)] == [("Brennan", None)]


def test_a_name_after_a_question_about_the_rank_has_the_rank() -> None:
    page = f"{_STORY}And the inspector? Nigel Prob did nothing for five weeks. He will appear before a misconduct panel on 3 November."
    assert ("Nigel Prob", "inspector") in [(n, r) for n, r, _ in _ends(page)]
