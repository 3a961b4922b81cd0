"""Saved web pages with the furniture that such pages have: a newspaper, a force, GOV.UK style, an old table."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Final

from source import FICTION, Source


def _e(text: str) -> str:
    return html.escape(text, quote=False)


def article(text: Source) -> str:
    """The body's blocks as HTML."""
    return "\n".join(_groups(text))


def _groups(text: Source) -> Iterator[str]:
    for kind, group in groupby(text.blocks, key=lambda b: b.kind):
        parts = [b.parts for b in group]
        if kind == "item":
            yield "<ul>" + "".join(f"<li>{_e(p[0])}</li>" for p in parts) + "</ul>"
        elif kind == "pair":
            yield "<dl>" + "".join(f"<dt>{_e(a)}</dt><dd>{_e(b)}</dd>" for a, b in parts) + "</dl>"
        elif kind == "row":
            rows = ("".join(f"<td>{_e(c)}</td>" for c in p) for p in parts)
            yield "<table>" + "".join(f"<tr>{r}</tr>" for r in rows) + "</table>"
        else:
            tag = "h2" if kind == "heading" else "p"
            yield "\n".join(f"<{tag}>{_e(p[0])}</{tag}>" for p in parts)


def newspaper(text: Source) -> str:
    """A newspaper's page: JSON-LD, cookie banner, menus, share buttons, related stories, comments."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": text.title,
        "datePublished": f"{text.published}T15:42:00+01:00",
        "dateModified": f"{text.published}T17:05:00+01:00",
        "author": {"@type": "Person", "name": text.head.get("byline", "").removeprefix("By ").split(",")[0]},
        "publisher": {"@type": "NewsMediaOrganization", "name": text.publisher},
        "mainEntityOfPage": text.head["url"],
    }
    menu = "".join(
        f'<li><a href="/{w.lower()}">{w}</a></li>'
        for w in ("News", "Courts", "Sport", "Weather", "Notices", "Puzzles")
    )
    more = "".join(f'<li><a href="/news/{i}">{_e(t)}</a></li>' for i, t in enumerate(text.related, 301))
    summary = f'<p class="standfirst">{_e(text.head["summary"])}</p>' if "summary" in text.head else ""
    figure = (
        f'<figure><img src="lead.jpg" alt=""><figcaption>{_e(text.head["caption"])}</figcaption></figure>'
        if "caption" in text.head
        else ""
    )
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{_e(text.title)} | {_e(text.publisher)}</title>
<link rel="canonical" href="{text.head["url"]}">
<meta property="og:type" content="article">
<meta property="og:title" content="{html.escape(text.title)}">
<meta property="og:site_name" content="{_e(text.publisher)}">
<script type="application/ld+json">{json.dumps(data)}</script>
<script>window.dataLayer = window.dataLayer || []; function gtag() {{ dataLayer.push(arguments); }}</script>
<style>body {{ font-family: Georgia, serif }} .cookie {{ position: fixed; bottom: 0 }}</style>
</head>
<body>
<div id="cookie-banner" class="cookie" role="dialog"><p>We and our 214 partners use cookies to show you advertisements.</p>
<button>Accept all</button><button>Manage choices</button></div>
<header><a class="logo" href="/">{_e(text.publisher)}</a><a href="/subscribe">Subscribe from £1 a week</a>
<nav aria-label="Main"><ul>{menu}</ul></nav></header>
<div class="breadcrumb"><a href="/">Home</a> &rsaquo; <a href="/s">{_e(text.head.get("section", "News"))}</a></div>
<main>
<article>
<h1>{_e(text.title)}</h1>
{summary}
<p class="byline">{_e(text.head.get("byline", ""))}</p>
<time datetime="{text.published}">{text.spoken_day}</time>
<div class="share-bar"><a href="#fb">Facebook</a> <a href="#wa">WhatsApp</a> <a href="#copy">Copy link</a></div>
{figure}
<div class="article-body">
{article(text)}
</div>
<div class="newsletter-signup"><h3>Never miss a story</h3><p>Sign up for our morning letter.</p>
<form><input type="email" placeholder="Your address"><button>Sign up</button></form></div>
<p class="note">{FICTION}</p>
</article>
<aside class="related"><h2>More from {_e(text.publisher)}</h2><ul>{more}</ul></aside>
<section id="comments" class="comments"><h2>Comments (2)</h2>
<div class="comment"><b>oldsalt</b><p>They should lose the pension as well.</p></div>
<div class="comment"><b>gull_77</b><p>Never met a bad one myself.</p></div></section>
</main>
<footer><p>&copy; {text.published[:4]} {_e(text.publisher)}. Newsdesk: 01632 960 044 or newsdesk@{text.head["url"].split("/")[2].removeprefix("www.")}</p>
<a href="/privacy">Privacy</a> <a href="/complaints">Complaints</a></footer>
</body>
</html>
"""


def force(text: Source) -> str:
    """A force's site: Dublin Core, breadcrumb, emergency box, feedback form."""
    more = "".join(f'<li><a href="#">{_e(t)}</a></li>' for t in text.related)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{_e(text.title)} | {_e(text.publisher)}</title>
<meta name="DC.title" content="{html.escape(text.title)}">
<meta name="DC.date.issued" content="{text.published}">
<meta name="DC.publisher" content="{html.escape(text.publisher)}">
<link rel="canonical" href="{text.head["url"]}">
</head>
<body class="c-page">
<a class="skip-link" href="#main">Skip to main content</a>
<div class="c-banner--emergency">In an emergency, or if a crime is in progress, call the emergency number.</div>
<header class="c-header"><img src="crest.svg" alt="{_e(text.publisher)}">
<nav><a href="/ro">Report</a> <a href="/rqo">Request</a> <a href="/yourarea">Your area</a> <a href="/cp">Advice and information</a></nav></header>
<ol class="c-breadcrumb"><li><a href="/">Home</a></li><li><a href="/news">{_e(text.head.get("section", "News"))}</a></li></ol>
<main id="main">
<h1 class="c-heading">{_e(text.title)}</h1>
<div class="c-meta">Published: <time datetime="{text.published}">{text.spoken_day}</time></div>
<div class="c-rte">
{article(text)}
</div>
<p class="c-small">{FICTION}</p>
<div class="c-feedback"><h2>Is this page useful?</h2><button>Yes</button> <button>No</button></div>
</main>
<aside class="c-sidebar"><h2>Also on this site</h2><ul>{more}</ul></aside>
<footer class="c-footer"><a href="/accessibility">Accessibility statement</a> <a href="/cookies">Cookies</a> <a href="/foi">Publication scheme</a></footer>
</body>
</html>
"""


def govuk(text: Source) -> str:
    """A page in the style of GOV.UK, as oversight bodies and prosecutors have."""
    more = "".join(
        f'<li class="gem-c-related-navigation__item"><a href="#">{_e(t)}</a></li>' for t in text.related
    )
    return f"""<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>{_e(text.title)} - {_e(text.publisher)}</title>
<meta property="article:published_time" content="{text.published}T09:30:00Z">
<meta property="og:site_name" content="{_e(text.publisher)}">
<meta property="og:url" content="{text.head["url"]}">
</head>
<body class="govuk-template__body">
<div class="govuk-cookie-banner" data-nosnippet><h2>Cookies on this site</h2><p>We use some essential cookies to make this service work.</p>
<button>Accept additional cookies</button></div>
<header class="govuk-header"><a href="/">{_e(text.publisher)}</a></header>
<div class="govuk-breadcrumbs"><ol><li>Home</li><li>{_e(text.head.get("section", "News"))}</li></ol></div>
<main class="govuk-main-wrapper" id="main-content">
<span class="govuk-caption-xl">Press release</span>
<h1 class="govuk-heading-xl">{_e(text.title)}</h1>
<dl class="gem-c-metadata"><dt>From:</dt><dd><a href="#">{_e(text.publisher)}</a></dd><dt>Published</dt><dd>{text.spoken_day}</dd></dl>
<div class="govuk-govspeak gem-c-govspeak">
{article(text)}
</div>
<p class="govuk-body-s">{FICTION}</p>
<h2 class="govuk-heading-s">Share this page</h2><ul class="gem-c-share-links"><li>Share on Facebook</li><li>Share on X</li></ul>
</main>
<nav class="gem-c-related-navigation"><h2>Related content</h2><ul>{more}</ul></nav>
<footer class="govuk-footer"><a href="/help">Help</a> <a href="/privacy">Privacy</a> <span>All content is available under an open licence, except where otherwise stated</span></footer>
</body>
</html>
"""


def old_table(text: Source) -> str:
    """A page laid out by tables, Windows-1252, without any metadata, as local papers had them."""
    more = "<br>".join(f'<a href="story.asp?id={n}">{_e(t)}</a>' for n, t in enumerate(text.related, 20391))
    return f"""<HTML><HEAD><TITLE>{_e(text.publisher)} - {_e(text.title)}</TITLE>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1252"></HEAD>
<BODY BGCOLOR="#ffffff"><TABLE WIDTH="760" ALIGN="center"><TR><TD COLSPAN="3"><FONT SIZE="6">{_e(text.publisher)}</FONT></TD></TR>
<TR><TD WIDTH="130" VALIGN="top"><A HREF="/">Home</A><BR><A HREF="/sport">Sport</A><BR><A HREF="/motors">Motors</A><BR><A HREF="/deaths">Deaths</A></TD>
<TD VALIGN="top"><H1>{_e(text.title)}</H1><FONT SIZE="1">{text.spoken_day} | {_e(text.head.get("byline", ""))}</FONT>
{article(text)}
<P><FONT SIZE="1">{FICTION}</FONT></P></TD>
<TD WIDTH="150" VALIGN="top"><B>Other news</B><BR>{more}<BR><B>Advertise here</B><BR>Ring 01632 960 077</TD></TR></TABLE></BODY></HTML>
"""


PAGES: Final[dict[str, Callable[[Source], str]]] = {
    "newspaper": newspaper,
    "force": force,
    "govuk": govuk,
    "old_table": old_table,
}
