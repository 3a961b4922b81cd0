"""The same story in another layout is read the same: numbered, broken into sentences, wrapped, justified, cut by page ends."""

import re
import textwrap

import pytest

from peelian import read
from peelian.documents import Document
from peelian.reading.broken_paragraphs import gaps, joints
from peelian.reading.divided import Whole
from peelian.reading.marked_paragraphs import marks_of_a_story
from peelian.reading.printed_pages import broken_off, unjustified

STORY = [
    "PC Ottoline Zouche, 34, a response officer with Kent Police at Deal, was charged with two counts of theft in March.",
    "She pleaded guilty at Maidstone Crown Court on 4 May 2021 and was jailed for 18 months. The judge said that she had betrayed a trust.",
    "The court heard how the officer, of Deal, had taken money from a safe over two years. It was never found.",
    "At a misconduct hearing on 8 June 2021 the panel, chaired by Thaddeus Vavasour, found gross misconduct proven.",
    "She was dismissed without notice and placed on the barred list, where her name will stay for at least five years.",
]
TITLE = "Officer stole from the safe\n\n"
PLAIN = TITLE + "\n\n".join(STORY) + "\n"


def told(text: str) -> list[tuple[object, ...]]:
    """Of each subject: the name, the offences, the sentences and what the panel decided."""
    out: list[tuple[object, ...]] = []
    for s in read(Document("page", text)).subjects:
        p = s.proceeding
        end = (p.outcome, p.finding, p.date, p.chair) if p else ()
        out.append(
            (
                s.name,
                [(o.offence, o.stage) for o in s.offences or []],
                [x.kind for x in s.sentences or []],
                *end,
            )
        )
    return out


def justified(line: str, width: int) -> str:
    """A paragraph set to both margins."""
    *lines, last = textwrap.wrap(line, width)
    out = []
    for words in (x.split() for x in lines):
        missing = width - len(" ".join(words))
        out.append(
            "".join(
                w + (" " * (1 + (n < missing)) if n < len(words) - 1 else "") for n, w in enumerate(words)
            )
        )
    return "\n".join([*out, last])


LAYOUTS = {
    "1.1": TITLE + "\n\n".join(f"1.{n} {p}" for n, p in enumerate(STORY, 1)),
    "a.": TITLE + "\n\n".join(f"{'abcdef'[n]}. {p}" for n, p in enumerate(STORY)),
    "bullets": TITLE + "\n\n".join(f"\u2022 {p}" for p in STORY),
    "one sentence a line": TITLE + "\n\n".join(p.replace(". ", ".\n") for p in STORY),
    "no blank lines": PLAIN.replace("\n\n", "\n"),
    "wrapped, no blank lines": "\n".join(textwrap.fill(p, 72) for p in PLAIN.split("\n\n")),
    "justified": TITLE + "\n\n".join(justified(p, 60) for p in STORY),
    "page ends": PLAIN.replace("the panel, chaired", "the panel,\n\nPage 2 of 5\n\nchaired"),
    "rules": PLAIN.replace("\n\n", "\n\n* * *\n\n"),
    "hard blanks": PLAIN.replace(" months", "\u00a0months").replace("4 May 2021", "4\u00a0May\u00a02021"),
    "2021/06/08": PLAIN.replace("8 June 2021", "2021/06/08"),
    "8 June '21": PLAIN.replace("8 June 2021", "8 June '21"),
    "Tue 8 June": PLAIN.replace("8 June 2021", "Tue 8 June 2021"),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_story_in_another_layout(layout: str) -> None:
    assert told(PLAIN)
    assert told(LAYOUTS[layout]) == told(PLAIN)


def test_the_numbers_of_a_list_stay() -> None:
    entries = [
        "PC Ann Zouche took money from a safe over two years and spent it all on horses. Dismissed without notice."
    ] * 5
    assert marks_of_a_story("\n".join(f"({n}) {p}" for n, p in enumerate(entries, 1))) == []


def test_marks_of_a_story_need_to_count_on() -> None:
    assert marks_of_a_story("\n".join(f"({7 * n}) {p}" for n, p in enumerate(STORY, 1))) == []
    assert len(marks_of_a_story("\n".join(f"({n}) {p}" for n, p in enumerate(STORY, 1)))) == len(STORY)


def test_a_list_of_one_sentence_an_entry_is_not_joined() -> None:
    entry = "PC Ann Zouche was dismissed for theft.\nA sergeant was given a written warning.\nPC Ida Pugh was cleared.\n"
    assert joints("2019\n" + entry + "\n2020\n" + entry + "\n2021\n" + entry) == []


def test_sentences_of_one_block_are_joined() -> None:
    block = "PC Ann Zouche took money.\nShe was dismissed.\nThe panel sat in Deal.\n"
    assert len(joints(block + "\n" + block + "\n" + block)) == 6


def test_what_stands_under_one_heading_is_kept_together() -> None:
    section = f"Kent\n{STORY[0]}\n{STORY[1]}\n"
    text = "Outcomes of hearings\n" + section + section + section
    assert [text[: at + 1].count("\n") for at in gaps(text)] == [4, 7]


def test_columns_are_not_taken_for_justified_lines() -> None:
    rows = [f"PC Ann  Zouche  Deal  {'theft' * n}  dismissed without notice" for n in range(1, 9)]
    assert unjustified("\n".join(rows)) == []


def test_a_list_in_small_letters_is_not_broken_off() -> None:
    entry = "the second constable had a case to answer for misconduct in not telling the hospital"
    assert broken_off("\n\n".join(["What was found"] + [entry] * 4)) == []


@pytest.mark.parametrize("foot", ["3", "Page 3 of 9", "- 3 -", "OFFICIAL", "\fA report on complaints\n3"])
def test_a_sentence_goes_on_behind_a_page_end(foot: str) -> None:
    text = f"The officer, who was 34, was dismissed without notice after a\n\n{foot}\n\nhearing that lasted, in all, two days. He left.\n"
    assert "after a hearing that lasted" in Whole(text).text


def test_divided_words_of_wrapped_lines_are_made_whole() -> None:
    text = (
        "The officer was told by the panel on the last day of it that she was sus-\n"
        "pended until the end of the inquiry, which began in May, and that her man-\n"
        "ager would see her in the week that followed. She said that she was off-\n"
        "duty when it happened and that nobody had told her of the rule before it.\n"
    )
    whole = Whole(text).text
    assert (
        "she was suspended until" in whole and "her manager would" in whole and "was off-duty when" in whole
    )


@pytest.mark.parametrize("label", ["Rank ..... Sergeant", "Rank = Sergeant", "Rank:- Sergeant"])
def test_labels_with_other_marks(label: str) -> None:
    text = f"Name: Ann Zouche\n{label}\nHearing date: 3 May 2021\nFinding: Gross misconduct\nOutcome: Dismissed without notice\n"
    (subject,) = read(Document("notice", text)).subjects
    assert subject.rank == "sergeant"


@pytest.mark.parametrize(
    "words",
    ["x ", "\n", "PC ", "** ", "(1) He\n", "1.1 He is. ", "x  x\n", "aa, aa\n\n3\n\n", "He is.\n", "* * *\n"],
)
def test_hostile_text_is_taken_in(words: str) -> None:
    text = words * 20_000
    assert len(re.sub(r"\s", "", Whole(text).text)) <= len(text)
