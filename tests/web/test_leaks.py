"""From documents to public bytes: what may not be shown is on no page, in no file, in no suggestion.

Documents with planted secrets go the whole way (read, linked, made into cases, weighed, approved by two
people, indexed). Then every address that a reader can reach, and every file of every export, is searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner
from django.conf import Settings
from django.test import Client
from tests.documents.pdf_pages import prose_pdf

from peelian.casebook.adding import Place, add
from peelian.casebook.audit import Actor
from peelian.casebook.deciding import decide
from peelian.casebook.models import Mention, SourceText
from peelian.cli import export as command
from peelian.publication import services
from peelian.publication.exports import FORMATS, approved_files, export
from peelian.web import downloads
from peelian.web.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 22)
#: What is planted: the name of the rule that should hold it back, and words that occur nowhere else.
SECRETS = {
    "a dead man": "Lowell Gricewold",
    "victim's name": "Philippa Zandermoor",
    "victim's words": "every night since I wake at the gate latch",
    "street": "Quillfeather Crescent",
    "telephone": "01632 960347",
    "child's name": "Tobiah Zandermoor",
    "anonymised officer": "Ignatius Wrexholme",
    "spent conviction": "Ottoline Farrowgate",
    "acquitted": "Lucian Bramblehurst",
    "restricted": "Cressida Oldacre-Venn",
    "in a page's title": "Quenby Ashgrove",
    "in a picture's description": "Dorothea Palfreyman",
    "in a file's hidden title": "Leopold Skarrow",
    "in a spelling of another country": "Ødegårdsen",
    "in a copy": "Sidonie Treherne",
    "a formula": "=HYPERLINK(",
}
PDF = (
    "Hampshire Constabulary. Officer V, a constable of Hampshire Constabulary, was dismissed without notice after a "
    "misconduct hearing on 4 June 2024. The panel found gross misconduct in respect of confidentiality.",
)
COPIED = """Cleveland Police

Officer W, a sergeant of Cleveland Police, was given a final written warning after a misconduct hearing on 9 May 2024. The
panel found misconduct in respect of duties and responsibilities. It said that the officer had not looked at a report for
eleven days, that nobody else had been told of it, and that the public would be right to ask why. The force said that it
had learnt from what happened and had changed how such reports are handed over from one shift to the next.
"""
PUBLIC = ("Marguerite Danforth", "Hadrian Culpepper")
DOCUMENTS = {
    "victim.txt": """Essex sergeant jailed for sexual assault

Published 11 March 2024

Sergeant Hadrian Culpepper, 44, of Quillfeather Crescent, Chelmsford, has been jailed for six years at
Chelmsford Crown Court. Culpepper, of Essex Police, was found guilty of two counts of sexual assault on 4 March 2024.

The victim, Philippa Zandermoor, said: "Every night since I wake at the gate latch and cannot breathe."
Her son Tobiah Zandermoor, aged 7, was in the house. Anyone with information can ring 01632 960347.

He was dismissed without notice after an accelerated misconduct hearing on 18 March 2024.
""",
    "named.txt": """Kent constable to face misconduct hearing

Published 2 February 2023

PC Ignatius Wrexholme of Kent Police is to face a misconduct hearing on 20 February 2023 over claims that he
breached the standards of confidentiality.
""",
    "anonymised.txt": """Misconduct hearing outcome

Published 28 February 2023

Kent Police

Officer R, a constable of Kent Police, was dismissed without notice after a misconduct hearing on
20 February 2023. The panel found gross misconduct in respect of confidentiality. The chair directed that the
officer is not to be named.
""",
    "spent.txt": """Gwent officer fined

Published 5 May 2009

PC Ottoline Farrowgate, 30, of Gwent Police, was fined £200 at Newport Magistrates' Court on 4 May 2009 after
admitting common assault.
""",
    "acquitted.txt": """Officer cleared

Published 9 June 2021

PC Lucian Bramblehurst of Sussex Police was found not guilty of perverting the course of justice at Lewes Crown
Court on 8 June 2021.
""",
    "restricted.txt": """Surrey officer in court

Published 7 July 2022

PC Cressida Oldacre-Venn of Surrey Police was convicted of theft at Guildford Crown Court on 6 July 2022.
Reporting restrictions are in place.
""",
    "titled.html": """<!doctype html><html lang="en-GB"><head><title>Quenby Ashgrove hearing outcome</title>
<link rel="canonical" href="https://dorset.example/outcomes/quenby-ashgrove-hearing">
<meta property="og:title" content="Quenby Ashgrove hearing outcome"><meta property="og:site_name" content="Dorset Police">
<meta property="article:published_time" content="2024-04-12"></head><body><main><h1>Misconduct hearing outcome</h1>
<figure><img src="a.jpg" alt="The complainant Dorothea Palfreyman with the officer outside the hearing">
<figcaption>Outside the hearing</figcaption></figure>
<p>Officer T, a constable of Dorset Police, was dismissed without notice after a misconduct hearing on 10 April 2024.</p>
<p>The panel found gross misconduct in respect of honesty and integrity, and the officer was put on the barred list.</p>
</main></body></html>
""",
    "accented.txt": """Constable to face misconduct hearing

Published 2 February 2026

PC Søren Ødegårdsen of Durham Constabulary is to face a misconduct hearing on 20 January 2026 over claims that he
breached the standards of confidentiality.
""",
    "accented-two.txt": """Misconduct hearing outcome

Published 25 January 2026

Durham Constabulary

PC Soren Odegardsen of Durham Constabulary was told that the case against him was not proven after a misconduct hearing on
20 January 2026. The panel found that he had no case to answer.
""",
    "copy-one.txt": "Misconduct hearing outcome\n\nPublished 14 May 2024\n\n" + COPIED,
    "copy-two.txt": '=HYPERLINK("https://evil.example") outcome\n\nPublished 15 May 2024\n\n'
    + COPIED
    + "Picture: Sidonie Treherne.\n",
    "plain.txt": """Misconduct hearing outcome: PC Marguerite Danforth

Published 6 May 2024

Norfolk Constabulary

PC Marguerite Danforth of Norfolk Constabulary was dismissed without notice after a misconduct hearing on
3 May 2024. The panel found gross misconduct in respect of honesty and integrity. She lived in
Quillfeather Crescent, Norwich. She was accused of failing to check on Lowell Gricewold, 52, who was found
unresponsive in a cell, and was dismissed for what she wrote of it.
""",
}


@pytest.fixture
def casebook(tmp_path: Path, settings: Settings) -> Path:
    """The documents published, each case by two people, under the public policy."""
    settings.CASEBOOK = tmp_path / "casebook"
    settings.ORIGINALS = settings.CASEBOOK / "originals"
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, text in DOCUMENTS.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "hidden.pdf").write_bytes(
        prose_pdf(
            list(PDF), heading="Misconduct hearing outcome", title="Leopold Skarrow - outcome letter v3"
        )
    )
    add([Place(str(path)) for path in sorted(folder.iterdir())])
    named = Mention.internal.get(source__title__contains="Kent constable")
    label = Mention.internal.get(name="Officer R")
    decide("same", named.key, label.key, actor=Actor("carla"), reason="The force confirmed it by letter.")
    services.publish_all(Actor("ada"), Actor("ben"), as_of=DAY)
    export(services.published_cases(), settings.CASEBOOK / "public-export", approved=True)
    return tmp_path


def addresses(page: str, at: str) -> Iterator[str]:
    """Addresses of this site in a page, a feed, a sitemap or JSON."""
    for found in re.findall(
        r"""(?:href|src|action|data-suggest)="([^"]+)"|<loc>([^<]+)|"url": ?"([^"]+)\"""", page
    ):
        target = urlsplit(urljoin(at, unescape("".join(found))))
        if target.netloc == "testserver" and not target.path.startswith(
            ("/desk", "/accounts", "/come-forward")
        ):
            yield target.path + (f"?{target.query}" if target.query else "")


STARTS = [
    "/", "/cases/", "/robots.txt", "/sitemap.xml", "/cases/feed.atom", "/cases/export.csv", "/cases/export.jsonl",
    "/forces/", "/offences/", "/courts/", "/standards/", "/statistics/", "/data/", "/about/", "/about/corrections/",
    "/api/v1/cases?limit=100", "/api/v1/openapi.json", "/api/v1/docs", "/api/v1/downloads", "/reconcile",
    "/no-such-page/",
]  # fmt: skip


def everything(client: Client) -> dict[str, bytes]:
    """All that a reader gets by following every link, and by asking in every way that the site knows."""
    waiting, seen = [*STARTS], {}
    for entry in Entry.public.all():
        waiting += [f"/cases/{entry.case_id}{end}" for end in ("/", ".json", "/card.svg", "/card.png")]
        waiting += [f"/api/v1/cases/{entry.case_id}{end}" for end in ("", "/statements", "/ftm")]
        waiting += [f"/requests/new?case={entry.case_id}"]
        for party in entry.case.parties:
            waiting += [
                f"/persons/{party.person}/",
                f"/api/v1/persons/{party.person}",
                f"/reconcile/preview?id={party.person}",
            ]
    for facet in ("force", "offence", "court", "rank", "year", "outcome", "standard", "conduct"):
        waiting.append(f"/api/v1/facets/{facet}")
    while waiting:
        address = waiting.pop()
        if address in seen or len(seen) > 3_000:
            continue
        response = client.get(address, raise_request_exception=False)
        assert response.status_code < 500, address
        body = b"".join(response.streaming_content) if response.streaming else response.content
        seen[address] = body + repr(response.headers).encode()
        if not address.startswith("/data/") or address == "/data/":
            waiting += addresses(body.decode("utf-8", "replace"), f"http://testserver{address}")
    return seen


def writings(words: str) -> set[bytes]:
    """How words may stand in public: as they are, in an address, run together; a surname by itself."""
    bits = re.findall(r"\w+", words)
    made = {
        words,
        "-".join(bits),
        "_".join(bits),
        "".join(bits),
        "%20".join(bits),
        "+".join(bits),
        "\\u0020".join(bits),
    }
    if words.istitle() or "-" in words:
        made.add(words.split()[-1] if words.split()[-1] != "Crescent" else words.split()[0])
    return {one.casefold().encode() for one in made}


def leaks(bytes_by_place: dict[str, bytes], secrets: dict[str, str]) -> list[str]:
    """Where a secret stands: "place: which"."""
    return [
        f"{place}: {which}"
        for place, data in bytes_by_place.items()
        for which, words in secrets.items()
        if any(
            one in unquote(unescape(data.decode("utf-8", "replace"))).casefold().encode()
            for one in writings(words)
        )
    ]


def test_the_secrets_are_in_the_casebook_and_could_be_found(casebook: Path) -> None:
    """But for what a picture's description says, which no reading takes up."""
    texts = {
        row.source.public_id: f"{row.text}\n{row.source.title}\n{row.source.url}".encode()
        for row in SourceText.internal.select_related("source")
    }
    flat = {place: b" ".join(data.split()) for place, data in texts.items()}
    found = {one.split(": ")[1] for one in leaks(flat, SECRETS)}
    assert found | {"in a picture's description"} == set(SECRETS)


def test_no_secret_is_in_any_public_byte(casebook: Path, client: Client) -> None:
    public = everything(client)
    assert len(public) > 60
    both = b" ".join(public.values())
    for name in PUBLIC:  # the search is no search if what is public cannot be found
        assert name.encode() in both
    # Somebody has to say what the chair's direction covers: until then the anonymised officer's case is held.
    assert not Entry.public.filter(force="kent").exists()
    assert leaks(public, SECRETS) == []


def test_nobody_can_fish_for_a_secret(casebook: Path, client: Client) -> None:
    answers: dict[str, Any] = {}
    for words in SECRETS.values():
        for part in {words, *words.split()}:
            if part in ("Crescent", "every", "night", "since", "the", "at", "I", "wake", "gate"):
                continue
            for length in (3, len(part)):
                answers[part[:length]] = client.get("/suggest", {"q": part[:length]}).json()["suggestions"]
                answers[f"r {part[:length]}"] = client.get(
                    "/reconcile/suggest/entity", {"prefix": part[:length]}
                ).json()["result"]
            assert client.get("/api/v1/cases", {"q": part}).json()["total"] == 0, part
            page = client.get("/cases/", {"q": part}).content.decode()
            assert "No published case fits" in page, part
            feed = client.get("/cases/feed.atom", {"q": part}).content.decode()
            assert "<entry>" not in feed
            asked = client.get("/reconcile", {"queries": f'{{"q0": {{"query": "{part}"}}}}'}).json()
            assert asked["q0"]["result"] == [], part
    assert leaks({key: repr(value).encode() for key, value in answers.items()}, SECRETS) == []


@pytest.mark.parametrize("form", FORMATS)
def test_no_secret_is_in_an_export(form: str, casebook: Path, tmp_path: Path) -> None:
    done = export(services.published_cases(), tmp_path / "out", [form])
    assert done.cases >= 3
    files: dict[str, bytes] = {}
    for path in done.files:
        files[path.name] = path.read_bytes()
        if path.suffix == ".parquet":
            files[path.name] += (
                repr(pq.read_table(path).to_pylist()) + repr(pq.read_schema(path).metadata)
            ).encode()
    assert leaks(files, SECRETS) == []


def test_what_is_withdrawn_is_nowhere(casebook: Path, client: Client) -> None:
    entry = next(one for one in Entry.public.all() if "Danforth" in one.title)
    services.withdraw(entry.case_id, Actor("ada"), "Asked for by the officer.")
    public = everything(client)
    assert leaks(public, {"withdrawn": "Marguerite Danforth"}) == []
    assert client.get(f"/cases/{entry.case_id}/").status_code == 404


@pytest.mark.parametrize("words", [[], ["--approved"]])
def test_a_withdrawn_case_does_not_come_back_with_the_days_export(
    casebook: Path, client: Client, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    entry = next(one for one in Entry.public.all() if "Danforth" in one.title)
    services.withdraw(entry.case_id, Actor("ada"), "Asked for by the officer.")
    monkeypatch.setattr(command, "open_casebook", lambda *_, **__: None)
    done = CliRunner().invoke(command.export, [str(downloads.folder()), *words])
    assert done.exit_code == 0, done.output
    assert ("only approved cases go there" in done.output) is (not words)
    public = everything(client)
    assert "/data/cases.csv" in public and b"Danforth" not in public["/data/cases.csv"]
    assert leaks(public, {"withdrawn": "Marguerite Danforth", "case": entry.case_id}) == []


def test_files_that_nothing_vouches_for_are_not_given_out(casebook: Path, client: Client) -> None:
    entry = next(one for one in Entry.public.all() if "Danforth" in one.title)
    services.withdraw(entry.case_id, Actor("ada"), "Asked for by the officer.")
    export(services.gated_cases("cautious", DAY), downloads.folder())
    page = client.get("/data/").content.decode()
    assert "are not given out" in page and "--approved" in page
    assert client.get("/data/cases.csv").status_code == 404
    assert client.get("/api/v1/downloads").json()["files"] == []
    export(services.published_cases(), downloads.folder(), ["csv"], approved=True)
    given = {path.name for path in downloads.files()}
    assert (
        "cases.csv" in given and "cases.jsonl" not in given
    )  # what lies there of another export is not of this
    assert client.get("/data/cases.jsonl").status_code == 404


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"approved": "no", "files": ["cases.csv"]}',
                                     '{"approved": true, "files": 1}'])  # fmt: skip
def test_a_broken_mark_vouches_for_nothing(written: str, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text("x")
    (tmp_path / "approved.json").write_text(written)
    assert approved_files(tmp_path) == []
