"""Page furniture (menus, cookie banners, related links, share buttons, comments) is cut; facts stay.

A piece is furniture by what it is (``<nav>``), by what it is called (``class="related-stories"``), by
the heading over it ("Read more") or by being nothing but short links. Names are weak evidence, so:
what holds the headline or most of the words is never cut, and a paragraph with a helpline, a
definition list or a table survives in a side box that is cut.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from lxml.html import HtmlElement

from peelian.documents.contents import squeeze

_ALWAYS = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "canvas",
    "audio",
    "video",
    "map",
    "select",
    "textarea",
    "input",
    "head",
    "datalist",
    "dialog",
    "del",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)

#: Names that say what a piece of furniture is: token of class, id, role or data-component -> kind.
_STRONG = {
    "cookie banner": "cookie cookies consent gdpr onetrust cookiebanner cookieconsent cookielaw cmp",
    "menu": "nav navbar navigation menu breadcrumb breadcrumbs skip skiplink skiplinks masthead pagination pager "
    "toolbar search searchform contentinfo sitemap globalnav topnav footer sitefooter colophon login",
    "share buttons": "share sharing sharebar sharetools social socials sharedaddy addthis addtoany follow",
    "related links": "related recommended recommendations recirculation recirc trending mostread mostpopular "
    "readnext morestories morenews outbrain taboola jp-relatedposts relatedposts latestnews",
    "comments": "comments comment commentlist disqus respond discussion livefyre",
    "newsletter box": "newsletter subscribe subscription signup paywall mailinglist",
    "advertisement": "advert adverts advertisement advertising ad ads adslot adunit mpu dfp sponsored sponsor",
    "form": "popup modal overlay feedback rating poll",
}
_KIND_OF = {token: kind for kind, tokens in _STRONG.items() for token in tokens.split()}
#: Pairs of neighbouring tokens that mean more together than alone.
_PAIRS = {
    ("most", "read"): "related links",
    ("most", "popular"): "related links",
    ("read", "next"): "related links",
    ("more", "stories"): "related links",
    ("more", "news"): "related links",
    ("more", "from"): "related links",
    ("also", "like"): "related links",
    ("latest", "news"): "related links",
    ("latest", "posts"): "related links",
    ("recent", "posts"): "related links",
    ("top", "stories"): "related links",
    ("skip", "link"): "menu",
    ("sign", "up"): "newsletter box",
}
#: Names of side boxes, which hold furniture or facts: their content decides.
_WEAK = frozenset(
    {"sidebar", "aside", "widget", "complementary", "promo", "banner", "teaser", "rail", "secondary"}
)
#: Names of text that uses a strong token in another sense.
_INNOCENT = re.compile(
    r"press[-_]?release|share[-_]?price|no[-_](?:sidebar|comments|nav)|has[-_]|with[-_]|without[-_]"
)

_HEADING = re.compile(
    r"(?:read (?:more|next|also)|see also|related(?: \w+){0,2}|recommended(?: \w+){0,2}|trending(?: now)?|"
    r"more (?:on this(?: story)?|stories|news|from .{1,40}|like this|in .{1,40})|most (?:read|popular|viewed|shared)"
    r"(?: .{1,30})?|(?:latest|top|other|recent) (?:news|stories|posts|headlines|articles)(?: .{1,30})?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|also in (?:the )?news|also in this issue|"
    r"don['’]?t miss|elsewhere on .{1,40}|what['’]?s on|share this(?: \w+)?|follow us(?: .{1,30})?|"
    r"popular (?:stories|posts|now)|promoted (?:stories|content)|from around the web|quick links|useful links|"
    r"categories|archives|tags|topics|site map|about this site)\s*[:>»]?",
    re.I,
)
_PHRASE = re.compile(
    r"(?:share|tweet|email|print|save|like|pin it|whatsapp|facebook|twitter|linkedin|copy link|x|"
    r"share (?:this|on|via|to|with|by)\b.{0,40}|tweet this.{0,20}|(?:email|print) this.{0,20}|"
    r"(?:facebook|twitter|whatsapp|e-?mail|linkedin|copy link|messenger|reddit|pinterest|share|tweet|print)"
    r"(?:[\s|,·•]+(?:facebook|twitter|whatsapp|e-?mail|linkedin|copy link|messenger|reddit|pinterest|share|tweet|"
    r"print|comments?(?: ?\(\d+\))?))+|"
    r"(?:\d+ )?comments?(?: ?\(\d+\))?|(?:view|show|post a|leave a|add a|join the) (?:\d+ )?(?:comments?|reply|"
    r"conversation)|advertisement|advert|sponsored|skip to (?:main )?(?:content|navigation)|(?:back to )?top(?: of page)?|"
    r"accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|manage (?:cookies|preferences|settings)|"
    r"all rights reserved\.?|sign up(?: .{0,60})?|log ?in|register|subscribe(?: .{0,60})?|"
    r"previous(?: (?:article|story|post))?|next(?: (?:article|story|post))?|menu|search|close|home|"
    r"listen to this article|play video|story continues below(?: .{0,30})?)",
    re.I,
)
_COOKIE_TEXT = re.compile(
    r"(?:we(?: and our partners)? use (?:some |essential )*cookies|this (?:web)?site uses cookies|"
    r"(?:by continuing|cookies on) .{0,60}|we['’]?d like to (?:use|set) (?:additional )?cookies)",
    re.I,
)
_NEWSLETTER_TEXT = re.compile(
    r"(?:sign up (?:to|for) (?:our|the) .{0,60}newsletter|get (?:all )?the latest .{0,80}(?:inbox|email|newsletter))",
    re.I,
)
_PHONE = re.compile(
    r"(?<!\d)(?:0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{2,4}|0800[\s\d]{4,10}|116\s?\d{3}|101|999)(?!\d)"
)
_HELP = re.compile(
    r"help|support|affected|confidential|crimestoppers|samaritans|victim|childline|nspcc|refuge|charity|charities|"
    r"report|witness|information|contact|call|ring|appeal",
    re.I,
)
_LEAF = ("p", "li", "dl", "table", "h2", "h3", "h4", "div")


def remove_hidden(root: HtmlElement, cut: Counter[str]) -> None:
    """Remove what a reader of the page never sees: scripts, forms' fields, hidden elements."""
    doomed: list[HtmlElement] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            doomed.append(element)
        elif element.tag in _ALWAYS:
            if element.tag == "del" and squeeze(element.text_content()):
                cut["deleted words (<del>)"] += 1
            doomed.append(element)
        elif element.tag == "button" and not any(
            ancestor.tag in {"h1", "h2", "h3", "h4", "h5", "h6", "summary"}
            for ancestor in element.iterancestors()
        ):
            doomed.append(element)  # in a heading a button opens an accordion, and its words are the heading
        elif element.tag not in {"html", "body"} and (
            element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        ):
            if squeeze(element.text_content()):
                cut["hidden text"] += 1
            doomed.append(element)
    for element in doomed:
        drop(element)


def drop(element: HtmlElement) -> None:
    """Remove ``element`` and keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    previous = element.getprevious()
    tail = element.tail or ""
    if previous is not None:
        previous.tail = (previous.tail or "") + " " + tail
    else:
        parent.text = (parent.text or "") + " " + tail
    element.tail = None
    parent.remove(element)


def kind_of(element: HtmlElement) -> tuple[str, bool] | None:
    """Return (kind of furniture, whether its name leaves no doubt) by tag and names, or None."""
    tag = element.tag
    if tag in {"nav", "menu"}:
        return "menu", True
    role = (element.get("role") or "").lower()
    if role in {"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "contentinfo"}:
        return "menu", True
    names = " ".join(
        element.get(key) or "" for key in ("class", "id", "data-component", "aria-label", "data-testid")
    )
    if names.strip():
        names = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names[:600])
        for name in names.lower().split():
            if _INNOCENT.search(name):
                continue
            tokens = [token for token in re.split(r"[^a-z0-9]+", name) if token]
            if {"article", "story", "opinion"}.intersection(tokens):
                tokens = [word for word in tokens if word != "comment"]  # a section of newspapers
            for token in tokens:
                if token in _KIND_OF:
                    return _KIND_OF[token], True
            for pair in pairwise(tokens):
                if pair in _PAIRS:
                    return _PAIRS[pair], True
            if _WEAK.intersection(tokens):
                return "side box", False
    if tag == "footer":
        return "footer", False
    if tag == "aside" or role == "complementary":
        return "side box", False
    if tag == "form":
        return "form", False
    if tag == "header" or role == "banner":
        return "site header", False
    return None


def link_share(element: HtmlElement) -> tuple[int, float, int]:
    """Return (characters of text, share of them in links, number of links) of ``element``."""
    total = len(squeeze(element.text_content()))
    links = [len(squeeze(link.text_content())) for link in element.iter("a")]
    links = [length for length in links if length]
    return total, (sum(links) / total if total else 0.0), len(links)


def remove_named(root: HtmlElement, keep: HtmlElement | None, cut: Counter[str]) -> None:
    """Cut what is furniture by tag or name. ``keep`` (the headline) and what holds it stay."""
    kept = set(_line_of(keep)) if keep is not None else set()
    whole = len(squeeze(root.text_content()))
    for element in list(root.iter()):
        if element is root or element in kept or not isinstance(element.tag, str) or element.tag == "body":
            continue
        verdict = kind_of(element)
        if verdict is None or not _attached(element, root):
            continue
        kind, certain = verdict
        text = squeeze(element.text_content())
        if not text or _holds_article(element, kind, len(text), whole):
            continue
        if not certain and not _weak_is_furniture(element, kind, text):
            continue
        _cut_but_facts(element, kind, cut)
        whole -= len(text)


def _holds_article(element: HtmlElement, kind: str, size: int, whole: int) -> bool:
    """Tell whether an element, whatever its name says, must be the article or hold it.

    Comments and related stories may be the larger part of a page, but not all of it; other furniture
    is never most of it, and holds no three paragraphs of prose.
    """
    if kind in {"comments", "related links"}:
        return whole - size < 200
    if next(iter(element.iter("main", "article")), None) is not None:
        return True
    if kind == "cookie banner":
        return whole - size < 200
    prose = sum(_unlinked(paragraph) > 100 for paragraph in element.iter("p"))
    return size > 0.5 * whole or (prose >= 3 and element.tag not in {"nav", "footer", "aside"})


def _line_of(element: HtmlElement) -> list[HtmlElement]:
    return [element, *element.iterancestors()]


def _attached(element: HtmlElement, root: HtmlElement) -> bool:
    return element is root or any(ancestor is root for ancestor in element.iterancestors())


def _weak_is_furniture(element: HtmlElement, kind: str, text: str) -> bool:
    """Decide on a side box, form, header or footer by what it holds."""
    if next(iter(element.iter("dl", "table")), None) is not None or has_helpline(text):
        return kind in {"site header", "form"} and not has_helpline(text)
    total, share, links = link_share(element)
    if kind == "site header":
        return not any(ancestor.tag in {"article", "main"} for ancestor in element.iterancestors())
    if share > 0.5 and links > 1:
        return True
    if kind == "footer":
        return not any(ancestor.tag in {"article", "main"} for ancestor in element.iterancestors()) or bool(
            _PHRASE.fullmatch(text)
        )
    if kind == "form":
        return total < 400
    heading = next((squeeze(h.text_content()) for h in element.iter("h2", "h3", "h4", "h5")), "")
    if heading and _HEADING.fullmatch(heading):
        return True
    inside = any(ancestor.tag in {"article", "main"} for ancestor in element.iterancestors())
    return not inside and total < 200 and not re.search(r"\d", text)


def has_helpline(text: str) -> bool:
    """Tell whether ``text`` offers a telephone number to readers."""
    return bool(_PHONE.search(text) and _HELP.search(text))


def _cut_but_facts(element: HtmlElement, kind: str, cut: Counter[str]) -> None:
    """Cut ``element``, but let its helplines, definition lists and tables stand where they were."""
    cut[kind] += 1
    if kind not in {"menu", "cookie banner", "comments", "share buttons", "footer", "site header"}:
        saved: list[HtmlElement] = []
        for leaf in element.iter(*_LEAF):
            if any(holder in saved for holder in leaf.iterancestors()):
                continue
            if leaf.tag in {"dl", "table"} or (
                next(iter(leaf.iterdescendants(*_LEAF)), None) is None
                and has_helpline(squeeze(leaf.text_content()))
            ):
                saved.append(leaf)
        for leaf in saved:
            leaf.tail = None
            element.addprevious(leaf)
    drop(element)


def remove_headed(root: HtmlElement, cut: Counter[str]) -> None:
    """Cut "Read more" headings with the links under them, and lines that only share or advertise."""
    for element in list(
        root.iter("h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "b", "span", "li", "td")
    ):
        if not _attached(element, root) or len(element) > 3:
            continue
        text = squeeze(element.text_content())
        if not text or len(text) > 500:
            continue
        if _COOKIE_TEXT.match(text) and element.tag in {"p", "div", "td", "span"}:
            cut["cookie banner"] += 1
            drop(element)
        elif _NEWSLETTER_TEXT.match(text) and not has_helpline(text):
            cut["newsletter box"] += 1
            drop(element)
        elif len(text) < 80 and _HEADING.fullmatch(text):
            _cut_links_after(element, cut)
        elif (
            len(text) < 200
            and element.tag in {"p", "div", "li", "td"}
            and _PHRASE.fullmatch(text)
            and not re.search(r"\d{3}", text)
        ):
            cut["buttons and captions of the page"] += 1
            drop(element)


def _cut_links_after(heading: HtmlElement, cut: Counter[str]) -> None:
    """Cut a furniture heading if links follow it, together with those links."""
    start = heading
    while start.getnext() is None and start.getparent() is not None and len(start.getparent()) == 1:
        start = start.getparent()
        if start.tag in {"body", "main", "article"}:
            return
    following = start.getnext()
    found = False
    while following is not None:
        after = following.getnext()
        total, share, links = link_share(following)
        if not total:
            following = after
            continue
        if links == 0 or share < 0.6:
            break
        drop(following)
        found = True
        following = after
    if found:
        cut["related links"] += 1
        drop(heading)


_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)", re.I)


def remove_cards(root: HtmlElement, cut: Counter[str]) -> None:
    """Cut cards that lead to other stories: a link that holds a picture and words.

    A link to the picture itself is not one (its words are a caption).
    """
    for link in list(root.iter("a")):
        if next(iter(link.iterdescendants("img", "picture")), None) is None:
            continue
        text = squeeze(link.text_content())
        if text and not _PICTURE_FILE.search(link.get("href") or ""):
            cut["related links"] += 1
            drop(link)


def remove_menus(root: HtmlElement, cut: Counter[str]) -> None:
    """Cut lists and cells that are nothing but three or more short links without figures."""
    for element in list(root.iter("ul", "ol", "p", "div", "td", "center", "font")):
        if not _attached(element, root):
            continue
        links = list(element.iter("a"))
        if len(links) < 3:
            continue
        text = squeeze(element.text_content())
        total, _, count = link_share(element)
        bare = len(re.sub(r"[\s|·•»>/\[\]-]", "", text))
        linked = sum(len(re.sub(r"[\s|·•»>/\[\]-]", "", link.text_content())) for link in links)
        if bare and linked / bare > 0.9 and total / max(count, 1) < 25 and not re.search(r"\d", text):
            cut["menu"] += 1
            drop(element)


_DATED = re.compile(r"\b(?:19|20)\d\d\b|^by\s", re.I)


def remove_beside(body: HtmlElement, headline: HtmlElement | None, cut: Counter[str]) -> None:
    """Cut what stands beside the article on a page whose markup tells nothing (layout by tables).

    From the body inwards, along the elements that hold at least three quarters of the unlinked
    words: neighbours that are mostly links go, and so do short ones after the article, unless they
    hold a helpline, a year or a byline. Neighbours with prose of their own stay.
    """
    kept = set(_line_of(headline)) if headline is not None else set()
    place = body
    while True:
        children = [child for child in place if isinstance(child.tag, str)]
        sizes = [_unlinked(child) for child in children]
        if not sizes or max(sizes) < 0.75 * sum(sizes) or max(sizes) < 200:
            return
        main = sizes.index(max(sizes))
        for index, child in enumerate(children):
            text = squeeze(child.text_content())
            if index == main or child in kept or not text or has_helpline(text):
                continue
            share = link_share(child)[1]
            short = index > main and sizes[index] < 100 and not _DATED.search(text)
            if share > 0.5 or short:
                cut["text beside the article"] += 1
                drop(child)
        place = children[main]


def _unlinked(element: HtmlElement) -> int:
    total, share, _ = link_share(element)
    return round(total * (1 - share))
