"""Policies are ordered, decisions tighten or loosen as they may, and the gate is pure."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.publication.cases import everything
from tests.publication.making import C, Made, Told, dismissed, make
from tests.publication.test_rules import charged, not_proven

from peelian.publication.changes import changes_between, loosens
from peelian.publication.gate import weigh
from peelian.publication.narrowing import narrowed
from peelian.publication.rulebook import RulebookError
from peelian.publication.rulings import Override, OverrideRefused
from peelian.publication.shapes import PublishedCase

LEVEL = {"withheld": 0, "masked": 1, "generalised": 2, "shown": 3}
CASES = {
    "everything": everything,
    "dismissed": lambda: make(dismissed()),
    "charged": charged,
    "not proven": not_proven,
}


def places(case: PublishedCase) -> dict[str, int]:
    """How much each field shows; a person's id in the case does not count."""
    found: dict[str, int] = {}
    for number, party in enumerate(case.parties):
        for name, shown in party.facts.items():
            found[f"{number}/{name}"] = LEVEL[shown.state]
        for name, many in party.lists.items():
            found[f"{number}/{name}"] = max(LEVEL[shown.state] for shown in many)
        for record in party.records:
            at = f"{number}/{record.kind}/{record.id.rsplit('/', 1)[-1]}"
            found[at] = LEVEL[record.state]
            for name, shown in record.facts.items():
                found[f"{at}/{name}"] = LEVEL[shown.state]
    return found


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=15, deadline=None)
@given(on=st.dates(date(2024, 5, 4), date(2036, 1, 1)))
def test_internal_shows_all_that_journalism_shows_and_that_all_that_cautious_shows(
    name: str, on: date
) -> None:
    made = CASES[name]()
    internal, journalism, cautious = (
        places(made.publish(policy, on=on.isoformat())) for policy in ("internal", "journalism", "cautious")
    )
    for narrow, wide in ((cautious, journalism), (journalism, internal)):
        assert all(wide.get(place, 0) >= level for place, level in narrow.items())


def test_the_gate_gives_the_same_bytes_each_time() -> None:
    assert everything().publish().to_json() == everything().publish().to_json()


def test_a_published_case_is_one_json_document_and_back() -> None:
    case = everything().publish()
    assert PublishedCase.from_json(case.to_json()) == case


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(RulebookError, match="there is no policy 'open'"):
        everything().publish("open")


def loosen(**more: Any) -> Override:
    given: dict[str, Any] = {
        "id": "7",
        "target": "p-person0000/name",
        "effect": "show",
        "rule": "not_proven",
        "reason": "The officer asked to be named.",
        "by": "Ira",
        "on": date(2024, 6, 1),
        "review_on": date(2025, 6, 1),
    }
    return Override(**(given | more))


def test_a_decision_loosens_a_rule_of_policy_until_its_review() -> None:
    made = not_proven()
    assert not made.publish(on="2024-06-02").parties[0].named
    case = made.publish(on="2024-06-02", overrides=[loosen()])
    assert case.parties[0].named and case.next_review == "2025-06-01"
    assert not made.publish(on="2025-06-01", overrides=[loosen()]).parties[0].named
    assert not made.publish(on="2024-05-31", overrides=[loosen()]).parties[0].named


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"rule": "victim_lifetime_anonymity"}, "no decision can loosen"),
        ({"rule": "anonymity_order"}, "no decision can loosen"),
        ({"rule": "street_address"}, "no decision can loosen"),
        ({"rule": "nonsense"}, "there is no rule"),
        ({"reason": " "}, "has no reason"),
        ({"by": ""}, "names nobody"),
        ({"review_on": None}, "has no review date"),
        ({"review_on": date(2024, 6, 1)}, "not after the day"),
    ],
)
def test_a_decision_that_may_not_loosen_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(OverrideRefused, match=message):
        not_proven().publish(overrides=[loosen(**change)])


def test_a_decision_can_withhold_anything() -> None:
    one = loosen(effect="withhold", rule="decision", target="p-person0000/rank", review_on=None)
    case = make(dismissed()).publish(overrides=[one])
    assert case.parties[0].facts["rank"].state == "withheld"
    assert "PC" not in case.title


def test_every_absolute_rule_refuses_every_decision_that_shows() -> None:
    from peelian.publication.rulebook import rules

    for rule in rules().values():
        if rule.absolute:
            with pytest.raises(OverrideRefused):
                not_proven().publish(overrides=[loosen(rule=rule.id)])


def test_changes_say_what_a_reader_would_see() -> None:
    made = make(dismissed())
    before, after = made.publish(on="2025-07-02"), made.publish(on="2025-07-04")
    kinds = {change.kind for change in changes_between(before, after)}
    assert "disappears" in kinds
    assert changes_between(before, before) == ()
    assert {change.kind for change in changes_between(None, after)} == {"appears"}
    assert loosens(after, before) and loosens(None, before)


def later_source() -> Made:
    """The dismissed officer again, with another source that tells more."""
    more = Told(
        text=(
            "Idris Vane, who is barred, joined the police in 2009 and was suspended in 2023, the Clarion has learned from "
            "people who know him well and who asked the paper not to say who they are or where they work today."
        ),
        published="2025-01-05",
        subjects=[
            {
                "name": C("Idris Vane", "Idris Vane"),
                "joined": C("2009", "2009"),
                "suspended": C(True, "suspended"),
            }
        ],
    )
    return make(dismissed(), more)


def test_a_day_tightens_what_was_approved_and_adds_nothing() -> None:
    approved = make(dismissed()).publish(on="2024-06-01")
    now = later_source().publish(on="2025-07-04")
    persons = {"party-1": "p-person0000"}
    shown = narrowed(approved, now, persons)
    assert "joined" in now.parties[0].facts and "joined" not in shown.parties[0].facts
    assert "theft" not in shown.to_json().decode()
    assert "2009" not in shown.to_json().decode()
    before, after = places(approved), places(shown)
    assert all(before.get(place, 0) >= level for place, level in after.items())
    assert shown.parties[0].named


def test_narrowing_drops_a_name_that_may_no_longer_be_shown() -> None:
    approved = make(dismissed()).publish(on="2024-06-01")
    now = later_source().publish(on="2029-05-02")
    shown = narrowed(approved, now, {"party-1": "p-person0000"})
    assert not shown.parties[0].named and shown.parties[0].person == "party-1"
    assert b"p-person0000" not in shown.to_json() and b"Vane" not in shown.to_json()


def test_the_gate_and_the_exports_import_without_django() -> None:
    code = (
        "import sys, peelian.publication.gate, peelian.publication.exports, peelian.publication.changes, "
        "peelian.publication.narrowing, peelian.publication.exports.ftm;"
        "assert not [m for m in sys.modules if m.split('.')[0] == 'django'], 'django was imported'"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=300)


def test_what_the_desk_reads_names_no_place_that_is_not_there_and_none_twice() -> None:
    made = everything()
    seen = weigh(made.case, sensitive=made.sensitive, texts=made.texts, as_of=date(2024, 6, 1)).rulings
    said = [(one.rule, one.target, one.effect, one.words) for one in seen]
    assert len(said) == len(set(said))
    second = next(party for party in made.case.parties if party.get("label") == "Officer B")
    there = {*second.facts, *second.lists}
    told = {one.target.split("/")[1] for one in seen if one.target.startswith(f"{second.person}/")}
    assert told <= there and {"name", "collar_number"} <= told and "age" not in told
