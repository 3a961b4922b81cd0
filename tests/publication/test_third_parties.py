"""People whom a source names beside the case: in no public text; the case's own people, chairs and speakers are."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from tests.publication.making import FILLER, C, Made, Told, make

from peelian.publication import third_parties
from peelian.publication.exports import FORMATS, export
from peelian.publication.third_parties import named_in

TEXT = (
    "Detention Officer Carla Penfold was accused of failing to check on Lowell Grice, 52, who was found unresponsive "
    "in a cell at Newby Wiske. Mr Grice died. His mother, Jane Grice, said that Lowell was loved. The complainant, "
    "Tom Hurst, told a misconduct hearing on 2 May 2024 of it, and PC Ivo Dunn had helped him. It was chaired by "
    "Peter Vale and found gross misconduct. Superintendent Ann Lee, head of professional standards, said: "
    '"Penfold was dismissed without notice because she failed Lowell Grice."'
)
BESIDE = ("Lowell Grice", "Jane Grice", "Tom Hurst", "Ivo Dunn", "Grice", "Hurst")
SHOWN = ("Carla Penfold", "Peter Vale", "Ann Lee", "Newby Wiske")


def case(**more: Any) -> Made:
    subject = {
        "name": C("Carla Penfold", "Carla Penfold"),
        "force": C("kent", "Detention Officer"),
        "proceeding": {
            "kind": C("misconduct_hearing", "misconduct hearing"),
            "date": C("2024-05-02", "hearing on 2 May 2024"),
            "venue": C("Newby Wiske", "at Newby Wiske"),
            "chair": C("Peter Vale", "chaired by Peter Vale"),
            "finding": C("gross_misconduct", "gross misconduct"),
            "outcome": C("dismissed_without_notice", "dismissed without notice"),
            "conduct": [C("neglect", "failing to check on Lowell Grice")],
        },
    }
    given: dict[str, Any] = {
        "text": TEXT + FILLER * 4,
        "official": True,
        "kind": "hearing_outcome",
        "title": "Officer failed Lowell Grice; Grice family speaks",
        "url": "https://paper.example/officer-failed-lowell-grice",
        "subjects": [subject],
    }
    return make(Told(**(given | more)))


def test_the_words_could_be_found() -> None:
    internal = case().publish("internal").to_json().decode()
    assert [name for name in (*SHOWN, "Lowell Grice") if name not in internal] == []


def test_nobody_beside_the_case_is_named_and_its_own_people_are() -> None:
    for policy in ("cautious", "journalism"):
        made = case().publish(policy)
        assert not made.held, made.holds
        data = made.to_json().decode()
        assert [name for name in BESIDE if name.casefold() in data.casefold()] == []
        assert [name for name in SHOWN if name not in data] == []
        assert "lowell-grice" not in data and "failed ▮▮▮" in data


@pytest.mark.parametrize("form", FORMATS)
def test_nobody_beside_the_case_is_in_an_export(form: str, tmp_path: Path) -> None:
    done = export([case().publish()], tmp_path, [form])
    for path in done.files:
        data = path.read_bytes()
        if path.suffix == ".db":
            with sqlite3.connect(path) as database:
                data += "\n".join(database.iterdump()).encode()
        assert [name for name in BESIDE if name.encode() in data] == [], path


def test_the_officers_own_surname_stays_where_a_relative_bears_it() -> None:
    text = TEXT.replace("Jane Grice", "Jane Penfold")
    data = case(text=text + FILLER * 4).publish().to_json().decode()
    assert "Jane" not in data and "Carla Penfold" in data and "Penfold was dismissed" in data


def test_an_officer_of_another_case_is_not_named_in_a_quotation_of_this() -> None:
    text = (
        TEXT + " PC Osric Penhallow of Essex Police was dismissed at another hearing after admitting theft."
    )
    assert any(one.name == "Osric Penhallow" for one in named_in(text))
    assert "Penhallow" not in case(text=text + FILLER * 4).publish().to_json().decode()


def test_places_courts_and_forces_are_nobody() -> None:
    text = (
        "PC Carla Penfold of Kent Police appeared at Leeds Crown Court on Monday. She lived near Saltburn by the Sea "
        "and worked at Newby Wiske. The Crown Prosecution Service and the Police Federation did not comment."
    )
    assert {one.name for one in named_in(text)} == {"Carla Penfold"}


def test_judges_and_who_speaks_in_an_office_hold_one_and_kin_does_not() -> None:
    held = {one.name: one.office for one in named_in(TEXT)}
    assert held["Ann Lee"]  # (Peter Vale is the case's chair by its own facts)
    assert not any(held[name] for name in ("Lowell Grice", "Jane Grice", "Tom Hurst", "Ivo Dunn"))
    judged = {one.name: one.office for one in named_in('Judge Isolde Marsh said: "You failed them."')}
    assert judged == {"Isolde Marsh": True}


def test_a_text_is_read_once_however_many_cases_it_tells_of(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(third_parties, "_KEPT", {})
    monkeypatch.setattr(third_parties, "MOST_KEPT", 2)

    def reading(text: str) -> tuple[third_parties.Named, ...]:
        read.append(text)
        return ()

    monkeypatch.setattr(third_parties, "_read", reading)
    for text in ("one", "two", "one", "two", "three", "two", "one"):
        third_parties.named_in(text)
    assert read == ["one", "two", "three", "one"]
