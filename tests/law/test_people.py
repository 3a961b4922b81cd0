"""Ranks and names."""

from __future__ import annotations

import pytest

from peelian import law


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("PC", "police_constable"), ("P.C.", "police_constable"), ("Pc", "police_constable"),
        ("WPC", "police_constable"), ("Student Officer", "police_constable"),
        ("Probationary Constable", "police_constable"), ("PC 1234", "police_constable"),
        ("DC", "detective_constable"), ("T/DC", "detective_constable"), ("TDC", "detective_constable"),
        ("Temp Det Con", "detective_constable"), ("Trainee DC", "detective_constable"),
        ("PS", "sergeant"), ("Sgt", "sergeant"), ("custody sergeant", "sergeant"),
        ("DS", "detective_sergeant"), ("Det Sgt", "detective_sergeant"), ("PI", "inspector"),
        ("A/Insp", "inspector"), ("DI", "detective_inspector"), ("Ch Insp", "chief_inspector"),
        ("DCI", "detective_chief_inspector"), ("Supt", "superintendent"), ("Det Supt", "detective_superintendent"),
        ("Ch Supt", "chief_superintendent"), ("DCS", "detective_chief_superintendent"), ("Cmdr", "commander"),
        ("ACC", "assistant_chief_constable"), ("Temporary Assistant Chief Constable", "assistant_chief_constable"),
        ("DAC", "deputy_assistant_commissioner"), ("DCC", "deputy_chief_constable"),
        ("AC", "assistant_commissioner"), ("CC", "chief_constable"), ("the Chief Constable", "chief_constable"),
        ("Special Sergeant", "special_constable"), ("Special Constable", "special_constable"),
        ("PCSO", "pcso"), ("community support officer", "pcso"), ("call handler", "police_staff"),
        ("custody detention officer", "police_staff"), ("control room operator", "police_staff"),
        ("crime scene investigator", "police_staff"), ("member of police staff", "police_staff"),
        ("former Detective Chief Superintendent", "detective_chief_superintendent"),
        ("officer", None), ("police officer", None), ("detective", None), ("ds", None), ("ac", None), ("", None),
        ("Detective Constable Vale", None),
    ],
)  # fmt: skip
def test_rank(text: str, id: str | None) -> None:
    assert law.rank(text) == id


def test_every_rank_is_read_from_its_own_name() -> None:
    for entry in law.vocabulary("ranks"):
        assert law.rank(entry.name) == entry.id


def test_seniority_follows_the_ladder() -> None:
    ladder = ("police_constable sergeant inspector chief_inspector superintendent chief_superintendent "
              "assistant_chief_constable deputy_chief_constable chief_constable").split()  # fmt: skip
    orders = [law.seniority(one) or 0 for one in ladder]
    assert orders == sorted(orders) and len(set(orders)) == len(orders)
    assert law.seniority("police_staff") is None
    assert law.is_constable("special_constable") and not law.is_constable("pcso")


def test_ranks_of_london() -> None:
    assert law.fits_force("commander", "metropolitan") and not law.fits_force("commander", "kent")
    assert law.fits_force("chief_constable", "kent") and not law.fits_force("chief_constable", "metropolitan")
    assert law.fits_force("sergeant", "kent")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Former PC 1234 Jon Smythe, 41", "Jon Smythe"),
        ("His Honour Judge Peter Vale KC", "Peter Vale"),
        ("Sir Ivo Penn QPM", "Ivo Penn"),
        ("Detective Chief Inspector Ann Reed", "Ann Reed"),
        ("Ex-Det Sgt Owen O’Dee", "Owen O’Dee"),
        ("ex-PC Tom Hale", "Tom Hale"),
        ("T/Sgt JOHN SMYTHE", "JOHN SMYTHE"),
        ("Mr Ma", "Ma"),
        ("Mrs Justice Carrow", "Carrow"),
        ("Dr Ann Lee PhD", "Ann Lee"),
        ("Chief Constable Ann Reed QPM DL", "Ann Reed"),
        ("PS 2110 Dana Quill", "Dana Quill"),
        ("Miss Ilse Amor MBE", "Ilse Amor"),
        ("James Major", "James Major"),
        ("PC Constable", "Constable"),
        ("PC", None),
        ("", None),
    ],
)
def test_name(text: str, name: str | None) -> None:
    assert law.name(text) == name


@pytest.mark.parametrize("text", ["Jon Smythe", "Siân O’Dee-Price", "Ann van der Reed", "Ng"])
def test_a_bare_name_is_left_alone(text: str) -> None:
    assert law.name(text) == text


def test_names_fold() -> None:
    assert law.fold_name("Siân O’Dee-Price") == law.fold_name("SIAN ODEE PRICE")
    assert law.same_name("PC Siân O’Dee", "Former Pc Sian O'Dee, 33")
    assert not law.same_name("PC Ann Reed", "PC Anne Reed")
