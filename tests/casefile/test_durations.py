"""Durations: only between known days, with a shortest and a longest where days are known in part."""

from __future__ import annotations

from tests.casefile.cases import built, offence, proceeding, sentence, told, wrote

from peelian.casefile.durations import by_force_and_year
from peelian.casefile.facts import CaseFile


def days(case: CaseFile) -> dict[str, tuple[int, int]]:
    return {one.kind: (one.shortest, one.longest) for one in case.durations}


def tale(force: str = "kent", held: str = "2019-05-03", sentenced: str = "2019-03-04") -> CaseFile:
    return built(
        told(
            "2019-06-01",
            force=force,
            offences=[offence()],
            sentenced_on=sentenced,
            sentences=[sentence("fine")],
            proceeding=proceeding(date=held, outcome="dismissed"),
        ),
        written=[
            wrote("dates.charged", "2018-12-04"),
            wrote("dates.reported", "2018-01-01"),
            wrote("dates.conduct_to", "2017"),
        ],
    )


def test_exact_days() -> None:
    found = days(tale())
    assert found["charge_to_sentence"] == (90, 90)
    assert found["sentence_to_dismissal"] == (60, 60)
    assert found["report_to_hearing"] == (487, 487)


def test_partly_known_days_give_a_shortest_and_a_longest() -> None:
    assert days(tale())["conduct_to_report"] == (1, 365)
    assert days(tale(held="2019-05"))["sentence_to_dismissal"] == (58, 88)
    assert days(tale(sentenced="2019", held="2019"))["sentence_to_dismissal"] == (0, 364)


def test_nothing_from_the_day_of_publication_and_nothing_backwards() -> None:
    case = built(
        told(
            "2019-06-01", offences=[offence()], proceeding=proceeding(date="2019-05-03", outcome="dismissed")
        )
    )
    assert "conviction_to_dismissal" not in days(case)
    backwards = days(tale(sentenced="2019-06-01"))
    assert "sentence_to_dismissal" not in backwards
    assert backwards["dismissal_to_sentence"] == (29, 29)


def test_by_force_and_year() -> None:
    cases = [tale(), tale(held="2019-05-13"), tale(held="2020-05-03"), tale("essex")]
    spread = {(s.kind, s.force, s.year): s for s in by_force_and_year(cases)}
    over_all = spread["sentence_to_dismissal", None, None]
    assert (over_all.count, over_all.exact, over_all.median) == (4, 4, 65.0)
    kent = spread["sentence_to_dismissal", "kent", 2019]
    assert (kent.count, kent.median, kent.shortest, kent.longest) == (2, 65.0, 60, 70)
    assert spread["sentence_to_dismissal", "essex", None].count == 1
    assert by_force_and_year(reversed(cases)) == by_force_and_year(cases)
