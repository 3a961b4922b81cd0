"""Titles and sentences: made of facts, never more than they say."""

from __future__ import annotations

import re

import msgspec
import pytest
from tests.casefile.cases import Told, offence, party, proceeding, source, subject, told
from tests.casefile.cases import sentence as passed

from peelian.casefile import build, sentence, title
from peelian.casefile.facts import CaseInput, Mention, Party
from peelian.casefile.statements import statements

SAYINGS = [
    (
        told("2019-06-01", offences=[offence("theft", count=3)], sentences=[passed(length="P18M")], proceeding=proceeding("special_case_hearing", date="2019-05-03", outcome="dismissed_without_notice")),
        "PC Ada Thorne of Kent Police, convicted of three counts of theft and jailed for 18 months, was dismissed without notice on 3 May 2019 after a special case hearing.",
    ),
    (
        told(offences=[offence("theft", count=2), offence("perjury", count=1), offence("fraud")]),
        "PC Ada Thorne of Kent Police was convicted of two counts of theft, one count of perjury and fraud.",
    ),
    (told(offences=[offence("rape", "charged")]), "PC Ada Thorne of Kent Police was charged with rape."),
    (told(offences=[offence("rape", "alleged")]), "PC Ada Thorne of Kent Police was alleged to have committed rape."),
    (told(offences=[offence("rape", "acquitted")]), "PC Ada Thorne of Kent Police was acquitted of rape."),
    (
        told(offences=[offence("rape", "discontinued")], proceeding=proceeding(outcome="pending", date="2021-03")),
        "PC Ada Thorne of Kent Police was to face a misconduct hearing in March 2021; the criminal case of rape was not taken further.",
    ),
    (
        told(former=True, proceeding=proceeding(date="2021", outcome="would_have_been_dismissed")),
        "Former PC Ada Thorne of Kent Police would have been dismissed if still serving in 2021 after a misconduct hearing.",
    ),
    (
        told(proceeding=proceeding("misconduct_meeting", finding="not_proven")),
        "PC Ada Thorne of Kent Police was cleared: the allegations were found not proven by a misconduct meeting.",
    ),
    (
        told(name=None, label="Officer A", force="metropolitan", proceeding=proceeding("not_stated", outcome="dismissed")),
        "Officer A of the Metropolitan Police Service was dismissed.",
    ),
    (
        told(name=None, rank="inspector", investigation={"bodies": [], "oversight": "iopc", "mode": "independent"}),
        "An unnamed inspector of Kent Police was the subject of an independent investigation; no outcome is told.",
    ),
    (told(rank=None, force=None, suspended=True, resigned="resigned"), "Ada Thorne is told of in published documents; no outcome is told."),
    (
        told(proceeding=proceeding("appeal_tribunal", date="2018-01-12", outcome="dismissed"), appeal={"kind": "tribunal", "result": "dismissed"}),
        "PC Ada Thorne of Kent Police was dismissed: so it stands after the Police Appeals Tribunal on 12 January 2018; an appeal to the Police Appeals Tribunal was dismissed.",
    ),
    (
        told(name="Osric PENGELLY-SHAH", offences=[offence("theft"), offence("theft", "acquitted")]),
        "PC Osric Pengelly-Shah of Kent Police was convicted of theft and acquitted of a further charge of theft.",
    ),
    (
        told(proceeding=proceeding(outcome="final_written_warning"), appeal={"kind": "tribunal", "result": "pending"}),
        "PC Ada Thorne of Kent Police was given a final written warning after a misconduct hearing; an appeal to the Police Appeals Tribunal was lodged.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("tale", "words"), SAYINGS, ids=[words[:60] for _, words in SAYINGS])
def test_sentence(tale: Told, words: str) -> None:
    assert sentence(party(tale)) == words


def test_offences_that_are_not_stated_are_told_once() -> None:
    unstated = offence("other", "charged", title=None)
    assert sentence(party(told(offences=[unstated, unstated, offence("theft", "charged")]))) == (
        "PC Ada Thorne of Kent Police was charged with theft and offences that are not stated."
    )
    counted = [{**unstated, "count": 1}, {**unstated, "count": 2}]
    assert "charged with three offences that are not stated." in sentence(party(told(offences=counted)))
    assert "charged with an offence." in sentence(party(told(offences=[unstated])))


QUASHED = (
    told("2018-05-03", id="s-1", offences=[offence("theft")], sentences=[passed(length="P18M")]),
    told(
        "2020-02-01",
        id="s-2",
        offences=[offence("theft", "acquitted")],
        appeal={"kind": "criminal", "result": "allowed"},
    ),
)


def test_a_quashed_conviction_leaves_no_sentence() -> None:
    words = sentence(party(*QUASHED))
    assert words.endswith("; a conviction of theft was quashed on appeal.")
    assert "jailed" not in words and "convicted" not in words
    beside = told("2018-05-03", id="s-3", offences=[offence("perjury")])
    words = sentence(party(*QUASHED, beside))
    assert "convicted of perjury" in words and "jailed" not in words


def test_the_finding_appealed_against_is_not_the_tribunals() -> None:
    def words(outcome: str, result: str, finding: str = "gross_misconduct") -> str:
        before = proceeding("appeal_tribunal", date="2019-04-08", outcome=outcome, finding=finding)
        return sentence(party(told(proceeding=before, appeal={"kind": "tribunal", "result": result})))

    assert words("reinstated", "allowed") == (
        "PC Ada Thorne of Kent Police was reinstated by the Police Appeals Tribunal on 8 April 2019, "
        "the finding appealed against being gross misconduct."
    )
    assert "the finding appealed against being gross misconduct" in words("final_written_warning", "varied")
    assert "finding" not in words("dismissed", "dismissed")
    assert "finding" not in words("reinstated", "allowed", "not_proven")


def test_contradictions_are_said_and_neither_side_is() -> None:
    one = party(
        told(id="s-1", offences=[offence("fraud", "acquitted")], proceeding=proceeding(outcome="no_action")),
        told(
            id="s-2",
            offences=[offence("fraud", "convicted")],
            proceeding=proceeding(outcome="written_warning"),
        ),
    )
    words = sentence(one)
    assert "jailed" not in words
    assert "convicted" not in words and "acquitted" not in words and "warning" not in words
    assert "disagree on what was decided" in words and "the case of fraud" in words


@pytest.mark.parametrize("stage", ["alleged", "charged", "acquitted", "discontinued", None])
def test_nobody_is_convicted_in_words_who_is_not_in_facts(stage: str | None) -> None:
    one = party(told(offences=[offence("theft", stage or "convicted")], sentences=[passed(length="P1Y")]))
    if stage is None:
        facts = {name: fact for name, fact in one.offences[0].facts.items() if name != "stage"}
        one = msgspec.structs.replace(one, offences=(msgspec.structs.replace(one.offences[0], facts=facts),))
    assert not re.search(r"convicted|jailed|guilty|cautioned", sentence(one))


def test_suspension_and_resignation_are_not_read_into() -> None:
    one = party(
        told(suspended=True, restricted=True, resigned="resigned", offences=[offence(stage="charged")])
    )
    assert not re.search(r"suspend|restrict|resign|left", sentence(one))


def test_no_gender_is_guessed() -> None:
    for tale, _ in SAYINGS:
        assert not re.search(r"\b(?:he|she|his|her|him|they|their)\b", sentence(party(tale)), re.IGNORECASE)


def test_what_is_taken_away_is_not_said() -> None:
    """The gate hands in a party without the facts that may not be shown."""
    one = party(SAYINGS[0][0])
    bare = Party(person="p-1", facts={"force": one.facts["force"]}, proceedings=one.proceedings)
    assert sentence(bare) == (
        "An unnamed person of Kent Police was dismissed without notice on 3 May 2019 after a special case hearing."
    )
    assert sentence(Party(person="p-1"))
    assert title([Party(person="p-1")]) == "An unnamed person"


def test_the_day_of_a_failed_appeal_is_not_the_day_of_dismissal() -> None:
    words = sentence(
        party(
            told(id="s-1", proceeding=proceeding(date="2017-05-03", outcome="dismissed")),
            told(
                id="s-2",
                proceeding=proceeding("appeal_tribunal", date="2018-01-12", outcome="dismissed"),
                appeal={"kind": "tribunal", "result": "dismissed"},
            ),
        )
    )
    assert words == (
        "PC Ada Thorne of Kent Police was dismissed on 3 May 2017 after a misconduct hearing; "
        "an appeal to the Police Appeals Tribunal was dismissed."
    )


def many(*names: str | None) -> CaseInput:
    reading = {"subjects": [subject(name=name, force="essex") for name in names]}
    drafts = statements(reading, "", "s-1")
    mentions: tuple[Mention, ...] = tuple(draft.of(f"p-{draft.index}") for draft in drafts)
    return CaseInput(id="c-1", sources=(source(),), mentions=mentions)


def test_titles() -> None:
    assert build(many("Ada Thorne")).title == "PC Ada Thorne, Essex Police"
    assert build(many("Ada Thorne", "Ben Sole")).title == "PC Ada Thorne and one other, Essex Police"
    assert build(many(None)).title == "An unnamed PC, Essex Police"
    assert build(many()).title == "A case without persons"
    assert build(many("Ada Thorne", "B C", "D E", "F G", "H I")).summary.endswith(
        "The case has two more persons."
    )
