"""One of two, and the other: ends that are nobody's by name, and officers without names beside one who has one."""

from __future__ import annotations

import pytest
from whole_pages import subjects

LAMB = "PC Ian Lamb of Kent Police was dismissed without notice at a misconduct hearing in May. "


def ends(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Name, rank and outcome (or finding) of everybody read."""
    return [
        (
            s["name"],
            s["rank"],
            (s["proceeding"] or {}).get("outcome") or (s["proceeding"] or {}).get("finding"),
        )
        for s in subjects(text)
    ]


@pytest.mark.parametrize(
    ("told", "two"),
    [
        (
            "Two other constables who were with him were also investigated. One was given a final written warning. The other faced no further action.",
            [("police_constable", "final_written_warning"), ("police_constable", "no_action")],
        ),
        (
            "Two colleagues drove him home. One of them received management advice and no action was taken against the other.",
            [(None, "management_advice"), (None, "no_action")],
        ),
        (
            "Two colleagues drove him home. One of those officers, a sergeant, was given a written warning; the other was cleared of wrongdoing.",
            [("sergeant", "written_warning"), (None, "not_proven")],
        ),
    ],
)
def test_two_without_names_are_two_subjects_more(told: str, two: list[tuple[str | None, str]]) -> None:
    first, *others = ends(LAMB + told + "\n")
    assert first == ("Ian Lamb", "police_constable", "dismissed_without_notice")
    assert [(rank, end) for _, rank, end in others] == two


def test_who_only_left_is_not_the_named_one() -> None:
    his, other = subjects(
        LAMB
        + "Of the two officers with him, one has since retired and the other was given words of advice.\n"
    )
    assert his["resigned"] is None
    assert other["proceeding"]["outcome"] == "management_advice"


@pytest.mark.parametrize(
    "told",
    [
        "He hit two officers who came to arrest him. One was taken to hospital and the other was treated at the scene.",
        "Two of his colleagues gave evidence. One was praised by the chair; the other was said to be unreliable.",
        "His sergeant told the hearing that he was a good officer. He was given time to appeal.",
        "His wife, a sergeant, was promoted.",
    ],
)
def test_who_was_only_there_is_no_subject(told: str) -> None:
    assert ends(LAMB + told + "\n") == [("Ian Lamb", "police_constable", "dismissed_without_notice")]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        (
            "His sergeant was also investigated, for having known, and was found to have no case to answer.",
            ("sergeant", "no_case"),
        ),
        (
            "His former sergeant, who had noticed the money, has been reduced to constable, the panel was told.",
            ("sergeant", "reduction_in_rank"),
        ),
        (
            "His supervisor, an inspector, had approved the form without looking. She was given a written warning.",
            ("inspector", "written_warning"),
        ),
        ("A colleague who was travelling with him faces no action.", (None, "no_action")),
        (
            "No action was taken against a probationer who drove out to look for him.",
            ("police_constable", "no_action"),
        ),
        (
            "It found a case to answer for misconduct against the custody sergeant who had not asked; she was given management advice.",
            ("sergeant", "management_advice"),
        ),
    ],
)
def test_who_is_told_of_by_whose_they_are(told: str, other: tuple[str | None, str]) -> None:
    first, second = ends(LAMB + told + "\n")
    assert first == ("Ian Lamb", "police_constable", "dismissed_without_notice")
    assert second[1:] == other


def test_an_end_of_one_of_two_named_is_neithers() -> None:
    told = ends(
        "PC Ian Lamb and PC Tom Reed of Kent Police faced a misconduct hearing in May. The two officers lied. "
        "One was dismissed without notice and the other was given a final written warning.\n"
    )
    assert [end for _, _, end in told] == [None, None]


def test_a_charge_of_one_of_two_named_is_neithers() -> None:
    both = (
        "PC Ann Lee and PC Tom Moss, of Kent Police, were dismissed without notice at a misconduct hearing. "
    )
    one = subjects(both + "One of them had been arrested on suspicion of theft but was never charged.\n")
    assert [s["offences"] for s in one] == [[], []]
    all_of_them = subjects(both + "Both had been arrested on suspicion of theft but were never charged.\n")
    assert [[o["offence"] for o in s["offences"]] for s in all_of_them] == [["theft"], ["theft"]]


def test_an_allegation_against_one_interviewed_is_not_all_of_theirs() -> None:
    told = subjects(
        "Restraint of a man - Kent Police, August 2019\n\nFour members of Kent Police came: two police constables, a special constable and a sergeant. "
        "The IOPC decided to investigate independently. We interviewed all four under the misconduct caution and one, the constable who held his arm, "
        "under criminal caution for assault occasioning actual bodily harm.\n\nThe first constable had a case to answer for gross misconduct. "
        "The second constable, the special constable and the sergeant had no case to answer.\n"
    )
    assert [s["offences"] for s in told[1:]] == [[], [], []]
