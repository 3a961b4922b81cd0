"""HTML: metadata, structure as text, furniture."""

from __future__ import annotations

import json

import pytest

from peelian.documents import Document, load
from peelian.documents.page_metadata import edtf

PROSE = "<p>PC Ada Brontley was dismissed by a panel that sat for three days at the force's headquarters.</p>"


def page(body: str, head: str = "") -> Document:
    return load(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), name="page.html"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2014-04-11T22:30:00+01:00", "2014-04-11"),
        ("2014-04-11", "2014-04-11"),
        ("20140411", "2014-04-11"),
        ("2014-04", "2014-04"),
        ("2014", "2014"),
        ("11 April 2014", "2014-04-11"),
        ("Friday 11th April 2014, 10:30", "2014-04-11"),
        ("Fri, 11 Apr 2014 10:00:00 GMT", "2014-04-11"),
        ("April 11, 2014", "2014-04-11"),
        ("April 2014", "2014-04"),  # no day is invented
        ("25/12/2014", "2014-12-25"),
        ("03/04/2014", None),  # March or April
        ("2014-13-40", None),
        ("31 February 2014", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_keep_their_precision(written: str | None, read: str | None) -> None:
    assert edtf(written) == read


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2014-04-11T06:00:00Z">',
        '<meta name="DC.date.issued" content="11 April 2014">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-04-11"}</script>',
        '<script type="application/ld+json">[{"@graph":[{"@type":["Thing","Report"],"datePublished":"2014-04-11"}]}]</script>',
    ],
)
def test_published_from_the_head(head: str) -> None:
    assert page(f"<h1>A headline of some length</h1>{PROSE}", head).published == "2014-04-11"


def test_published_from_the_time_element_at_the_head_of_the_article_only() -> None:
    top = '<h1>A headline of some length</h1><p>Posted <time datetime="2014-04-11">last week</time></p>'
    later = '<p>The hearing is on <time datetime="2014-06-01">1 June</time>.</p>'
    assert page(f"<main>{top}{PROSE * 2}{later}</main>").published == "2014-04-11"
    assert page(f"<main><h1>A headline of some length</h1>{PROSE * 2}{later}</main>").published is None


def test_published_is_never_the_day_of_change_or_of_the_text() -> None:
    head = '<meta property="article:modified_time" content="2020-01-01">'
    assert (
        page(f"<h1>A headline of some length</h1><p>Friday 11 April 2014</p>{PROSE}", head).published is None
    )


def test_title_publisher_and_address() -> None:
    head = (
        "<title>Officer dismissed | Westshire Police</title>"
        '<meta property="og:site_name" content="Westshire Police">'
        '<link rel="canonical" href="https://westshire.example/news/1">'
    )
    document = page(f"<h1>Officer dismissed</h1>{PROSE}", head)
    assert (document.title, document.publisher, document.url) == (
        "Officer dismissed",
        "Westshire Police",
        "https://westshire.example/news/1",
    )
    linked = {"@type": "NewsArticle", "headline": "Told by data", "publisher": {"name": "The Marsham Post"}}
    document = page(PROSE, f'<script type="application/ld+json">{json.dumps(linked)}</script>')
    assert (document.title, document.publisher) == ("Told by data", "The Marsham Post")


def test_damaged_metadata_does_no_harm() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:title">'
    assert page(PROSE, head).text.startswith("PC Ada Brontley")
    deep = "[" * 100_000
    assert page(PROSE, f'<script type="application/ld+json">{deep}</script>').text.startswith("PC Ada")


def test_a_cell_over_several_rows_stands_in_each() -> None:
    rows = (
        "<tr><th>Date</th><th>Name</th><th>Outcome</th></tr>"
        "<tr><td rowspan=2>3 May 2023</td><td>PC Ada Vane</td><td rowspan='3'>Dismissed</td></tr>"
        "<tr><td>PC Bo Carr</td></tr><tr><td>4 May 2023</td><td>PC Cy Dean</td></tr>"
        f"<tr><td rowspan=2>{'long ' * 40}</td><td rowspan=x>a</td><td rowspan=0>b</td></tr><tr><td>c</td><td>d</td></tr>"
    )
    text = page(f"<main><h1>Outcomes</h1>{PROSE}<table>{rows}</table></main>").text
    assert (
        "Date | Name | Outcome\n3 May 2023 | PC Ada Vane | Dismissed\n3 May 2023 | PC Bo Carr | Dismissed\n"
        "4 May 2023 | PC Cy Dean | Dismissed\n"
    ) in text
    assert text.count("long long") == len(("long " * 40).split()) // 2 and "| c | d" in text


def test_structure_becomes_lines() -> None:
    text = page(
        "<main><h1>Outcomes in <em>May</em></h1>" + PROSE + "<h2>Officer A</h2>"
        "<dl><dt>Rank</dt><dd>Constable</dd><dt>Breaches:</dt><dd>Integrity</dd><dd>Conduct</dd></dl>"
        "<ul><li>first</li><li>second<ul><li>inner</li></ul></li></ul><ol start=3><li>three</li><li>four</li></ol>"
        "<table><tr><th>Name</th><th>Outcome</th></tr><tr><td>PC <b>Vane</b></td><td><p>Dismissed</p><p>Barred</p></td></tr></table>"
        "<p>Line one<br>line&nbsp;two</p><blockquote>He said <q>sorry</q>.</blockquote>"
        "<figure><img alt='x'><figcaption>The court</figcaption></figure></main>"
    ).text
    assert text == (
        "Outcomes in May\n\n"
        "PC Ada Brontley was dismissed by a panel that sat for three days at the force's headquarters.\n\n"
        "Officer A\n\n"
        "Rank: Constable\nBreaches: Integrity\nConduct\n\n"
        "- first\n- second\n- inner\n\n3. three\n4. four\n\n"
        "Name | Outcome\nPC Vane | Dismissed; Barred\n\n"
        "Line one\nline two\n\nHe said “sorry”.\n\nThe court\n"
    )


def test_the_same_page_gives_the_same_text() -> None:
    body = f"<main><h1>Title of it</h1>{PROSE}<ul>{'<li>item</li>' * 50}</ul><table><tr><th>a</th><td>b</td></tr></table></main>"
    assert len({page(body).text for _ in range(5)}) == 1


def test_hidden_and_deleted_words_go() -> None:
    document = page(
        f"<main>{PROSE}<p hidden>Secret one</p><p style='display: none'>Secret two</p><p>He got <del>five</del> four years.</p></main>"
    )
    assert "Secret" not in document.text
    assert "He got four years." in document.text
    assert "hidden text (2)" in document.notes[0]


def test_a_helpline_in_a_side_box_stays_though_the_box_goes() -> None:
    body = (
        f"<div class='page'><main><h1>Officer dismissed at last</h1>{PROSE * 4}</main>"
        "<aside class='related-stories'><h2>Related stories</h2><a href='/1'>Another officer jailed</a>"
        "<p>Affected? Call the Marsham Line on 0800 555 0199.</p></aside></div>"
    )
    main = body.replace("</main>", "").replace("</aside>", "</aside></main>")
    text = page(main).text
    assert "0800 555 0199" in text
    assert "Another officer jailed" not in text


def test_accordion_buttons_in_headings_are_headings() -> None:
    body = f"<main><h1>Misconduct outcomes list</h1><h2><button>PC 12 Vane</button></h2>{PROSE}<button>Print</button></main>"
    text = page(body).text
    assert "PC 12 Vane" in text
    assert "Print" not in text


def test_an_outcome_list_of_links_stays() -> None:
    items = "".join(
        f"<li><a href='{n}.pdf'>PC {n} Vane, dismissed 3 May 2023</a></li>" for n in range(10, 14)
    )
    assert "PC 13 Vane" in page(f"<main><h1>Misconduct outcomes</h1><ul>{items}</ul></main>").text


def test_several_articles_of_one_list_all_stay() -> None:
    articles = "".join(f"<article><h2>Officer {c}</h2>{PROSE}{PROSE}</article>" for c in "ABC")
    text = page(f"<div id='list'>{articles}</div><footer>About this site</footer>").text
    assert all(f"Officer {c}" in text for c in "ABC")
    assert "About this site" not in text


def test_a_page_whose_classes_shout_furniture_is_still_read() -> None:
    text = page(
        f"<div class='sidebar comments related'><h1>Officer dismissed here</h1>{PROSE * 3}</div>"
    ).text
    assert text.count("Ada Brontley") == 3


@pytest.mark.parametrize(
    "name", ["js-share-content", "comment-article__body", "promo", "ad-free social", "menu-open"]
)
def test_an_article_under_a_furniture_name_survives_a_long_comment_section(name: str) -> None:
    long = PROSE.replace("</p>", " He had served the force for nineteen years, it was told.</p>")
    body = f"<div class='{name}'>{long * 4}</div><div id='comments'>{'<p>Lock up PC Quill too, I say.</p>' * 60}</div>"
    text = page(f"<h1>Officer dismissed here</h1>{body}").text
    assert text.count("Ada Brontley") == 4
    assert "Quill" not in text or name.startswith("comment")


def test_declared_windows_1252_and_wrong_declarations() -> None:
    body = "<html><head><meta charset='{}'></head><body><p>Fined £140 – “sorry”, said PC Siân Vane of Neath</p></body></html>"
    for declared, codec in [
        ("windows-1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("utf-8", "cp1252"),
        ("iso-8859-1", "utf-8"),
    ]:
        document = load(body.format(declared).encode(codec), name="x.html")
        assert document.text == "Fined £140 – “sorry”, said PC Siân Vane of Neath\n", (declared, codec)
