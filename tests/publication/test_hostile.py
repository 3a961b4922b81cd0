"""Secrets planted as somebody would who wants them out: other spellings, titles, addresses, other sources, notes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publication.making import FILLER, C, Made, Told, dismissed, make

from peelian.publication.shapes import Note
from peelian.publication.spelling import fold

ON = "2023-04-01"
HEARING = {"kind": C("misconduct_hearing", "misconduct hearing"), "date": C("2023-02-20", "20 February 2023")}


def notice(name: str) -> Told:
    """A notice of a hearing to come that names the officer."""
    text = f"PC {name} of Kent Police is to face a misconduct hearing on 20 February 2023." + FILLER * 2
    return Told(
        text=text,
        persons=["p-x"],
        published="2023-02-02",
        title="Hearing",
        subjects=[
            {
                "name": C(name, name),
                "rank": C("police_constable", "PC"),
                "force": C("kent", "Kent Police"),
                "proceeding": HEARING,
            }
        ],
    )


def outcome(**more: object) -> Told:
    """The outcome of the same hearing, which calls the officer by a label."""
    text = (
        "Officer R, a constable of Kent Police, was dismissed without notice after a misconduct hearing on "
        "20 February 2023. The panel found gross misconduct in respect of confidentiality." + FILLER * 2
    )
    given_: dict[str, object] = {
        "text": text,
        "kind": "hearing_outcome",
        "official": True,
        "published": "2023-02-28",
        "publisher": "Kent Police",
        "persons": ["p-x"],
        "subjects": [
            {
                "label": C("Officer R", "Officer R"),
                "rank": C("police_constable", "constable"),
                "force": C("kent", "Kent Police"),
                "proceeding": {
                    **HEARING,
                    "finding": C("gross_misconduct", "gross misconduct"),
                    "outcome": C("dismissed_without_notice", "dismissed without notice"),
                },
            }
        ],
    }
    return Told(**{**given_, **more})  # type: ignore[arg-type]


def public(made: Made, on: str = ON, **more: object) -> str:
    case = made.publish(on=on, **more)
    assert not case.held, case.holds
    return case.to_json().decode().casefold()


@pytest.mark.parametrize(
    ("name", "title", "secret"),
    [
        ("Siân Wrexhôlme", "Sian Wrexholme dismissed", "wrexh"),
        ("Sian Wrexholme", "Siân Wrexhôlme dismissed", "wrexh"),
        ("Sian Wrexholme", "Sia\u0302n Wrexho\u0302lme dismissed", "wrexh"),
        ("Griffin Sheffield-Oake", "Griﬃn Sheﬃeld-Oake dismissed", "oake"),
        ("Ignatius Wrexholme", "The Wrexholmes had known", "wrexholme"),
        ("Ignatius Wrexholme", "Wrex\u00adholme dismissed", "holme"),
        ("Ignatius Wrexholme", "Wrex\u200bholme dismissed", "holme"),
        ("Ignatius Wrexholme", "Wrex-\nholme dismissed", "holme"),
        ("Ignatius Wrexholme", "pc wrexholme dismissed", "wrexholme"),
        ("Ignatius Wrexholme", "write to ignatius.wrexholme@kent.example", "wrexholme"),
        ("Ignatius Wrexholme", "@wrexholme99 dismissed", "wrexholme"),
        ("Ian McWrexholme", "Mcwrexholme dismissed", "mcwrexholme"),
        ("Ian O'Dellbrook", "Ian O’Dellbrook dismissed", "dellbrook"),
        ("Ian O’Dellbrook", "PC ODellbrook dismissed", "dellbrook"),
        ("Ian Oldacre-Venn", "PC Oldacre dismissed", "oldacre"),
        ("Ian Oldacre-Venn", "PC Oldacre Venn dismissed", "oldacre"),
    ],
)
def test_a_withheld_name_in_another_spelling(name: str, title: str, secret: str) -> None:
    """In a title, and in the words of the document itself, which are quoted around what they tell."""
    assert secret not in public(make(notice(name), outcome(title=title)))
    said = outcome()
    text = said.text.replace("Officer R, a constable", f"Officer R ({title}), a constable")
    assert secret not in public(make(notice(name), outcome(text=text)))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Siân Wrexhôlme", "outcomes/sian-wrexholme"),
        ("Ignatius Wrexholme", "search?q=pc%20wrexholme"),
        ("Ignatius Wrexholme", "search?q=pc%2520wrexholme"),
        ("Ignatius Wrexholme", "search?q=pc+%57rexholme"),
        ("Ignatius Wrexholme", "pcwrexholme.pdf"),
        ("Ignatius Wrexholme", "wrexholme2023.pdf"),
        ("Ian O’Dellbrook", "pc-odellbrook"),
        ("Ian O’Dellbrook", "pc-o-dellbrook"),
        ("Ian Oldacre-Venn", "pc-oldacre"),
    ],
)
def test_a_withheld_name_in_an_address(name: str, address: str) -> None:
    url = f"https://kent.example/{address}"
    told = make(notice(name), outcome(url=url)).publish(on=ON)
    assert all(source.url is None for source in told.sources)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Microsoft Word - Wrexholme outcome FINAL.docx", False),
        ("Outcome PC 4471 IW Wrexholme", False),
        ("Misconduct hearing outcome, February 2023", True),
        ("Constable dismissed after misconduct hearing in respect of confidentiality", True),
    ],
)
def test_a_hidden_title_that_the_document_does_not_bear_out(title: str, shown: bool) -> None:
    """What a file says of itself may name whom the document does not; nobody else in the casebook knows the name."""
    (source,) = make(outcome(title=title)).publish(on=ON).sources
    assert (source.title == title) is shown
    assert source.rule == ("" if shown else "beyond_document")


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("news/kent/2023/misconduct-hearing-outcome-february-2023/", True),
        ("sites/default/files/2023-02/outcome-officer-r-7f3c2a.pdf", True),
        ("sites/default/files/2023-02/outcome-wrexholme-redacted.pdf", False),
        ("files/wrexholme2023.pdf", False),
        ("files/Wrexholme%20outcome.pdf", False),
        ("outcomes?officer=wrexholme", False),
        ("outcomes#wrexholme", False),
    ],
)
def test_the_name_of_a_file_that_the_document_does_not_bear_out(path: str, shown: bool) -> None:
    (source,) = make(outcome(url=f"https://kent.example/{path}")).publish(on=ON).sources
    assert (source.url is not None) is shown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tributes to Lowell Gricewold", "Tributes to ▮▮▮ ▮▮▮"),
        ("Gricewold: officer dismissed", "▮▮▮: officer dismissed"),
        ("The officer and Gricewold’s family", "The officer and ▮▮▮ family"),
        ("Maple Ward officer dismissed", None),
        ("PC Idris Vane Sacked Over Lies | The Selby Clarion", None),
        ("Idris Vane dismissed after misconduct hearing", None),
    ],
)
def test_a_title_that_names_somebody_whom_no_text_names(title: str, shown: str | None) -> None:
    made = make(dismissed(title=title, publisher="The Selby Clarion"))
    assert made.publish(on="2024-06-01").sources[0].title == (shown or title)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("news/philippa-gricewold-inquest", False),
        ("news/?about=Philippa%20Gricewold", False),
        ("news/north-yorkshire-news/idris-vane-dismissed-9213", True),
        ("news/pc-idris-vane-sacked-selby-clarion", True),
    ],
)
def test_an_address_that_names_somebody_whom_no_text_names(path: str, shown: bool) -> None:
    made = make(dismissed(url=f"https://clarion.example/{path}"))
    assert (made.publish(on="2024-06-01").sources[0].url is not None) is shown


def test_a_street_that_another_source_tells() -> None:
    """The town that one source gives is shown; the street that another gives is not, though it is another value."""

    def told(words: str, official: bool) -> Told:
        return Told(
            text=f"PC Idris Vane, from {words}, was dismissed after a misconduct hearing." + FILLER * 2,
            kind="hearing_outcome" if official else "news",
            official=official,
            subjects=[
                {
                    "name": C("Idris Vane", "Idris Vane"),
                    "residence": C(words, words),
                    "proceeding": {
                        "kind": C("misconduct_hearing", "misconduct hearing"),
                        "outcome": C("dismissed", "dismissed"),
                    },
                }
            ],
        )

    text = public(make(told("York", True), told("14 Bridge Lane, Selby", False)), "2024-06-01")
    assert "york" in text and "bridge" not in text


def test_the_day_of_a_report_that_names_whom_the_case_does_not() -> None:
    """A day, a force and a rank find the report: its month is told, on the page and on the timeline."""
    case = make(notice("Ignatius Wrexholme"), outcome()).publish(on=ON)
    by_kind = {source.kind: source.published for source in case.sources}
    assert by_kind == {"news": "2023-02", "hearing_outcome": "2023-02-28"}
    assert not any(event.date == "2023-02-02" for event in case.events)


def test_a_rare_rank_that_another_source_tells() -> None:
    """Few are chief superintendents: the rank goes with the name, whichever source gives it."""
    paper = outcome(
        text="Officer R, a chief superintendent of Kent Police, was dismissed after a misconduct hearing on "
        "20 February 2023." + FILLER * 2,
        official=False,
        kind="news",
        publisher="The Kelby Gazette",
        subjects=[
            {
                "label": C("Officer R", "Officer R"),
                "rank": C("chief_superintendent", "chief superintendent"),
                "force": C("kent", "Kent Police"),
                "proceeding": HEARING,
            }
        ],
    )
    text = public(make(outcome(), paper))
    assert "officer r" in text and "superintendent" not in text


@pytest.mark.parametrize(
    ("text", "by", "about"),
    [
        ("We wrote that the sum was £200; it was £20. He was fined for it at the Crown Court.", "", ""),
        ("He took £20 and not £200: it was stolen over two days.", "", ""),
        ("The day was wrong.", "", "c-aaaaaaaaaa/p-person0000/offences/1"),
        ("The day was wrong.", "", "c-aaaaaaaaaa/p-person0000/sentences/1/length"),
        ("I have said all I have to say.", "The constable convicted of theft", ""),
    ],
)
def test_a_note_is_no_trace_of_a_spent_conviction(text: str, by: str, about: str) -> None:
    notes = (
        Note(id="n-1", kind="reply" if by else "correction", on="2024-06-01", text=text, by=by, about=about),
    )
    made = make(dismissed())
    now = made.publish(on="2024-06-01", notes=notes)
    assert len(now.corrections + now.replies) == 1
    later = made.publish(on="2031-01-01", notes=notes)
    assert not later.held and later.corrections + later.replies == ()


def test_a_note_on_the_misconduct_outlives_the_conviction() -> None:
    notes = (Note(id="n-1", kind="correction", on="2024-06-01", text="The hearing was at Newby Wiske."),)
    assert len(make(dismissed()).publish(on="2031-01-01", notes=notes).corrections) == 1


@given(st.text(alphabet="abZé’-\u00ad\u200bﬁ\n \u0301ß", max_size=40))
def test_a_folded_text_knows_its_way_back(text: str) -> None:
    folded = fold(text)
    places = range(len(text) + 1) if folded.places is None else folded.places
    assert len(places) == len(folded.text) + 1
    assert list(places) == sorted(places) and places[-1] == len(text)
    for start, end, match in folded.spans(re.compile(r"\S+")):
        assert 0 <= start < end <= len(text)
        if text.isascii() and "\n" not in text:
            assert text[start:end] == match[0]
