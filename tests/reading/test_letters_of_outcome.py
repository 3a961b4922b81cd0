"""A letter to those who complained: one heading an officer, some with no rank or no first name. All people are invented."""

from __future__ import annotations

from peelian.documents import Document
from peelian.reading import read

LETTER = """NORFOLK CONSTABULARY
Professional Standards Department

2 February 2016

Dear Mr and Mrs Abara

Your complaint of 1 July 2014

PC 1302 Halliday
PC Halliday attended a misconduct meeting on 11 January and was given a written warning.

PC 388 Osman
PC Osman knelt on your son's back. There was no case to answer.

Special Constable Rix
Mr Rix resigned from the Special Constabulary in September 2014.

Miss Colman (civilian detention officer)
I have decided that Miss Colman has no case to answer.

Yours sincerely

K Dunmore
Superintendent
"""


def test_headings_that_say_less_are_officers_too_and_whoever_signs_is_none() -> None:
    told = [
        (s["name"], s["rank"], s["resigned"]) for s in read(Document("letter", LETTER)).to_dict()["subjects"]
    ]
    assert told == [
        ("Halliday", "police_constable", None),
        ("Osman", "police_constable", None),
        ("Rix", "special_constable", "resigned"),
        ("Colman", "police_staff", None),
    ]


def test_a_code_said_to_be_an_officers_and_its_like_are_labels() -> None:
    text = """Statement on judgment - officer known as 'KT7'

A firearms officer, known as KT7, who shot a man in 2018 will face a gross misconduct hearing.

A second officer, KT9, attended a misconduct meeting in December 2021, at which it was found not proven.
"""
    told = [(s["label"], s["proceeding"]["kind"]) for s in read(Document("page", text)).to_dict()["subjects"]]
    assert told == [("KT7", "misconduct_hearing"), ("KT9", "misconduct_meeting")]
