"""Search: words, facets, order, and what makes no sense."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.utils.timezone import now
from hypothesis import given
from hypothesis import strategies as st
from published import case

from peelian import law
from peelian.publication.models import PublishedRow
from peelian.web import facets, fulltext, index, search
from peelian.web.models import Entry, FacetCount, IndexVersion
from peelian.web.names import persons_starting
from peelian.web.search import Question, answer

pytestmark = pytest.mark.django_db


def ask(query: str) -> list[str]:
    return [entry.case_id for entry in answer(Question.read(QueryDict(query))).entries]


@pytest.fixture
def three() -> None:
    index.put(case(1, "Ada Thorne", "kent"))
    index.put(case(2, "Bela Quayle", "essex"))
    index.put(case(3, "Ada Marsh", "essex"))


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("q=thorne", {1}),
        ("q=Ada", {1, 3}),
        ("q=ada+-marsh", {1}),
        ('q="ada+marsh"', {3}),
        ('q="marsh+ada"', set()),
        ("q=thor", {1}),
        ("force=essex", {2, 3}),
        ("force=essex&force=kent", {1, 2, 3}),
        ("q=ada&force=essex", {3}),
        ("q=nobody", set()),
        ("q=!!!", set()),
        ("from=2019-01-01&to=2019-12-31", {1, 2, 3}),
        ("from=2020-01-01", set()),
        ("outcome=dismissed_without_notice&year=2019", {1, 2, 3}),
        ("page=99", set()),
        ("page=x&sort=y&from=z", {1, 2, 3}),
    ],
)
def test_what_is_asked_is_found(query: str, numbers: set[int]) -> None:
    assert set(ask(query)) == {f"c-{number:010d}" for number in numbers}


@pytest.mark.usefixtures("three")
def test_counts_of_a_facet_ignore_its_own_choice_and_heed_the_others() -> None:
    found = {
        facet.name: choices for facet, choices in answer(Question.read(QueryDict("q=ada&force=kent"))).facets
    }
    assert {choice.value: choice.count for choice in found["force"]} == {"kent": 1, "essex": 1}
    assert {choice.value: choice.count for choice in found["rank"]} == {"police_constable": 1}


@pytest.mark.usefixtures("three")
def test_a_case_taken_out_leaves_nothing() -> None:
    for number in (1, 2, 3):
        index.drop(f"c-{number:010d}")
    assert not Entry.public.exists() and not FacetCount.public.exists()
    assert fulltext.matches("ada") == []


@pytest.mark.usefixtures("three")
def test_a_rebuilt_index_answers_the_same() -> None:
    before = {query: ask(query) for query in ("q=ada", "force=essex", "sort=name")}
    index.rebuild(
        [case(1, "Ada Thorne", "kent"), case(2, "Bela Quayle", "essex"), case(3, "Ada Marsh", "essex")]
    )
    assert {query: ask(query) for query in before} == before


@pytest.mark.usefixtures("three")
def test_a_held_case_is_taken_out() -> None:
    index.put(case(1, "Ada Thorne", "kent", held=True))
    assert ask("q=thorne") == []


@given(st.text(max_size=80))
def test_no_question_is_an_error(words: str) -> None:
    question = QueryDict(mutable=True)
    question["q"] = words
    answer(Question.read(question))


@given(st.text(max_size=200))
def test_an_address_that_makes_no_sense_is_no_error(query: str) -> None:
    assert isinstance(Question.read(QueryDict(query[:100].encode("utf-8", "ignore"))).query, str)


@pytest.mark.parametrize("sign", ["%01", "%0b", "%00", "%7f", "%ef%bf%be"])
@pytest.mark.parametrize(
    "place", ["/cases/", "/cases/feed.atom", "/cases/export.csv", "/api/v1/cases", "/suggest"]
)
def test_control_characters_break_nothing(client: Client, place: str, sign: str) -> None:
    assert client.get(f"{place}?q={sign}a&force={sign}b").status_code == 200


def test_a_page_is_asked_for_anew(client: Client) -> None:
    assert client.get("/cases/")["Cache-Control"] == "no-cache"
    assert client.head("/api/v1/cases").status_code == 200


def test_every_group_of_offences_of_the_law_has_words() -> None:
    assert {term.extra["category"] for term in law.vocabulary("offences")} == set(facets.CONDUCT)


@pytest.mark.usefixtures("three")
def test_a_case_that_changes_leaves_the_facets_that_it_left() -> None:
    index.put(case(1, "Ada Thorne", "surrey"))
    counts = dict(facets.COUNTS.fresh().counted("force", None))
    assert counts == {"essex": 2, "surrey": 1}


@pytest.mark.usefixtures("three")
def test_suggestions_are_looked_up_and_never_read_through() -> None:
    for prefix in ("tho", "ada m"):
        plan = persons_starting(prefix).values_list("person_id", "name").distinct()[:8].explain()
        if connection.vendor == "sqlite":
            assert "SCAN" not in plan and "web_nameword_word" in plan, plan
    assert [one.name for one in persons_starting("ada t")] == ["Ada Thorne"]


@pytest.mark.usefixtures("three")
def test_many_hits_are_walked_in_the_order_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    few = {query: ask(query) for query in ("force=essex&sort=name", "force=essex&sort=oldest", "force=essex")}
    monkeypatch.setattr(search, "MOST_NAMED", 0)
    assert {query: ask(query) for query in few} == few


def test_a_rebuilt_index_says_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(index, "BATCH", 2)
    index.rebuild([case(n, "Ada Thorne", "kent") for n in (1, 2, 3)], told.append)
    assert told == [2, 3]


def test_an_index_of_an_older_peelian_is_made_again() -> None:
    told = case(1, "Ada Thorne", "kent")
    PublishedRow.public.create(
        case_id=told.id, policy="cautious", title=told.title, first_published=now(), updated=now(),
        body=told.to_json().decode(),
    )  # fmt: skip
    index.put(told)
    Entry.public.update(year=1999)
    index.catch_up()
    assert Entry.public.get().year == 1999  # of this Peelian's making: nothing to do
    IndexVersion.public.update(format=index.FORMAT - 1)
    index.catch_up()
    assert Entry.public.get().year == 2019
    assert IndexVersion.public.get().format == index.FORMAT


def test_a_spreadsheet_takes_no_cell_of_an_export_for_a_formula(client: Client) -> None:
    for number, title in enumerate(("=1+1", "@SUM(1)", "+44", "-1", "\t=1", "\r=1", "'=1"), 11):
        index.put(case(number, "Ada Thorne", "", title=title, summary=f"={title}"))
    answer = client.get("/cases/export.csv").content.decode()
    cells = [cell for row in csv.reader(io.StringIO(answer)) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert "'=1+1" in cells and "''=1" in cells and "" in cells and "'" not in cells
