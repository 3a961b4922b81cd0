"""Lines around an article (menus, links to others, tags, comments) are not read; the article, and lists of outcomes, are."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read
from peelian.reading.set_aside import lines_around

TITLE = "Former PC jailed for selling secrets"
LEAD = (
    "A former police officer who sold secrets from a computer to a private detective has been jailed for two years.\n\n"
    "PC Ned Ashdown, 34, of Deal, admitted misconduct in public office at Maidstone Crown Court on 3 May 2021.\n\n"
)
REST = (
    "The court heard that the constable, who worked for Kent Police, had looked up eleven people in a single night.\n\n"
    "The judge told him that he had betrayed his colleagues and all those whom he was paid to protect from such men.\n"
)
OTHER = "Sergeant Crispin Ollerton sacked over racist WhatsApp messages"
THIRD = "Detective Ffion Garthwaite cleared of assault after trial"


def page(top: str = "", under: str = "", between: str = "", foot: str = "") -> str:
    parts = [top, TITLE, under, LEAD.rstrip(), between, REST.rstrip(), foot]
    return "\n\n".join(part for part in parts if part) + "\n"


def told(text: str) -> list[object]:
    reading = read(Document(id="x", text=text))
    return [reading.title, reading.kind, reading.subjects]


AROUND = {
    "menu in lines": {"top": "Home\nNews\nCrime\nSport\nOpinion\nJobs\nKent Today\nMy account"},
    "menu of a force": {
        "top": "Skip to main content\nReport\nTell us about\nApply or register\nRequest\nYour area\nNews\nMisconduct hearings"
    },
    "trail": {"top": "Home / News / Misconduct outcomes"},
    "marking": {"top": "NOT PROTECTIVELY MARKED", "foot": "OFFICIAL: FOR PUBLIC RELEASE"},
    "cookies": {
        "top": "We use some essential cookies to make our website work. We'd like to set additional cookies so we can remember your settings."
    },
    "address": {"top": "https://www.valley.example/news/former-officer-sacked-gross-misconduct-jailed-1234/"},
    "ticker": {"top": f"Breaking: {OTHER}"},
    "stories above": {"top": f"Top stories\n{OTHER}\nRoad closed after lorry overturns on bridge"},
    "writer and paper": {"under": "Barnaby Quillfeather, Valley Echo"},
    "writer's name alone": {"under": "Barnaby Quillfeather"},
    "link": {"between": f"READ MORE: {OTHER}"},
    "link in Markdown": {"between": f"[{OTHER}](https://www.valley.example/news/1)"},
    "links under a heading": {"between": f"Related Articles\n- {OTHER}\n- Drink-drive PC banned from roads"},
    "links in paragraphs": {"between": f"Most read\n\n{OTHER}\n\n{THIRD}"},
    "headline alone": {"between": OTHER},
    "caption of another": {"between": "Chief Constable Barnaby Quillfeather (Image: Essex Police)"},
    "prompt": {
        "between": "Get the latest police news direct to your inbox by signing up to our newsletter here."
    },
    "links at the foot": {"foot": f"More on this story\n\n{OTHER}\n12 March 2020\n\n{THIRD}\n2 hours ago"},
    "links and their leads": {
        "foot": f"Latest news\n{OTHER}\nThe officer, who worked for Essex Police, appeared at a hearing in Mold.\n"
        f"{THIRD}\nThe detective, who worked for Dorset Police, was acquitted by a jury in Poole."
    },
    "headlines at the foot": {"foot": f"{OTHER}\nRetired inspector would have been dismissed, panel rules"},
    "tags": {"foot": "Tags: Essex Police, Barnaby Quillfeather, stalking, gross misconduct, sacked"},
    "tags in lines": {"foot": "Related topics\nEssex Police\nPerverting the course of justice\nStalking"},
    "next and previous": {"foot": f"« {OTHER}\n{THIRD} »"},
    "comments": {
        "foot": "Comments (14)\nKentLass\n3 hours ago\nShould have got five years for fraud! Sgt Ollerton was just as bad.\nReply\nLike 12"
    },
    "comments with who wrote them": {
        "foot": "What our readers say\nKentLass wrote 3 hours ago:\nShould have got five years for fraud.\nRover wrote 2 hours ago:\nSack the lot of them, Sgt Ollerton too."
    },
    "links under words of its own": {"foot": f"Court stories you may have missed\n{OTHER}\n{THIRD}"},
    "links with their days": {"foot": f"News archive\n12 May 2020 - {OTHER}\n3 May 2020 - {THIRD}"},
    "link behind words of its own": {"between": f"From our archive: {OTHER}"},
    "address in the text": {
        "foot": "Archived copy of https://www.valley.example/2021/03/sergeant-jailed-fraud-sacked.html"
    },
    "writer at the foot": {"foot": "Barnaby Quillfeather is the Echo's crime reporter."},
}


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_lines_around_an_article_change_nothing(around: dict[str, str]) -> None:
    assert told(page(**around)) == told(page())


@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_every_word_of_the_article_is_left(around: dict[str, str]) -> None:
    text = page(**around)
    left, at = "", 0
    for edit in lines_around(text):
        left += text[at : edit.start] + edit.new
        at = edit.end
    left += text[at:]
    for paragraph in (TITLE, *LEAD.split("\n\n"), *REST.split("\n\n")):
        assert paragraph.strip() in left


KEPT = {
    "a list of outcomes": "Misconduct outcomes\n\nLatest news\nPC Ned Ashdown dismissed for dishonesty over overtime\nSergeant Ann Ollerton given a final written warning for assault\n",
    "labels under a heading": page(foot="Latest\nRank: PC\nOutcome: Dismissed without notice"),
    "the article goes on below a link": page(between=f"Read more\n\n{LEAD.split(chr(10))[0]}"),
    "a list in the article": page(
        between="The other two officers were dealt with at the same hearing:\n\n* PC Crispin Ollerton admitted using excessive force and was warned\n* PC Ffion Garthwaite was cleared of using excessive force on him"
    ),
    "the headline of a further story": page(
        foot=f"{OTHER}\n\nSergeant Crispin Ollerton, of Essex Police, was dismissed without notice at a hearing in Chelmsford on 4 May 2021."
    ),
    "the publisher and the day": page(under="Valley Echo\n3 May 2021", foot="© Valley Echo 2021"),
    "a helpline": page(foot="• The National Stalking Helpline is on 0808 802 0300"),
    "a caption of the officer": page(between="Ned Ashdown leaving court (Image: Valley Echo)"),
    "an officer named in a caption only": "\n\n".join(
        (
            TITLE,
            "Ned Ashdown (Image: Kent Police)",
            "A former constable who sold secrets to a private detective has been jailed for two years by a judge.",
        )
    ),
    "the headline behind a mark": f"Breaking: {TITLE}\n\nHe sold secrets to a detective\n\n{LEAD}{REST}",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_a_page_tells_is_kept(text: str) -> None:
    cut = [text[edit.start : edit.end] for edit in lines_around(text)]
    assert not [words for words in cut if words.strip().lower() not in ("", "read more", "latest")]


def test_evidence_is_given_where_the_page_has_it() -> None:
    text = page(top="Home\nNews\nCrime\nSport", between=f"READ MORE: {OTHER}")
    reading = read(Document(id="x", text=text))
    start, end = reading.evidence["/subjects/0/force"][0]
    assert text[start:end] == "Kent Police"


def test_what_is_sensitive_is_marked_there_too() -> None:
    text = page(foot=f"Most read\n{OTHER}\nBoy, 14, raped by his uncle in Deal, police say")
    marked = {text[s.start : s.end] for s in read(Document(id="x", text=text)).sensitive if s.kind == "child"}
    assert marked == {"Boy, 14"}


def test_a_paper_is_nobody() -> None:
    text = page(
        under="by Barnaby Quillfeather, Thanet Bugle",
        foot='"He was a wrong one," his landlady told the Bugle.',
    )
    reading = read(Document(id="x", text=text))
    assert [subject.name for subject in reading.subjects] == ["Ned Ashdown"]
    assert reading.publisher == "Thanet Bugle"


def test_the_day_on_which_a_page_was_seen_to_is_no_day_of_the_case() -> None:
    text = (
        "Hearing outcome: PC Ned Ashdown\n\nPC Ned Ashdown was dismissed without notice at a misconduct hearing.\n\n"
        "Allegation: use of force. He is said to have knelt on the back of a man for nine minutes and more.\n\nReview date: 3 May 2025\n"
    )
    (subject,) = read(Document(id="x", text=text)).subjects
    assert subject.proceeding is not None
    assert subject.proceeding.date is None
