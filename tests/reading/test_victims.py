"""Victims and kin: somebody harmed by an officer, or married to one, is no subject; a victim's work is not the officer's."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

LEAD = "Constable convicted\n\nPC Everard Lyle, 40, of Suffolk Constabulary, was convicted at Ipswich Crown Court on 8 August 2025. "

# text, subjects
SUBJECTS = [
    # the object of the offence, with and without the tie; an age does not make an accused
    ("He had stalked his former wife Jemima Fenn, 38, a teacher, for a year. He was cleared of raping her.", ["Everard Lyle"]),
    ("He was found guilty of assaulting Jemima Fenn. Ms Fenn, 38, was arrested but not charged.", ["Everard Lyle"]),
    ("Jemima Fenn, 38, was harassed for two years and was arrested twice.", ["Everard Lyle"]),
    ("The murder of Jemima Fenn, 38, shocked the town.", ["Everard Lyle"]),
    # kin tried beside the officer
    ("His brother Owen Lyle, 44, was jailed for three years for fraud.", ["Everard Lyle"]),
    # kin who is police too and dealt with
    ("His wife, PC Jemima Lyle, 38, was dismissed without notice at a misconduct hearing.", ["Everard Lyle", "Jemima Lyle"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS)
def test_subjects(text: str, subjects: list[str]) -> None:
    """Only those whose own conduct as police is told."""
    assert [s.name for s in read(Document("a", LEAD + text)).subjects] == subjects


# text, posts of the officer
POSTS = [
    ("The victim, who works at Tanner's Bakery, was hurt.", []),
    ("The woman, 19, works at Orchard School.", []),
    ("Jemima Fenn, who worked at Ipswich police station, gave evidence.", []),
    ("Superintendent Carol Binns, who leads the Fraud Unit, said he lied.", []),
    ("Lyle, who was based at Bury, met the victim while working at Ipswich custody suite.", ["Bury", "Ipswich custody suite"]),
    ("The constable worked in the Family Protection Unit.", ["Family Protection Unit"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "posts"), POSTS)
def test_posts(text: str, posts: list[str]) -> None:
    """Where a victim, a witness or an official works is no post of the officer."""
    assert read(Document("a", LEAD + text)).subjects[0].posts == posts
