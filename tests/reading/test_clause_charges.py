"""Charges whose own clause says what became of them, pleas that the Crown accepted, a statute named before the offence."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

HEAD = "PC in court\n\nThames Herald, 25 June 2024\n\nPC Ann Lee, 29, of Essex Police, appeared at Leeds Crown Court. She "


def told(words: str) -> dict[str, tuple[str, int | None, str | None]]:
    (subject,) = read(Document("x", HEAD + words)).to_dict()["subjects"]
    return {o["offence"]: (o["stage"], o["count"], o["plea"]) for o in subject["offences"]}


@pytest.mark.parametrize(
    "dropped",
    [
        "pleaded guilty to theft and a charge of fraud was dropped.",
        "pleaded guilty to theft, and a charge of fraud was left on file.",
        "was cleared of theft but one count of fraud was left on the file.",
        "was found guilty of theft, while one count of fraud was ordered to lie on the file.",
        "was convicted of theft and a charge of fraud against her was formally withdrawn.",
    ],
)
def test_a_charge_with_a_verb_of_its_own_is_not_governed_by_the_verdict_before_it(dropped: str) -> None:
    assert told(dropped)["fraud"] == ("discontinued", 1, None)


def test_a_count_dismissed_by_the_judge_is_an_acquittal() -> None:
    stages = told("was convicted of theft and a count of fraud was dismissed by the judge.")
    assert (stages["theft"][0], stages["fraud"][0]) == ("convicted", "acquitted")


def test_one_verb_governs_a_list_that_has_no_other() -> None:
    stages = told("was found guilty of theft and a charge of fraud and was dismissed from the force.")
    assert [stage for stage, _, _ in stages.values()] == ["convicted", "convicted"]


def test_a_verb_behind_two_counts_is_of_both() -> None:
    stages = told(
        "admitted theft. Two counts of fraud and one of threats to kill were ordered to lie on file."
    )
    assert [stages[o][:2] for o in ("fraud", "threats_to_kill")] == [("discontinued", 2), ("discontinued", 1)]


@pytest.mark.parametrize(
    ("verb", "stage"),
    [
        ("was convicted", "convicted"),
        ("was found guilty by a jury in May", "convicted"),
        ("was acquitted", "acquitted"),
        ("stood trial", "charged"),
    ],
)
def test_on_so_many_counts_says_no_more_than_the_verb_before_it(verb: str, stage: str) -> None:
    assert told(f"{verb} on three counts of theft and one of fraud.") == {
        "theft": (stage, 3, None),
        "fraud": (stage, 1, None),
    }


@pytest.mark.parametrize(
    "accepted",
    [
        "admitted theft. Her not guilty plea to fraud was accepted by the Crown.",
        "admitted theft. Prosecutors accepted a plea of not guilty to fraud.",
        "pleaded guilty to theft and not guilty to fraud, pleas which the Crown accepted.",
        "pleaded not guilty to fraud but guilty to theft, and the prosecution accepted her pleas.",
    ],
)
def test_nothing_comes_of_a_denied_charge_when_the_crown_accepts_the_plea(accepted: str) -> None:
    stages = told(accepted)
    assert stages["fraud"][::2] == ("discontinued", "not_guilty")
    assert stages["theft"][::2] == ("convicted", "guilty")


def test_a_denied_charge_stays_charged_when_only_a_caution_was_accepted() -> None:
    assert told("pleaded not guilty to fraud and accepted a caution for theft.")["fraud"][0] == "charged"


@pytest.mark.parametrize(
    "words",
    [
        "accepted eight offences under the Data Protection Act 2018 of disclosing personal data without consent.",
        "pleaded guilty to eight offences contrary to section 170 of the Data Protection Act 2018 of obtaining personal data.",
    ],
)
def test_a_statute_and_then_what_it_was_are_one_offence(words: str) -> None:
    assert told(words) == {"data_protection": ("convicted", 8, "guilty")}


def test_a_plea_told_after_an_acquittal_is_to_the_other_charges() -> None:
    stages = told(
        "admitted nine thefts. She was cleared of burglary. The judge gave credit for her guilty pleas."
    )
    assert stages == {"theft": ("convicted", 9, "guilty"), "burglary": ("acquitted", None, None)}


def test_years_for_each_charge_are_no_counts() -> None:
    stages = told(
        "admitted theft and fraud. She got nine years: nine for the fraud, two for the theft, all concurrent."
    )
    assert [count for _, count, _ in stages.values()] == [None, None]


def test_charges_decided_differently_are_two_though_one_is_a_plain_word() -> None:
    stages = told(
        "was found guilty of assaulting a boy of 16. A charge of behaving in a threatening or abusive manner was found not proven."
    )
    assert {o: stage for o, (stage, _, _) in stages.items()} == {
        "common_assault": "convicted",
        "public_order": "acquitted",
    }
