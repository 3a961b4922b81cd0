"""Wrong facts that would do a named person grave harm: a conviction or a dismissal that the page does not tell."""

from __future__ import annotations

from typing import Any

import pytest

from peelian.documents import Document
from peelian.reading import read


def of_bell(text: str) -> dict[str, Any]:
    subjects = read(Document("x", text)).to_dict()["subjects"]
    return next(s for s in subjects if s["name"] == "Tom Bell")


@pytest.mark.parametrize(
    "told",
    [
        "Former Sergeant Tom Bell's conviction for fraud was thrown out on appeal yesterday. He had been jailed for four years in 2017.",
        "Former Sergeant Tom Bell was jailed for four years in 2017 for fraud. Yesterday his conviction was thrown out by the Court of Appeal.",
    ],
)
def test_a_conviction_thrown_out_on_appeal_leaves_no_sentence(told: str) -> None:
    bell = of_bell(told)
    assert [(o["offence"], o["stage"]) for o in bell["offences"]] == [("fraud", "acquitted")]
    assert bell["sentences"] == []
    assert bell["appeal"] == {"kind": "criminal", "result": "allowed"}


def test_an_appeal_thrown_out_leaves_the_conviction() -> None:
    bell = of_bell(
        "Former Sergeant Tom Bell was jailed for four years in 2017 for fraud. His appeal against conviction was thrown out by three judges."
    )
    assert [(o["offence"], o["stage"]) for o in bell["offences"]] == [("fraud", "convicted")]
    assert bell["appeal"]["result"] == "dismissed"


def test_a_sentence_that_an_accused_only_faces_convicts_nobody() -> None:
    bell = of_bell(
        "A police constable will appear in court accused of sexual assault. PC Tom Bell, 34, of Kent Police, "
        "faces a sentence of up to 10 years if convicted. He will appear at Maidstone Crown Court on 5 May."
    )
    assert [o["stage"] for o in bell["offences"]] == ["charged"]


@pytest.mark.parametrize(
    "told",
    [
        "The chief constable must decide whether PC Tom Bell is dismissed, given a final written warning or exonerated. The hearing ends on Friday.",
        "Sergeant Tom Bell dismissed a call from a woman who said that she had been raped. The IOPC is investigating. A misconduct hearing will be held in June.",
        "PC Tom Bell will face a misconduct hearing in June. His solicitor dismissed reports that Bell would resign.",
    ],
)
def test_nobody_is_dismissed_by_words_only(told: str) -> None:
    assert of_bell(told)["proceeding"]["outcome"] in ("pending", None)


@pytest.mark.parametrize(
    "told",
    [
        "It imposed a final written warning on Sergeant Tom Bell at the hearing. The member who disagreed would have dismissed him.",
        "Sergeant Tom Bell was given a final written warning at the hearing. Operational dishonesty, counsel said, will almost always lead to dismissal.",
        "Sergeant Tom Bell was given a final written warning at the hearing. The number of police officers dismissed last year was 217.",
    ],
)
def test_a_minority_a_rule_and_a_number_dismiss_nobody(told: str) -> None:
    assert of_bell(told)["proceeding"]["outcome"] == "final_written_warning"


def test_a_job_that_somebody_will_seek_is_not_given_back() -> None:
    bell = of_bell(
        "PC Tom Bell was dismissed at a misconduct hearing. He says that he will seek his job back if he wins his appeal."
    )
    assert bell["proceeding"]["outcome"] == "dismissed"


def test_a_sentence_misprinted_and_put_right() -> None:
    bell = of_bell(
        "Correction. PC Tom Bell. The court report on page 5 last week gave his sentence as three years. "
        "It was three months, suspended for a year, passed at Lewes Crown Court for theft."
    )
    assert [(s["kind"], s["length"]) for s in bell["sentences"]] == [("suspended_sentence", "P3M")]


def test_another_officers_appeal_is_not_the_pages() -> None:
    bell = of_bell(
        "PC Tom Bell was dismissed after a misconduct hearing in Dover.\n\n"
        "The Police Appeals Tribunal dismissed an appeal by another Kent officer last month."
    )
    assert bell["appeal"] is None
    assert bell["proceeding"]["kind"] == "misconduct_hearing"


def test_a_rumour_denied_brings_nobody_in() -> None:
    subjects = read(
        Document(
            "x",
            "PC Tom Bell was dismissed at a misconduct hearing on 4 May 2019.\n\nPolice denied reports that an inspector had quit over the affair.",
        )
    ).to_dict()["subjects"]
    assert [s["name"] for s in subjects] == ["Tom Bell"]


@pytest.mark.parametrize("called", ["Ex-PC", "Former PC"])
def test_a_list_in_one_line_tells_of_each(called: str) -> None:
    subjects = read(
        Document(
            "x",
            f"Sentences for police trio\n\n{called} Tom Bell: 3 years. {called} Neil Crow: 2 years. {called} Ann Moss: 12 months, suspended for 24 months.\n\n"
            "Judge Kay Penn, sentencing all three at Hull Crown Court for fraud, said that they had let the force down.",
        )
    ).to_dict()["subjects"]
    assert [(s["name"], [t["length"] for t in s["sentences"]]) for s in subjects] == [
        ("Tom Bell", ["P3Y"]),
        ("Neil Crow", ["P2Y"]),
        ("Ann Moss", ["P12M"]),
    ]


def test_the_man_in_the_dock_of_a_hearing_is_no_older_case() -> None:
    bell = of_bell(
        "Superintendent found to have bullied secretary\n\nEvidence was given by the secretary, Nadia Ravell, by the chief superintendent, "
        "Neil Gort, and by a retired inspector, Barney Fenn.\n\nThe panel preferred what they said to the account of the man in the dock of "
        "this misconduct hearing, Superintendent Tom Bell of Staffordshire Police, and found gross misconduct. He was reduced in rank to chief inspector."
    )
    assert bell["proceeding"]["finding"] == "gross_misconduct"
    assert bell["rank"] == "superintendent"


def test_what_a_sentence_would_have_been_is_not_passed() -> None:
    bell = of_bell(
        "PC Tom Bell, banned from driving for 20 months after he admitted drink driving, was told by the bench: "
        '"You could have killed somebody. Had you done so you would be starting a sentence of 10 years."'
    )
    assert bell["sentences"] == []
    assert [o["kind"] for o in bell["orders"]] == ["driving_disqualification"]
