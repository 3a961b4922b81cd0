"""The masthead: headline, publisher, date of publication and kind, with furniture told apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.prepared import prepare

PROSE = (
    "A police constable who lied about a collision has been dismissed without notice after a hearing "
    "at the force's headquarters.\n\nPC Ned Ashdown, 34, told colleagues that the car had been stolen.\n"
)

# text above the prose (or with @ for the prose) -> title, published, publisher, kind
PAGES = [
    # a newspaper: headline, byline, paper, date with a clock
    (
        "Constable lied about crash\n\nBy Orla Penn, Court Reporter\nVale & Marsh Courier\nFriday, 8 March 2019, 17:42\n\n@",
        "Constable lied about crash",
        "2019-03-08",
        "Vale & Marsh Courier",
        "news",
    ),
    # paper and date in one line above the headline
    (
        "EVENING BUGLE HERALD  Thursday, June 4, 2009   Page 7\n\nConstable lied about crash\n\n@",
        "Constable lied about crash",
        "2009-06-04",
        "EVENING BUGLE HERALD",
        "news",
    ),
    # cookie text, skip links, trail and share bar are no headline
    (
        "We use cookies to give you the best experience. Accept all | Reject\nSkip to main content\nHome > News > Crime\n\n"
        "Constable lied about crash\nShare   Tweet   Comments (3)\nFen Gazette | 3 May 2021\n\n@",
        "Constable lied about crash",
        "2021-05-03",
        "Fen Gazette",
        "news",
    ),
    # a caption between dateline and text; published goes before updated
    (
        "Constable lied about crash\n\nPublished 2 May 2022\nLast updated 5 May 2022\nImage source, Riverside Pictures\n"
        "Image caption, Ned Ashdown outside court\n\n@",
        "Constable lied about crash",
        "2022-05-02",
        None,
        "news",
    ),
    # the paper and the date stand at the foot
    (
        "Constable lied about crash\n\n@\nMarsh Messenger, Friday 25 July 2014",
        "Constable lied about crash",
        "2014-07-25",
        "Marsh Messenger",
        "news",
    ),
    # a date in words
    (
        "Constable lied about crash\n\nThe Marsh Examiner\nPublished on the twenty-first of May, 2018\n\n@",
        "Constable lied about crash",
        "2018-05-21",
        "The Marsh Examiner",
        "news",
    ),
    # month first with slashes, where the day cannot be a month
    (
        "Constable lied about crash\n\nPosted 03/17/2018, 02:14 AM EDT\n\n@",
        "Constable lied about crash",
        "2018-03-17",
        None,
        "news",
    ),
    # a force's own statement
    (
        "Officer dismissed for lying about collision\nKent Police\nPosted: 16:05 02/09/2022\n\n@",
        "Officer dismissed for lying about collision",
        "2022-09-02",
        "Kent Police",
        "force_release",
    ),
    # publisher first, then section, then headline
    (
        "Essex Police\nNews and appeals\n\nOfficer dismissed for lying about collision\n\n14 June 2023\n\n@",
        "Officer dismissed for lying about collision",
        "2023-06-14",
        "Essex Police",
        "force_release",
    ),
    # an oversight body in full, with its short name
    (
        "Officer dismissed after our investigation\nIndependent Office for Police Conduct (IOPC)\nNews\nPublished: 21 Mar 2022\n\n@",
        "Officer dismissed after our investigation",
        "2022-03-21",
        "Independent Office for Police Conduct (IOPC)",
        "oversight_release",
    ),
    # prosecutors
    (
        "Constable charged over collision\nThe Crown Prosecution Service\n20 April 2018 | News, Traffic\n\n@",
        "Constable charged over collision",
        "2018-04-20",
        "The Crown Prosecution Service",
        "prosecution_release",
    ),
    # a notice: the hearing's date is not the date of publication
    (
        "Notice of misconduct hearing: PC 4417 N. Ashdown\nSurrey Police\n\nOfficer concerned: PC 4417 N. Ashdown\n"
        "Date: Monday 14 March 2022\nVenue: Mount Browne, Guildford\nChair: Ms Ada Quill\n",
        "Notice of misconduct hearing: PC 4417 N. Ashdown",
        None,
        "Surrey Police",
        "hearing_notice",
    ),
    # an outcome notice that says at its foot when it was published
    (
        "Cumbria Constabulary\n\nMisconduct hearing outcome: Officer A, 19 May 2021\n\nDate of hearing: 19 May 2021\nOutcome: Written warning\n\n"
        "This notice was published on 26 May 2021 and will stay here for 28 days.\n",
        "Misconduct hearing outcome: Officer A, 19 May 2021",
        "2021-05-26",
        "Cumbria Constabulary",
        "hearing_outcome",
    ),
    # a judgment has a case name and a date, and no publisher
    (
        "R v Ashdown [2017] EWCA Crim 99001\n\nNeutral Citation Number: [2017] EWCA Crim 99001\nIN THE COURT OF APPEAL (CRIMINAL DIVISION)\n\n"
        "Date: Thursday 12 October 2017\n\nBefore:\nMR JUSTICE QUILL\n\n1. The appellant was a constable. He appeals against his sentence, with leave.\n",
        "R v Ashdown [2017] EWCA Crim 99001",
        "2017-10-12",
        None,
        "judgment",
    ),
    # an answer to a request for information
    (
        "Freedom of Information request 2241/20 - Officers convicted of offences\nDate of response 6 January 2021\nYou asked\n"
        "Please list each officer convicted of an offence in the last three years, with the outcome of any hearing.\n",
        "Freedom of Information request 2241/20 - Officers convicted of offences",
        "2021-01-06",
        None,
        "other",
    ),
    # an oversight summary without a name: what was looked into, the force, the month
    (
        "Use of force during an arrest - Kent Police, May 2018\n\nOn 3 May 2018 a man was arrested outside a shop in Dover. "
        "He complained that an officer had pushed him.\n",
        "Use of force during an arrest - Kent Police, May 2018",
        None,
        None,
        "oversight_release",
    ),
]


@pytest.mark.parametrize(("page", "title", "published", "publisher", "kind"), PAGES)
def test_masthead(
    page: str, title: str | None, published: str | None, publisher: str | None, kind: str
) -> None:
    """Each part of the masthead, cited where it stands."""
    text = page.replace("@", PROSE)
    got = prepare(text).masthead
    assert (got.title.value if got.title else None) == title
    assert (got.published.value if got.published else None) == published
    assert (got.publisher.value if got.publisher else None) == publisher
    assert got.kind == kind
    for cited in (got.title, got.published, got.publisher):
        if cited is not None:
            assert all(text[a:b].strip() for a, b in cited.spans)


@pytest.mark.parametrize(
    ("text", "title", "published"),
    [
        # a first line that is only a date, above one paragraph; above two
        ("4 March 2021\n\nPC Ned Ashdown was jailed at Lewes Crown Court today for theft.", None, "2021-03-04"),
        ("Thursday, 4 March 2021\nOfficer jailed\nHe was with Kent Police.", "Officer jailed", "2021-03-04"),
        # one paragraph alone is no title of itself
        ("PC Ned Ashdown was jailed at Lewes Crown Court on 4 March 2021 for theft.", None, None),
        # no month has such a day
        ("Officer jailed\n31 April 2021\n\nPC Ned Ashdown was jailed at Lewes Crown Court for theft.", "Officer jailed", None),
    ],
)  # fmt: skip
def test_short_pages(text: str, title: str | None, published: str | None) -> None:
    """Pages of a line or two."""
    masthead = prepare(text).masthead
    assert (masthead.title and masthead.title.value) == title
    assert (masthead.published and masthead.published.value) == published


@pytest.mark.parametrize(
    ("text", "kind", "published"),
    [
        # a table by its headings; the date of its first row is nobody's publication
        (
            "Rank | Date | Standards | Finding | Outcome\nPC | 04/04/2022 | Honesty and Integrity | Gross misconduct | Dismissed\n"
            "DS | 11/04/2022 | Confidentiality | Misconduct | Written warning\nSurrey Police\n",
            "hearing_outcome",
            None,
        ),
        # labels that announce
        (
            "Surrey Police - misconduct hearings\nHearing: PC Ned Ashby\nStart date: 9 May 2022\nLocation: Hove Town Hall\n"
            "Summary of allegation: It is alleged that PC Ashby used excessive force.\nLQC: Mr Giles Fenn\n",
            "hearing_notice",
            None,
        ),
        # an item of a list
        (
            "Surrey Police\nFreedom of Information request 12\n\n1. PC - 3 February 2021 - theft - Dismissed\n"
            "2. PC - 4 March 2021 - lies - Dismissed\n",
            "other",
            None,
        ),
        # a paper's line with bars is no row
        ("Constable jailed\n\nCrime | By Ann Lee | Fen Gazette | 3 May 2021\n\n" + PROSE, "news", "2021-05-03"),
    ],
)  # fmt: skip
def test_kind_and_date_of_forms(text: str, kind: str, published: str | None) -> None:
    """Tables and forms: what they are, and that their facts' dates are not the page's."""
    masthead = prepare(text).masthead
    assert masthead.kind == kind
    assert (masthead.published and masthead.published.value) == published


def test_broken_headline_is_joined() -> None:
    """A narrow column's headline is one headline."""
    got = prepare("Sergeant told\nto quit over\nlie in log\n\n" + PROSE).masthead
    assert got.title is not None
    assert got.title.value == "Sergeant told to quit over lie in log"


def test_metadata_goes_before_the_page() -> None:
    """The carrier's date and title win; they are cited only where the page prints the same."""
    text = "Constable lied about crash\n\nPublished 2 May 2022\n\n" + PROSE
    same = prepare(text, published="2022-05-02", title="Constable lied about crash").masthead
    assert same.published is not None
    assert same.title is not None
    other = prepare(text, published="2022-05-03", title="Another headline").masthead
    assert other.published is None
    assert other.title is None


FURNITURE = [
    # a heading with the links under it
    (
        "READ MORE\n- Burglar hid in bin\n- Plans for 90 homes",
        ["READ MORE", "- Burglar hid in bin", "- Plans for 90 homes"],
    ),
    ("Sign up to our daily newsletter", ["Sign up to our daily newsletter"]),
    ("Facebook | WhatsApp | Copy link", ["Facebook | WhatsApp | Copy link"]),
    ("Comments are closed on this story", ["Comments are closed on this story"]),
]


@pytest.mark.parametrize(("tail", "lines"), FURNITURE)
def test_furniture_is_marked(tail: str, lines: list[str]) -> None:
    """Furniture is marked line by line and nothing of the text is."""
    text = "Constable lied about crash\n\n" + PROSE + "\n" + tail + "\n"
    got = prepare(text).masthead
    assert [text[a:b] for a, b in got.furniture] == lines
    assert got.is_furniture(text.index(lines[0]))
    assert not got.is_furniture(text.index("PC Ned Ashdown"))


def test_words_of_buttons_in_a_headline() -> None:
    """A headline that begins with a button's word is a headline."""
    got = prepare("WhatsApp officer is sacked and may not be named\n\n" + PROSE).masthead
    assert got.title is not None
    assert got.title.value.startswith("WhatsApp officer")
    assert got.furniture == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_masthead(text: str) -> None:
    """No text makes the masthead fail, and what it cites lies in the text."""
    got = prepare(text).masthead
    for cited in (got.title, got.published, got.publisher):
        if cited is not None:
            assert all(0 <= a < b <= len(text) for a, b in cited.spans)
    assert 0 <= got.body_start <= max(1, len(text))


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("The Solent Lookout - Saturday Long Read - 12 August 2023", "The Solent Lookout"),
        ("EASTERN CALL | Thu, Mar 19, 2015", "EASTERN CALL"),
        ("THE CLEE VALLEY OBSERVER                    No. 6,113\nFriday, June 22, 2001", "THE CLEE VALLEY OBSERVER"),
        ("Fenwick Clarion, 3 May 2021", "Fenwick Clarion"),
        # whoever wrote the story, and a label, are no publisher
        ("Ann Lee | 3 May 2021", None),
        ("NEWSROOM COPY | 3 May 2021", None),
    ],
)  # fmt: skip
def test_a_name_before_the_day_of_issue(head: str, publisher: str | None) -> None:
    cited = prepare(f"Constable lied about crash\n\n{head}\n\n{PROSE}").masthead.publisher
    assert (cited.value if cited else None) == publisher


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # both days are told; the first posting counts
        (f"Constable lied\n\nLast updated 7 July 2022 | First posted 30 June 2022\n\n{PROSE}", "2022-06-30"),
        (f"Constable lied\n\n{PROSE}\nPlaced on this page 18/03/22. For removal 15/04/22.\n", "2022-03-18"),
        (f"Constable lied\n\n{PROSE}\nReport: Fen News Agency. 27/03/26\n", "2026-03-27"),
        # a list of dated entries, headed by the day of its last change
        (
            "Misconduct outcomes\nUpdated 9 June 2022\n\n3 May 2022 PC Ned Ashdown, dismissed without notice\n"
            "12 May 2022 PC Una Stone, final written warning\n20 May 2022 Sgt Ivo Penn, written warning\n",
            "2022-06-09",
        ),
        # the days of what is listed, one a line
        (
            "Officers dismissed\n\nPC          Theft        12/06/2018  Special case hearing\n"
            "Sergeant    Fraud        18/01/2019  Misconduct hearing\n",
            None,
        ),
        ("Response\n\nA2.\nConstable - theft - dismissed 4 May 2017\nConstable - assault - dismissed 9 May 2018\n", None),
        # a hearing's opening day is no day of publication
        ("Misconduct hearing: PC Ned Ashdown\nOpens: 12 June 2023, Wymondham\nThe officer is alleged to have lied.\n", None),
    ],
)  # fmt: skip
def test_which_day_is_that_of_publication(text: str, published: str | None) -> None:
    cited = prepare(text).masthead.published
    assert (cited.value if cited else None) == published


def test_the_day_below_a_standfirst_is_that_of_publication() -> None:
    text = """PC dismissed over messages to crime victims

A police constable has been dismissed after sending messages to three women he met through work.

Published 3 hours ago
Thursday 9 February 2023

PC Owen Lassiter, of Wiltshire Police, was dismissed at a misconduct hearing on Wednesday.
"""
    told = read(Document("standfirst", text))
    assert told.published == "2023-02-09"
    assert told.subjects[0].proceeding is not None
    assert told.subjects[0].proceeding.date == "2023-02-08"


@pytest.mark.parametrize("above", ["News Centre", "News | Sexual offences", "Rosamund Tickner"])
def test_a_section_or_a_writer_above_the_headline_is_no_headline(above: str) -> None:
    text = f"CPS North East\n16 December 2022\n{above}\n\nServing officer given sentence for attacks on women\n\nPC Ann Lee, 29, of Durham Constabulary, was jailed for two years for assault at Leeds Crown Court today.\n"
    assert (
        read(Document("x", text)).to_dict()["title"] == "Serving officer given sentence for attacks on women"
    )


@pytest.mark.parametrize(
    ("first", "publisher"), [("Wharfe Valley Life", "Wharfe Valley Life"), ("Hannah Brock", None)]
)
def test_a_name_above_the_day_of_issue_is_no_headline(first: str, publisher: str | None) -> None:
    page = f"{first}\nTuesday, 5 July 2016\n\nDetective hid drugs in his locker for three years\n\nA detective has been jailed. DC Tom Larn, 40, of West Yorkshire Police, was jailed for two years."
    told = read(Document("x", page)).to_dict()
    assert (told["title"], told["publisher"]) == (
        "Detective hid drugs in his locker for three years",
        publisher,
    )


def test_sent_down_is_a_headline_and_no_date() -> None:
    page = "Sent down: who swapped Kent for a cell in October\n\nThe Fenland Post\nWords: Jo Lake\n\nA man was jailed."
    assert read(Document("x", page)).to_dict()["title"] == "Sent down: who swapped Kent for a cell in October"
