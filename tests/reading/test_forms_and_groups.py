"""Forms run together in one line, headings over groups of entries, and writers' names above the text."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def _read(text: str) -> dict[str, Any]:
    return read(Document("x", text)).to_dict()


def test_a_whole_form_in_one_line_is_read_by_its_labels() -> None:
    page = (
        "Forthcoming hearingsMisconduct hearing\n"
        "Police forceSurrey PoliceOfficerDC 1420 Prudence Lacey-OmarRegulationsPolice Conduct Regulations 2020"
        "WhenMonday 3 March 2025 10amExpected to finishWednesday 5 March 2025WhereMount Browne Guildford"
        "Legally qualified adviserPercy ThrupPanel chairAssistant Chief Constable Amos RidleyCan I attendYes\n"
        "What is alleged\nThat the officer asked PC 88 Colin Starr to alter a statement\n"
        "If proved this would amount to gross misconduct\n"
    )
    (officer,) = _read(page)["subjects"]
    assert (officer["name"], officer["rank"], officer["force"]) == (
        "Prudence Lacey-Omar",
        "detective_constable",
        "surrey",
    )
    hearing = officer["proceeding"]
    assert (hearing["chair"], hearing["outcome"]) == ("Amos Ridley", "pending")


_PAPER = """Ethics Board
Paper 4

Conduct cases closed, April to June 2021

Kent Police hearings with a legally qualified chair
1. PC 1 (ref 12/21). 14-15 April. Misuse of systems. Gross misconduct. Dismissed without notice.
2. Sgt 2 (ref 14/21). 6 May. Rudeness. Misconduct. Written warning.

Accelerated hearings before the Chief Constable
3. PC 3 (ref 20/21). 3 June. Convicted of theft. Dismissed without notice.

Meetings
4. There were two. PC 4 slept on duty: misconduct, written warning. DC 5 lost an exhibit: misconduct, final written warning.
"""


def test_a_heading_over_a_group_of_entries_says_what_their_hearings_were() -> None:
    told = {s["label"]: s["proceeding"] for s in _read(_PAPER)["subjects"]}
    assert {label: p["kind"] for label, p in told.items()} == {
        "PC 1": "misconduct_hearing",
        "Sgt 2": "misconduct_hearing",
        "PC 3": "accelerated_hearing",
        "PC 4": "misconduct_meeting",
        "DC 5": "misconduct_meeting",
    }
    assert told["PC 3"]["chair_role"] == "Chief Constable"


def test_a_day_that_is_a_sentence_of_an_entry_is_its_hearings() -> None:
    told = {s["label"]: s["proceeding"]["date"] for s in _read(_PAPER)["subjects"]}
    assert [told[x] for x in ("PC 1", "Sgt 2", "PC 3")] == ["2021-04-15", "2021-05-06", "2021-06-03"]


def test_one_entry_of_several_labelled_officers_is_parted() -> None:
    told = {s["label"]: s["proceeding"]["outcome"] for s in _read(_PAPER)["subjects"]}
    assert (told["PC 4"], told["DC 5"]) == ("written_warning", "final_written_warning")


def test_a_writer_above_the_text_is_not_whom_the_story_is_about() -> None:
    for writer in (
        "Courts reporter Ines Hartshorn",
        "Posted by Ines Hartshorn on Sunday the 3rd",
        "Reporting: Ines Hartshorn",
    ):
        page = (
            f"Sergeant guilty over tip-off\n\n{writer}\nLeeds\nWednesday 6 November 2019\n\n"
            "A sergeant on the drugs squad of West Yorkshire Police told a dealer to clear his lock-up, a jury found yesterday.\n\n"
            "Piers Vandervell walked into the dock at Leeds Crown Court smiling. "
            "Vandervell, 45, was found guilty of misconduct in a public office.\n"
        )
        assert [s["name"] for s in _read(page)["subjects"]] == ["Piers Vandervell"], writer


def test_what_a_shouted_headlines_somebody_owns_is_no_name() -> None:
    page = (
        "THE BILL'S BOOZE CRUISE\nCops flogged seized wine\n\n"
        "A BENT custody sergeant who sold wine from a police store was caged for two years yesterday.\n\n"
        "Barnaby Quill, 48, admitted theft at Liverpool Crown Court. The Merseyside officer resigned.\n"
    )
    assert [s["name"] for s in _read(page)["subjects"]] == ["Barnaby Quill"]


_TRIO = (
    "THE BILL'S BOOZE CRUISE\nOnly ringleader gets banged up\n\n"
    "A BENT custody sergeant who sold wine from a police store was caged yesterday while his helpers walked free.\n\n"
    "Barnaby Quill, 48, led them. Property clerk Sheena Udall, 52, fiddled the books. And PC Rhys Tranter, 29, drove the van.\n\n"
    "Quill admitted theft at Liverpool Crown Court and got 27 months. Udall owned up to false accounting. "
    "Her nine months were suspended for two years. Tranter was convicted of handling stolen goods and fined £2,500.\n\n"
    "The sarge jacked it in as soon as he was nicked. The clerk was sacked by Merseyside Police last July.\n"
)


def test_the_sarge_and_the_clerk_are_those_of_that_job() -> None:
    told = {s["name"]: s for s in _read(_TRIO)["subjects"]}
    assert list(told) == ["Barnaby Quill", "Sheena Udall", "Rhys Tranter"]
    assert [s["resigned"] for s in told.values()] == ["resigned", None, None]
    assert told["Sheena Udall"]["proceeding"]["outcome"] == "dismissed"
    assert told["Barnaby Quill"]["proceeding"] is None


def test_months_that_were_suspended_and_only_the_ringleader() -> None:
    told = {s["name"]: s["sentences"] for s in _read(_TRIO)["subjects"]}
    (suspended,) = told["Sheena Udall"]
    assert (suspended["kind"], suspended["length"], suspended["suspended_for"]) == (
        "suspended_sentence",
        "P9M",
        "P2Y",
    )
    assert [s["kind"] for s in told["Barnaby Quill"]] == ["imprisonment"]
    assert "imprisonment" not in [s["kind"] for s in told["Sheena Udall"]]


def test_a_term_that_was_substituted_stands() -> None:
    page = (
        "Ex-PC's sentence cut\n\nFormer PC Ann Holt, 34, of Essex Police, was jailed for two years at Chelmsford Crown Court "
        "on 4 May 2020 after admitting fraud. The Court of Appeal said that this was too long. Eighteen months was substituted.\n"
    )
    (officer,) = _read(page)["subjects"]
    assert [s["length"] for s in officer["sentences"]] == ["P18M"]
    assert officer["appeal"] == {"kind": "criminal", "result": "varied"}


def test_a_notice_that_tells_of_a_second_officer_tells_of_two() -> None:
    page = (
        "HEDDLU GWENT POLICE\nHearing Outcome\nEnw: Cyn-Ringyll Gethin Rowlands\n"
        "Name Former Sergeant 0417 Gethin Rowlands\nType of hearing Gross misconduct hearing\n"
        "Held at Cwmbran from 14 to 19 June 2023\nPanel Gwenda Prothero LQC\n"
        "Details of conduct The former officer backdated a supervisor entry\n"
        "A second former officer PC 1192 Heulwen Vaughan admitted misconduct at a meeting on 2 March 2022 and received a written warning\n"
        "Decision Proven as gross misconduct He would have been dismissed\n"
    )
    told = {s["name"]: s["proceeding"]["outcome"] for s in _read(page)["subjects"]}
    assert told == {"Gethin Rowlands": "would_have_been_dismissed", "Heulwen Vaughan": "written_warning"}


def test_two_forms_in_a_line_each_are_two_cases() -> None:
    """A list whose entries have run together is no notice of its first officer."""
    page = (
        "Misconduct hearing outcomes\nSurrey Police\n\n"
        "Date3 March 2025OfficerDC 1420 Prudence LaceyAllegationShe liedFindingGross misconductOutcomeDismissed without notice\n"
        "Date9 March 2025OfficerPC 88 Colin StarrAllegationHe was rudeFindingMisconductOutcomeWritten warning\n"
    )
    told = {s["name"]: s["proceeding"]["outcome"] for s in _read(page)["subjects"]}
    assert told == {"Prudence Lacey": "dismissed_without_notice", "Colin Starr": "written_warning"}


def test_a_roster_with_small_letters() -> None:
    page = (
        "Kent Police\nOutcome of joint misconduct hearing\nOfficers subject of the hearing\n"
        "a PS 3316 Leopold Trevanion\nb PC 5120 Mehitabel Crowe\nc Former PC 5233 Aurelia Stobbs\n"
        "Hearing held 11 to 15 November 2024 Maidstone\nPresiding Assistant Chief Constable Dunstan Wray\n"
        "Case\nThe officers attended a disturbance and it was alleged that b used force which was not necessary\n"
        "Findings\na Duties and Responsibilities breached amounting to misconduct\n"
        "b Use of Force breached amounting to gross misconduct\nc Honesty and Integrity breached amounting to gross misconduct\n"
        "Outcome\na written warning\nb dismissed without notice\nc would have been dismissed had she not resigned in March 2024\n"
        "b and c will be placed on the barred list\n"
    )
    told = {s["name"]: s for s in _read(page)["subjects"]}
    assert {name: s["proceeding"]["outcome"] for name, s in told.items()} == {
        "Leopold Trevanion": "written_warning",
        "Mehitabel Crowe": "dismissed_without_notice",
        "Aurelia Stobbs": "would_have_been_dismissed",
    }
    assert [s["barred"] for s in told.values()] == [None, True, True]
    assert {s["proceeding"]["chair"] for s in told.values()} == {"Dunstan Wray"}


def test_entries_numbered_by_letter_and_figure_under_their_headings() -> None:
    page = (
        "JOINT AUDIT COMMITTEE\n24 July 2019\n\nKENT POLICE: CONDUCT, APRIL TO JUNE 2019\n\n"
        "A. Gross misconduct hearings\n\n"
        "A1. Constable W - 1 May - took home exhibits. Gross misconduct. Dismissed without notice.\n\n"
        "A2. Sergeant X - 13 May - was rude. Misconduct. Written warning.\n\n"
        "B. Special case hearings\n\n"
        "B1. Constable Z - 20 June - convicted of theft. Dismissed without notice.\n"
    )
    told = {s["label"]: s["proceeding"] for s in _read(page)["subjects"]}
    assert {label: p["kind"] for label, p in told.items()} == {
        "Constable W": "misconduct_hearing",
        "Sergeant X": "misconduct_hearing",
        "Constable Z": "special_case_hearing",
    }


def test_a_papers_own_name_is_nobody() -> None:
    page = (
        "Inspector demoted\n\nThe Ouse Valley Packet, 16 October 2020\nby Hepzibah Lunn\n\n"
        "AN inspector with Sussex Police who taunted a young woman has been demoted by a misconduct panel.\n\n"
        '"I would have liked an apology," the woman told the Packet.\n'
    )
    assert all(s["name"] is None for s in _read(page)["subjects"])


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("The panel put it at gross misconduct. He was dismissed.", "gross_misconduct"),
        ("The panel settled on gross misconduct. He was dismissed.", "gross_misconduct"),
        ("They had little difficulty in calling it gross misconduct. He was dismissed.", "gross_misconduct"),
        ("That was misconduct of the gross kind, it ruled. He was dismissed.", "gross_misconduct"),
        ("The chair reduced it to misconduct. He was given a written warning.", "misconduct"),
        ("Both allegations failed.", "not_proven"),
        ("The proceedings were halted at the close of the authority's case.", "no_case"),
        (
            "The force called it gross misconduct and asked for dismissal. The panel has yet to decide.",
            "pending",
        ),
    ],
)
def test_findings_in_other_words(words: str, finding: str) -> None:
    page = (
        "Hearing into sergeant ends\n\nSgt Roy Marsh, 40, of Kent Police, who was accused of shouting at a colleague, "
        f"appeared before a misconduct hearing at Maidstone on 4 May 2020. {words}\n"
    )
    (officer,) = _read(page)["subjects"]
    assert officer["proceeding"]["finding"] == finding
