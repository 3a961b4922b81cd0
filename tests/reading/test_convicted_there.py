"""A plea to one crime by which another is accepted; prosecutors' decision to charge; a verdict and a sentence on the day of the plea."""

from __future__ import annotations

from whole_pages import the_one

CHARGED = (
    "The CPS considered whether PC Ian Lamb of Kent Police had committed theft and perverted the course of justice. "
    "In August 2018 it decided to charge him with both offences.\n\n"
)


def test_what_is_accepted_with_a_plea_to_another_is_no_plea() -> None:
    his = the_one(
        CHARGED
        + "In June 2019 he appeared at court and pleaded guilty to perverting the course of justice, and in doing so accepted committing the theft.\n"
    )
    told = {o["offence"]: (o["stage"], o["plea"]) for o in his["offences"]}
    assert told["perverting_the_course_of_justice"] == ("convicted", "guilty")
    assert told["theft"] == ("charged", None)


def test_a_plea_to_both_is_one_to_each() -> None:
    his = the_one(CHARGED + "In June 2019 he pleaded guilty to perverting the course of justice and theft.\n")
    assert {o["stage"] for o in his["offences"]} == {"convicted"}


def test_convicted_and_sentenced_where_one_pleaded() -> None:
    his = the_one(
        "In June 2019 PC Ian Lamb of Kent Police appeared at Maidstone Crown Court and pleaded guilty to theft. He was convicted and fined £400.\n"
    )
    assert his["sentenced_on"] == "2019-06"


def test_sentence_on_another_day_has_not_the_pleas_month() -> None:
    his = the_one(
        "In June 2019 PC Ian Lamb of Kent Police appeared at Maidstone Crown Court and pleaded guilty to theft. He was later fined £400.\n"
    )
    assert his["sentenced_on"] is None
