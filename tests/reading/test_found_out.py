"""Who a page says it was, and those whom it only suspected or heard before."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read


def names(text: str) -> list[str | None]:
    return [s["name"] for s in read(Document("x", text)).to_dict()["subjects"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "For three days the panel tried to find out who had posted the pictures. It might have been PC Noel Thirsk. "
            "It might have been PC Barney Aske.\n\nIt was Ewan Coverdale, and he had posted six. He was dismissed without "
            "notice from Cumbria Constabulary, where he had been a constable since 2014.",
            "Ewan Coverdale",
        ),
        (
            "A widow of 88 knew her burglar at once. He was Ewan Coverdale, 31, and he was the village policeman.\n\n"
            "Judge Ruth Amos gave the constable, of Derbyshire Police, three years at Derby Crown Court for burglary.",
            "Ewan Coverdale",
        ),
        (
            "Suspicion fell on PC Ron Ashe and PC Dinah Mills. The true culprit, the panel found, was Inspector Ewan "
            "Coverdale, who was dismissed without notice from Dorset Police.",
            "Ewan Coverdale",
        ),
        (
            "The man kicking a dog in the video is an off-duty policeman.\n\nThe pub's manager, Gus Orchard, knows him: "
            '"It was Ewan Coverdale. He\'s a PC in Barnsley." South Yorkshire Police has put an officer on restricted '
            "duties.",
            "Ewan Coverdale",
        ),
        (
            "Evidence was given by the secretary, Dawn Feeney, and by a retired inspector, Abel Stone.\n\nThe panel "
            "preferred them to the man in the dock of this hearing, Superintendent Ewan Coverdale of Kent Police, and "
            "found gross misconduct. He was reduced in rank to chief inspector.",
            "Ewan Coverdale",
        ),
    ],
)
def test_who_is_found_out_is_the_one_subject(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "PC Ann Dow of Humberside Police lied about her chase of a burglar and was dismissed without notice.\n\n"
            "The burglar was Carl Fitch, 22, and he got away. He was jailed for a year in May.",
            "Carl Fitch",
        ),
        (
            'A sergeant has been suspended.\n\n"It was Ted Bayes who saved us. He\'s the constable at Wem," said a '
            "neighbour, Rose Platt. West Mercia Police said no more.",
            "Ted Bayes",
        ),
    ],
)
def test_a_burglar_and_a_rescuer_are_none(text: str, name: str) -> None:
    assert name not in names(text)


def test_a_given_name_is_no_rank_after_a_rank() -> None:
    text = "PC Di Wells of Dorset Police was dismissed without notice at a misconduct hearing."
    (subject,) = read(Document("x", text)).to_dict()["subjects"]
    assert (subject["name"], subject["rank"]) == ("Di Wells", "police_constable")
