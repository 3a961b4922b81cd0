"""Three realistic pages that a document's text is wrapped in, each with furniture that must go.

The furniture tells of other officers (all invented), so that a piece left in would be a false fact.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import escape


@dataclass(frozen=True)
class Page:
    """A page: its bytes, the planted furniture, and what its metadata says."""

    data: bytes
    planted: tuple[str, ...]
    title: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass
class _Block:
    kind: str  # p, ul, dl
    lines: list[str] = field(default_factory=list)


_ITEM = re.compile(r"[-•*]\s+")
_PAIR = re.compile(r"([A-Z][\w’'()/& -]{1,40}):\s+(\S.*)")


def split_blocks(text: str, title: str | None = None) -> list[_Block]:
    """Divide a plain text into paragraphs, lists and label-value blocks."""
    blocks: list[_Block] = []
    for paragraph in re.split(r"\n\s*\n", text):
        for line in (line.strip() for line in paragraph.split("\n")):
            if not line:
                continue
            kind = (
                "p"
                if line == title
                else "ul"
                if _ITEM.match(line)
                else "dl"
                if _PAIR.fullmatch(line) and len(line) < 160
                else "p"
            )
            if kind == "p" or not blocks or blocks[-1].kind != kind:
                blocks.append(_Block(kind))
            blocks[-1].lines.append(line)
    return blocks


def body_html(text: str, title: str | None, *, pairs: str = "dl") -> str:
    """Write a text as HTML: headline, paragraphs, lists, and label-value lines as ``dl`` or table."""
    out = []
    headed = False
    for block in split_blocks(text, title):
        if block.kind == "ul":
            items = "".join(f"<li>{escape(_ITEM.sub('', line, count=1))}</li>\n" for line in block.lines)
            out.append(f"<ul>\n{items}</ul>")
        elif block.kind == "dl" and len(block.lines) > 1:
            found = [match.groups() for line in block.lines if (match := _PAIR.fullmatch(line))]
            if pairs == "dl":
                rows = "".join(f"<dt>{escape(a)}</dt>\n  <dd>{escape(b)}</dd>\n" for a, b in found)
                out.append(f'<dl class="summary-list">\n{rows}</dl>')
            else:
                rows = "".join(
                    f"<tr><td><b>{escape(a)}:</b></td>\n<td>{escape(b)}</td></tr>\n" for a, b in found
                )
                out.append(f'<table border="1">{rows}</table>')
        else:
            for line in block.lines:
                if not headed and title and line == title:
                    headed = True
                    out.append(f"<h1>{escape(line)}</h1>")
                else:
                    out.append(f"<p>{escape(line)}</p>")
    return "\n".join(out)


def newspaper(text: str, title: str | None, published: str | None, publisher: str | None) -> Page:
    """A local newspaper: menus, cookie banner, share bar, related stories, comments, JSON-LD."""
    planted = (
        "We and our 743 partners store information on your device.",
        "Wolverton sergeant Dexter Plumtree jailed for perjury",
        "Brackley inspector Odette Vane sacked over expenses",
        "They should lock up PC Barnaby Quill as well if you ask me",
        "Get the day's headlines in your inbox from the Chronicle team",
        "Five of the best pumpkin patches near Wolverton",
        "Registered office: Chronicle House, 1 Mill Lane, Wolverton",
    )
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Not the publisher"},
            {
                "@type": "NewsArticle",
                "headline": title or "Untitled story",
                "datePublished": f"{published}T06:00:00+00:00"
                if published and len(published) == 10
                else published,
                "dateModified": "2031-01-01T00:00:00Z",
                "publisher": {"@type": "Organization", "name": publisher or "Wolverton Chronicle"},
            },
        ],
    }
    html = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{escape(title or "Untitled story")} | Wolverton Chronicle</title>
<link rel="canonical" href="https://chronicle.example/news/story-1">
<script type="application/ld+json">{json.dumps(linked)}</script>
<script>window.dataLayer = ["PC Nobody was jailed for ten years"];</script><style>.a{{color:red}}</style></head>
<body class="article-page has-comments">
<div id="onetrust-banner-sdk" class="cookie-consent"><h2>Your privacy</h2><p>{planted[0]}</p><button>Accept all</button></div>
<a class="skip-link" href="#main">Skip to main content</a>
<header class="site-header"><div class="logo"><a href="/">Wolverton Chronicle</a></div>
<nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/whats-on">What's On</a></li></ul></nav></header>
<div class="page-wrapper"><main id="main"><article class="article news-story">
<ul class="breadcrumbs"><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul>
<div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet</a></div>
<div class="article-body">
{body_html(text, title)}
<figure><img src="x.jpg" alt=""><figcaption>The court building in a file picture</figcaption></figure>
<div class="newsletter-signup"><p>{planted[4]}</p><form><input name="e"><button>Sign up</button></form></div>
<h3>Read more</h3>
<ul><li><a href="/1">{planted[1]}</a></li><li><a href="/2">{planted[2]}</a></li></ul>
</div></article>
<section id="comments" class="comments"><h2>Comments</h2><div class="comment"><p>{planted[3]}</p></div></section>
</main>
<aside class="sidebar"><h3>Most read</h3><ol><li><a href="/1">{planted[1]}</a></li><li><a href="/3">{planted[5]}</a></li></ol></aside></div>
<footer class="site-footer"><p>{planted[6]}</p><ul><li><a href="/privacy">Privacy</a></li><li><a href="/terms">Terms</a></li></ul></footer>
</body></html>"""
    day = (
        published
        if published and len(published) in {4, 7, 10} and published.isascii() and "X" not in published
        else None
    )
    return Page(html.encode("utf-8"), planted, title, day, publisher or "Wolverton Chronicle")


def force_site(text: str, title: str | None, published: str | None, publisher: str | None) -> Page:
    """A force's WordPress-like page: no main or article element, a sidebar, definition lists, a helpline box."""
    planted = (
        "We use cookies to make this website work and to understand how you use it.",
        "Appeal after pedal cycles stolen in Little Marsham",
        "PC Ottoline Gadsby wins bravery award",
        "Follow us on social media for news from your neighbourhood team",
        "Crime prevention advice for farmers",
    )
    day = published if published and re.fullmatch(r"\d{4}-\d{2}-\d{2}", published) else None
    meta = f'<meta property="article:published_time" content="{day}T09:30:00+00:00">' if day else ""
    html = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{escape(title or "Notice")} - {escape(publisher or "Marshamshire Police")}</title>
<meta property="og:site_name" content="{escape(publisher or "Marshamshire Police")}">
<meta property="og:title" content="{escape(title or "Notice")}">{meta}</head>
<body class="post-template-default single single-post postid-991 category-news">
<div class="cookie-notice" role="region"><p>{planted[0]}</p><a href="#">Accept</a></div>
<div id="page" class="hfeed site">
<div id="masthead"><a href="/">Home</a><div class="menu-primary-container"><ul class="menu"><li><a href="/a">About us</a></li><li><a href="/r">Report</a></li><li><a href="/c">Contact</a></li></ul></div></div>
<div id="content" class="site-content"><div id="primary" class="content-area"><div id="post-991" class="post-991 post type-post status-publish category-news tag-misconduct">
<div class="entry-content">
{body_html(text, title)}
<div class="wp-block-group support-box"><p>If you have been affected, the Marsham Listening Line is free on 0800 555 0199.</p></div>
<table><caption>Time line</caption><thead><tr><th>Date</th><th>Event</th></tr></thead><tbody><tr><td>3 May 2031</td><td>Notice put up</td></tr></tbody></table>
</div>
<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><div><h4><a href="/x">{planted[1]}</a></h4><p>12 May 2031. In "News"</p></div></div>
</div></div>
<div id="secondary" class="widget-area sidebar"><div class="widget widget_recent_entries"><h2>Recent posts</h2><ul><li><a href="/y">{planted[2]}</a></li><li><a href="/z">{planted[4]}</a></li></ul></div>
<div class="widget widget_text social-links"><p>{planted[3]}</p></div></div></div>
<div id="colophon" class="site-footer"><p>© Marshamshire Police</p></div></div></body></html>"""
    return Page(html.encode("utf-8"), planted, title, day, publisher or "Marshamshire Police")


def old_table_page(text: str, title: str | None, published: str | None, publisher: str | None) -> Page:
    """A page of about 2003: layout by tables and fonts, Windows-1252, no names or roles at all."""
    planted = (
        "Best viewed in 800 x 600 with Netscape Navigator",
        "Ex-DC Lambert Snood cleared of theft",
        "Weather for Ambleford: sunny spells",
    )
    html = f"""<html><head><title>{escape(title or "Ambleford Argus")}</title>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"></head>
<body bgcolor="#ffffff"><table width="100%" cellpadding="4"><tr><td colspan="3" bgcolor="#003366"><font color="white"><b>AMBLEFORD ARGUS ONLINE</b></font></td></tr>
<tr><td width="120" valign="top"><a href="i.htm">Home</a><br><a href="n.htm">News</a><br><a href="s.htm">Sport</a><br><a href="j.htm">Jobs</a><br><a href="l.htm">Letters</a></td>
<td valign="top">
{body_html(text, title, pairs="table").replace("<p>", '<p><font face="Arial" size="2">').replace("</p>", "</font></p>")}
</td>
<td width="150" valign="top" bgcolor="#eeeeee"><font size="1"><b>Also today</b><br><a href="1.htm">{planted[1]}</a><br><a href="2.htm">{planted[2]}</a></font></td></tr>
<tr><td colspan="3" align="center"><font size="1">{planted[0]}</font></td></tr></table></body></html>"""
    return Page(html.encode("cp1252", errors="xmlcharrefreplace"), planted, title)


def nameless_divs(text: str, title: str | None, published: str | None, publisher: str | None) -> Page:
    """A page of nested ``div``s with names that mean nothing, as script frameworks write."""
    planted = (
        "Your choices regarding trackers on this service",
        "Sergeant Milo Fennimore struck off after inquiry",
        "Detective Isla Crumb jailed",
        "More from Northshire",
        "Copyright 2031 Northshire Media. The site is not responsible for the content of external pages.",
        "Try our app for breaking alerts",
        "PC Tess Oldroyd tells of attack on night out",
    )
    b = body_html(text, title)
    bits = b.split("\n")
    k = max(2, len(bits) // 2)
    b = (
        "\n".join(bits[:k])
        + f'<div class="css-9q"><div class="css-1z"><a href="/m"><img alt=""><span>{planted[6]}</span></a></div></div>'
        + "\n".join(bits[k:])
    )
    h = f"""<!doctype html><html><head><title>{escape(title or "x")}</title><meta property="og:title" content="{escape(title or "x")}"><meta property="article:published_time" content="{published or ""}"></head><body><div id="root"><div role="dialog" class="css-7f"><p>{planted[0]}</p><button>OK</button></div><div class="css-1a"><div class="css-2b"><a href="/">Northshire</a><a href="/n">News</a><a href="/w">Weather</a><a href="/p">Programmes</a></div></div><div class="css-3c"><div class="css-4d">{b}<div class="css-hl"><p>If you need help, ring the Northshire Victims' Line on 0808 555 0142.</p></div></div><div class="css-5e"><h2>{planted[3]}</h2><div><div class="css-card"><a href="/1"><h3>{planted[1]}</h3></a><p>2 hours ago</p></div><div class="css-card"><a href="/2"><h3>{planted[2]}</h3></a><p>4 hours ago</p></div></div></div><div class="css-6e"><p>{planted[5]}</p><a href="/app">Download</a></div></div><div class="css-9z"><p>{planted[4]}</p><ul><li><a href=1>Terms of use</a></li><li><a href=2>Privacy</a></li><li><a href=3>Cookies</a></li></ul></div></div></body></html>"""
    return Page(h.encode(), planted, title)


def govuk_style(text: str, title: str | None, published: str | None, publisher: str | None) -> Page:
    """A page in the style of GOV.UK: main, accordion, summary list, details, related links inside main."""
    planted = (
        "We use some essential cookies to make this service work.",
        "Is this page useful?",
        "Decision - Officer B of Westshire",
        "Guidance on making a complaint",
        "All content is available under the Open Government Licence v3.0, except where otherwise stated",
    )
    h = f"""<!DOCTYPE html><html class="govuk-template"><head><title>{escape(title or "x")} - GOV</title></head><body class="govuk-template__body"><div class="govuk-cookie-banner" data-nosnippet><div class="govuk-cookie-banner__message"><h2>Cookies</h2><p>{planted[0]}</p></div></div><a href="#main-content" class="govuk-skip-link">Skip to main content</a><header class="govuk-header"><a>Home</a></header><div class="govuk-width-container"><div class="govuk-phase-banner"><p>This is a new service</p></div><div class="govuk-breadcrumbs"><ol><li><a>Home</a></li></ol></div><main class="govuk-main-wrapper" id="main-content"><div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><div class="govuk-accordion"><div class="govuk-accordion__section"><h2><button class="govuk-accordion__section-button">Officer details in full</button></h2></div></div>{body_html(text, title)}<dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt>Badge</dt><dd>PC 9911</dd></div></dl><details><summary>Transcript of the finding</summary><p>The panel sat in Westshire.</p></details></div><div class="govuk-grid-column-one-third"><aside class="gem-c-related" role="complementary"><h2>Related content</h2><nav><ul><li><a>{planted[2]}</a></li><li><a>{planted[3]}</a></li></ul></nav></aside></div></div></main></div><div class="gem-c-feedback"><h3>{planted[1]}</h3><button>Yes</button></div><footer class="govuk-footer"><span>{planted[4]}</span></footer></body></html>"""
    return Page(h.encode(), planted, title)


TEMPLATES = {"newspaper": newspaper, "force_site": force_site, "old_table_page": old_table_page}
#: Written after the rules for furniture, to measure them (see measure_page_loss.py).
LATER_TEMPLATES = {"nameless_divs": nameless_divs, "govuk_style": govuk_style}
