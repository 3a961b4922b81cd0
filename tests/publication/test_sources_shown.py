"""Every public fact shows at least which document tells it; one of which no document may be shown is withheld."""

from __future__ import annotations

from datetime import date

from tests.publication.making import FILLER, C, Told, dismissed, make
from tests.publication.test_ended_charges import charge, sentence

from peelian.publication.exports.tables import fields
from peelian.publication.rulings import Override
from peelian.publication.shapes import PublishedCase


def untraced(case: PublishedCase) -> list[str]:
    """The fields with a value of which no listed source is shown."""
    listed = {source.id for source in case.sources if source.publisher or source.published}
    return [
        shown.field
        for party in case.parties
        for _, shown in fields(party)
        if shown.visible and not any(quote.source in listed for quote in shown.quotes)
    ]


def test_an_outcome_stays_with_publisher_and_day_while_another_charge_is_open() -> None:
    case = make(charge(), sentence(more=True)).publish(on="2023-06-01")
    assert case.active
    party = case.parties[0]
    assert party.proceedings[0].get("outcome") == "dismissed" and party.sentences == ()
    assert untraced(case) == []
    text = case.to_json().decode().casefold()
    assert [word for word in ("jailed", "stalking of", "eight months", "admitted") if word in text] == []


def test_the_official_outcome_of_a_hearing_is_named_without_title_and_words_beside_an_open_charge() -> None:
    told = Told(
        text="PC Idris Vane of North Yorkshire Police is charged with perjury. The trial goes on." + FILLER,
        published="2024-05-20",
        subjects=[
            {
                "name": C("Idris Vane", "Idris Vane"),
                "offences": [
                    {
                        "offence": C("perjury", "perjury"),
                        "title": C("perjury", "perjury"),
                        "stage": C("charged", "charged"),
                    }
                ],
            }
        ],
    )
    case = make(dismissed(), told).publish()
    assert case.active and untraced(case) == []
    outcome = next(source for source in case.sources if source.official)
    assert outcome.publisher == "North Yorkshire Police" and outcome.title is None and outcome.url is None
    text = case.to_json().decode().casefold()
    assert [word for word in ("theft", "12 weeks", "pleaded", "leeds crown") if word in text] == []


def test_a_fact_of_which_no_source_may_be_shown_is_withheld() -> None:
    made = make(dismissed())
    source = made.case.sources[0].id
    hide = Override(
        id="1", target=source, effect="withhold", reason="It was retracted.", by="carla", on=date(2024, 5, 20)
    )
    assert untraced(made.publish()) == []
    case = made.publish(overrides=[hide])
    assert untraced(case) == [] and "Idris Vane" not in case.to_json().decode()
    assert any(record.rule == "source_not_shown" for record in case.parties[0].proceedings)
    assert "Idris Vane" in made.publish("internal").to_json().decode()
