"""One vocabulary of words that say the same, asked by every pattern and template."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import patterns, read, synonyms
from peelian.reading.templates import cut


def subjects(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(read(Document(id="d", text=text)).to_json())["subjects"]
    return found


def test_a_word_stands_for_all_that_says_the_same() -> None:
    asked = patterns.compile(r"\bwas (?:warned|sacked|jailed for)\b")
    for told in (
        "was sacked",
        "was axed",
        "was kicked out of the force",
        "was locked up for",
        "was jailed for",
    ):
        assert asked.search(told), told
    assert not asked.search("was kicked out of the house")


@pytest.mark.parametrize(
    "written",
    [r"(?<=was jailed) for", r"[|sacked|]", r"(?P<jailed>x)", r"sacked?", r"unsacked", r"\bjailing\b"],
)
def test_nothing_is_written_where_it_cannot_stand(written: str) -> None:
    assert synonyms.in_pattern(written) == written


def test_what_follows_a_look_behind_is_written() -> None:
    assert re.fullmatch(synonyms.in_pattern(r"(?<!is) ?(?:(?<=x)|jailed)"), " locked up")


def test_a_template_stands_for_all_that_says_the_same() -> None:
    heads, tail = cut(synonyms.in_template("has since {resigned|retired}"))
    assert {"has since resigned", "has since stepped down", "has since quit"} <= set(heads)
    assert not tail
    assert synonyms.in_template("resign{ed} from") == "resign{ed} from"


@pytest.mark.parametrize(
    "told",
    ["sacked", "axed", "kicked out of the force", "thrown out of the police", "shown the door", "fired"],
)
def test_an_officer_without_a_name_was_dismissed(told: str) -> None:
    first, second = subjects(
        f"PC Ann Lee of Kent Police was given a written warning at a misconduct hearing on 3 May 2022.\n\n"
        f"A dispatcher, who knew of the bet and logged the car as busy, was {told}."
    )
    assert first["proceeding"]["outcome"] == "written_warning"
    assert second["proceeding"]["outcome"] == "dismissed"


@pytest.mark.parametrize("told", ["resigned", "stepped down", "quit", "handed in his notice"])
def test_who_is_called_by_a_first_name_left(told: str) -> None:
    (only,) = subjects(
        f"Perry Vole was a special constable in Kent. Perry {told} in April after the panel found misconduct."
    )
    assert only["resigned"] == "resigned"


@pytest.mark.parametrize(
    "of", ["from her duties", "from active duty", "as chair of the federation", "as captain"]
)
def test_stepping_down_from_something_else_is_no_resignation(of: str) -> None:
    (only,) = subjects(
        f"PC Ann Lee of Kent Police stepped down {of} before a misconduct hearing found gross misconduct."
    )
    assert only["resigned"] is None
    assert only["former"] is None


@pytest.mark.parametrize(
    "of",
    [
        "from the force",
        "from her post",
        "from Kent Police",
        "as a police officer",
        "from the Special Constabulary",
        "",
    ],
)
def test_stepping_down_from_the_force_is_a_resignation(of: str) -> None:
    (only,) = subjects(
        f"PC Ann Lee of Kent Police stepped down {of} before a misconduct hearing found gross misconduct."
    )
    assert only["resigned"] is not None


@pytest.mark.parametrize("told", ["kicked out of the house", "thrown out of a pub", "locked out"])
def test_whoever_is_out_of_something_else_keeps_the_job(told: str) -> None:
    (only,) = subjects(
        f"PC Ann Lee, of Kent Police, was {told} in May. A misconduct hearing gave her a written warning."
    )
    assert only["proceeding"]["outcome"] == "written_warning"
    assert not only["sentences"]


@pytest.mark.parametrize(
    "told", ["jailed", "locked up", "caged", "put behind bars", "sent down", "sent to prison"]
)
def test_a_second_one_is_jailed_for_a_term(told: str) -> None:
    first, second = subjects(
        f"PC Ann Lee, of Kent Police, was {told} for two years at Leeds Crown Court for theft. "
        f"PC Tom Moss, also of Kent Police, was {told} for three years for fraud."
    )
    assert [s["length"] for s in first["sentences"]] == ["P2Y"]
    assert [s["length"] for s in second["sentences"]] == ["P3Y"]


@pytest.mark.parametrize("told", ["hearing", "tribunal", "panel", "board"])
def test_an_accelerated_one_by_any_name(told: str) -> None:
    (only,) = subjects(
        f"PC Ann Lee of Kent Police was dismissed without notice by an accelerated misconduct {told}."
    )
    assert only["proceeding"]["kind"] == "accelerated_hearing"


def test_an_employment_tribunal_is_no_notice() -> None:
    page = json.loads(
        read(
            Document(id="d", text="Employment tribunal notice of claim\n\nA tribunal heard PC Ann Lee.")
        ).to_json()
    )
    assert page["kind"] != "hearing_notice"


@pytest.mark.parametrize("told", ["misconduct hearing", "misconduct tribunal", "disciplinary panel"])
def test_a_notice_by_any_name(told: str) -> None:
    text = f"Kent Police {told} notice\n\nName: PC 1234 Ann Lee\nDate: 5 May 2024\nVenue: Maidstone\n"
    assert json.loads(read(Document(id="d", text=text)).to_json())["kind"] == "hearing_notice"


@pytest.mark.parametrize(
    "told",
    ["chaired by", "led by", "which was led by", "which is being headed by", "sitting in May and led by"],
)
def test_who_leads_a_hearing(told: str) -> None:
    (only,) = subjects(
        f"PC Ann Lee of Kent Police was dismissed. A misconduct panel, {told} Mr Tom Moss, found gross misconduct."
    )
    assert only["proceeding"]["chair"] == "Tom Moss"


@pytest.mark.parametrize(
    "told",
    [
        "The case against her was led by Mr Tom Moss.",
        "It came after an inquiry led by Det Supt Tom Moss.",
        "The team that looked into it was headed by Superintendent Tom Moss.",
        "The panel was advised by a legally qualified person, Mr Tom Moss.",
    ],
)
def test_who_leads_something_else_is_no_chair(told: str) -> None:
    (only,) = subjects(f"PC Ann Lee of Kent Police was dismissed at a misconduct hearing. {told}")
    assert only["proceeding"]["chair"] is None


def test_who_received_a_warning_is_told_of() -> None:
    names = [
        s["name"]
        for s in subjects(
            "A detective inspector in Kent, Ann Lee, has been dismissed for lies about overtime, a misconduct hearing ruled.\n\n"
            "Sergeant Tom Moss, who had signed the forms, received a final written warning."
        )
    ]
    assert names == ["Ann Lee", "Tom Moss"]


@pytest.mark.parametrize("told", ["was given", "received", "was handed", "was issued with", "has received"])
def test_a_warning_told_by_pronoun_is_hers_who_was_just_named(told: str) -> None:
    first, second = subjects(
        "A Kent sergeant, Ann Lee, has been dismissed for lies about overtime.\n\n"
        "Her deputy at the time, Inspector Maeve Cole, was criticised as well. She had told a complainant to leave. "
        f"That was misconduct, the panel said, but not gross, and she {told} a written warning."
    )
    assert (first["name"], first["proceeding"]["outcome"], first["proceeding"]["finding"]) == (
        "Ann Lee",
        "dismissed",
        None,
    )
    assert (second["name"], second["proceeding"]["outcome"]) == ("Maeve Cole", "written_warning")


@pytest.mark.parametrize(
    "beside", ["beside her", "alongside her", "under her", "with her", "around the table"]
)
@pytest.mark.parametrize("told", ["jailed", "locked up", "sacked", "axed"])
def test_what_became_of_several_beside_her_is_not_hers(beside: str, told: str) -> None:
    (only,) = subjects(
        "PC Ann Lee, of Kent Police, was given a written warning at a misconduct hearing. "
        f"Two constables {beside} were {told}."
    )
    assert (only["sentences"], only["proceeding"]["outcome"]) == ([], "written_warning")
