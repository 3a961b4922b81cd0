"""The API: lists that go on, provenance, ETag, CORS, limits; schemathesis finds no failure."""

from __future__ import annotations

import html
import json
from typing import Any

import pytest
import schemathesis
from django.conf import Settings
from django.http import QueryDict
from django.test import Client
from hypothesis import HealthCheck, settings
from published import case
from schemathesis import Case

from peelian.server.wsgi import application
from peelian.web import index
from peelian.web.api import access
from peelian.web.api.cursors import CursorError, decode, encode
from peelian.web.facets import BY_NAME
from peelian.web.search import Question, answer

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "PER_MINUTE", 0)
    for number, name in enumerate(["Ada Thorne", "Bela Quayle", "Cato Marsh", "Dina Lowe", "Emeka Ashe"], 1):
        index.put(case(number, name, "kent" if number % 2 else "essex"))


def get(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200, response.content
    return response.json()


@pytest.mark.usefixtures("five")
def test_a_list_goes_on_by_its_cursor_and_loses_nothing(client: Client) -> None:
    seen: list[str] = []
    address = "/api/v1/cases?limit=2"
    while True:
        page = get(client, address)
        assert page["total"] == 5
        seen += [line["id"] for line in page["cases"]]
        if page["next"] is None:
            break
        address = f"/api/v1/cases?limit=2&cursor={page['next']}"
    assert len(seen) == len(set(seen)) == 5


@pytest.mark.usefixtures("five")
def test_filters_are_those_of_the_search(client: Client) -> None:
    assert get(client, "/api/v1/cases?force=essex")["total"] == 2
    assert get(client, "/api/v1/cases?q=thorne&force=essex")["total"] == 0
    assert get(client, "/api/v1/cases?force=essex&force=kent&year=2019")["total"] == 5
    parameters = {
        one["name"]
        for one in get(client, "/api/v1/openapi.json")["paths"]["/api/v1/cases"]["get"]["parameters"]
    }
    assert parameters >= {"q", "from", "to", *BY_NAME}


def test_every_parameter_says_what_it_is_on_the_page_too(client: Client) -> None:
    page = html.unescape(client.get("/api/v1/docs").content.decode())
    paths = get(client, "/api/v1/openapi.json")["paths"]
    told = [one for path in paths.values() for act in path.values() for one in act.get("parameters", [])]
    assert told
    for one in told:
        assert one.get("description") and one["description"] in page, one["name"]


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize(
    "query",
    [
        "court=Maidstone+Crown+Court&force=kent",
        "from=2019-01-01&to=2019-12-31",
        "from=2020-01-01",
        "to=2018-12-31",
        "q=thorne+-dismissed",
        "hearing=special_case_hearing&rank=police_constable&standard=honesty_and_integrity",
    ],
)
def test_the_api_finds_what_the_page_finds(client: Client, query: str) -> None:
    found = {line["id"] for line in get(client, f"/api/v1/cases?limit=100&{query}")["cases"]}
    assert found == {entry.case_id for entry in answer(Question.read(QueryDict(query))).entries}


@pytest.mark.usefixtures("five")
def test_a_day_that_is_none_is_said_to_be_none(client: Client) -> None:
    assert client.get("/api/v1/cases?from=yesterday").status_code == 422


@pytest.mark.usefixtures("five")
def test_a_name_is_found_by_its_words_and_ranked_by_likeness(client: Client) -> None:
    index.put(case(6, "Ada Marsh", "kent"))

    def ids(name: str) -> list[str]:
        found = client.post("/reconcile", {"queries": json.dumps({"q": {"query": name}})}).json()
        return [one["id"] for one in found["q"]["result"]]

    assert ids("Thorne, Ada")[0] == "p-0000000001"
    assert ids("Ada Marsh")[0] == "p-0000000006"
    assert ids("Ada Thornes")[0] == "p-0000000001"  # a slip of the pen at the end
    assert ids("Quayle") == ["p-0000000002"]
    assert ids("Nobody Atall") == []
    labels = [one["label"] for one in get(client, "/suggest?q=ada m")["suggestions"]]
    assert labels == ["Ada Marsh"]
    index.drop("c-0000000006")
    assert get(client, "/suggest?q=ada m")["suggestions"] == []


@pytest.mark.usefixtures("five")
def test_a_statement_gives_its_source_and_words(client: Client) -> None:
    rows = get(client, "/api/v1/cases/c-0000000001/statements")["statements"]
    outcome = next(row for row in rows if row["field"] == "outcome")
    start, end = outcome["marks"][0]
    assert outcome["quote"][start:end] == "dismissed without notice"
    assert outcome["publisher"] == "The Medway Gazette (fictional)"
    assert {row["value"] for row in rows if row["field"] == "age"} == {26, 27}


@pytest.mark.usefixtures("five")
def test_the_same_answer_is_not_sent_twice(client: Client) -> None:
    first = client.get("/api/v1/cases/c-0000000001")
    again = client.get("/api/v1/cases/c-0000000001", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304 and not again.content
    assert first["Access-Control-Allow-Origin"] == "*"


@pytest.mark.usefixtures("five")
def test_who_asks_too_often_is_told_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "PER_MINUTE", 3)
    monkeypatch.setattr(access, "LIMIT", access.Limit())
    codes = [client.get("/api/v1/downloads").status_code for _ in range(4)]
    assert codes == [200, 200, 200, 429]


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("proxies", [0, 1])
def test_behind_a_proxy_each_visitor_is_counted_apart(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Settings, proxies: int
) -> None:
    """Without PEELIAN_PROXIES the header is not trusted: else everybody could have a new address each time."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    monkeypatch.setattr(access, "PER_MINUTE", 3)
    monkeypatch.setattr(access, "LIMIT", access.Limit())
    codes = [
        client.get("/api/v1/downloads", headers={"X-Forwarded-For": f"203.0.113.{n}"}).status_code
        for n in range(4)
    ]
    assert codes == [200, 200, 200, 200 if proxies else 429]


@pytest.mark.parametrize("address", ["/api/v1/cases/c-none", "/api/v1/persons/p-none", "/api/v1/facets/none"])
def test_what_is_not_published_is_not_found(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404 and response.json()["detail"]


def test_cursors_are_read_back_and_others_refused() -> None:
    assert decode(encode("2019-05-03", 7)) == ("2019-05-03", 7)
    for wrong in ("", "x", "W10", encode("a", 1) + "zz!", "bnVsbA"):
        with pytest.raises(CursorError):
            decode(wrong)


@pytest.mark.usefixtures("five")
def test_a_spreadsheet_column_is_matched(client: Client) -> None:
    queries = {"q0": {"query": "Thorne, Ada"}, "q1": {"query": "Nobody Here"}}
    found = client.post("/reconcile", {"queries": json.dumps(queries)}).json()
    assert found["q0"]["result"][0]["name"] == "Ada Thorne"
    assert found["q0"]["result"][0]["match"] is False
    assert found["q1"]["result"] == []
    wanted = {"ids": ["p-0000000001"], "properties": [{"id": "outcome"}]}
    rows = client.post("/reconcile", {"extend": json.dumps(wanted)}).json()["rows"]
    assert rows == {"p-0000000001": {"outcome": [{"str": "dismissed without notice"}]}}
    assert get(client, "/reconcile")["versions"] == ["0.2"]
    assert get(client, "/reconcile/suggest/entity?prefix=tho")["result"][0]["id"] == "p-0000000001"
    assert client.get("/reconcile/preview?id=p-0000000001").status_code == 200


@pytest.mark.parametrize("given", ["{", "[]", '{"a": 1}', '{"a": {}}', '"x"', "[" * 5000])
@pytest.mark.parametrize("name", ["queries", "extend"])
def test_a_wrong_question_is_told_what_is_wrong(client: Client, name: str, given: str) -> None:
    response = client.post("/reconcile", {name: given})
    assert response.status_code == 400 and response.json()["detail"]


schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


@pytest.mark.usefixtures("five")
@schema.parametrize()
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_schemathesis_finds_no_failure(case: Case) -> None:
    case.call_and_validate()
