"""Make ``samples/`` and ``samples-unreadable/`` from the texts here. Needs the ``dev`` extra.

    python samples-source/make_samples.py [FOLDER]

FOLDER (the repository's root if not given) gets the two folders. The same texts give the same
documents: no clock, no random number. The texts stand outside ``samples`` so that
``peelian read samples`` reads each document once.
"""

from __future__ import annotations

import sys
from pathlib import Path

import archives
import office
import pdfs
from source import plain, source
from web_pages import PAGES

HERE = Path(__file__).resolve().parent
#: Pages saved from the web, each with the kind of site that it is from.
SAVED = {
    "tolliver-ashe-charged": "newspaper",
    "tolliver-ashe-jailed": "newspaper",
    "tolliver-ashe-cps": "govuk",
    "vantongeren-convicted": "force",
    "marchbank-sergeant-jailed": "newspaper",
    "iopc-officer-a": "govuk",
    "pengelly-sato-cleared": "old_table",
}
#: The password of the locked sample.
LOCK = "sample"
TEXTS = ("banerjee-stone-not-proven", "pengelly-sato-dismissed", "quist-contradiction")


def page(name: str, kind: str) -> bytes:
    """A source as a saved page."""
    return PAGES[kind](source(name)).encode("cp1252" if kind == "old_table" else "utf-8", "xmlcharrefreplace")


def samples() -> dict[str, bytes]:
    """Every readable sample by file name."""
    made = {f"{name}.html": page(name, kind) for name, kind in SAVED.items()}
    made |= {f"{name}.txt": plain(source(name)).encode() for name in TEXTS}
    # Saved on an old Windows machine; and UTF-8 that a Macintosh took for its own.
    made["okonjo-marsh-dismissed.txt"] = (
        plain(source("okonjo-marsh-dismissed"), title=True).replace("\n", "\r\n").encode("cp1252")
    )
    made["vantongeren-charged.txt"] = (
        plain(source("vantongeren-charged"), title=True).encode().decode("mac_roman").encode()
    )
    for name in ("vantongeren-special-case", "blewett-ansah-dismissed"):
        made[f"{name}.rtf"] = office.rtf_of(source(name))
    for name in ("tolliver-ashe-tribunal", "essex-outcomes"):
        made[f"{name}.docx"] = office.docx_of(source(name))
    made["okonjo-marsh-tribunal.odt"] = office.odt_of(source("okonjo-marsh-tribunal"))
    for name in ("tolliver-ashe-accelerated-hearing", "tuckwell-iyer-would-have-been"):
        made[f"{name}.pdf"] = pdfs.one_column(source(name))
    made["west-midlands-outcomes.pdf"] = pdfs.table(source("west-midlands-outcomes"))
    made["ward-and-watch.pdf"] = pdfs.two_columns(source("ward-and-watch"))
    for name in ("vantongeren-ipcc", "hearings-this-week"):
        made[f"{name}.eml"] = archives.message(source(name))
    made |= _archives()
    return dict(sorted(made.items()))


def _archives() -> dict[str, bytes]:
    def saved(name: str, kind: str) -> archives.Exchange:
        return source(name).head["url"], "200 OK", "text/html; charset=utf-8", page(name, kind)

    site = "https://www.staffordshire-police-sample.example"
    hearings = [
        saved("whitlam-deeks-notice", "force"),
        (f"{site}/crest.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
        (f"{site}/hearings/2023", "404 Not Found", "text/html", b"<h1>Page not found</h1>"),
        saved("whitlam-deeks-outcome", "force"),
    ]
    herald = [saved("marchbank-sergeant-dismissed", "newspaper"), saved("drink-drive-inspector", "newspaper")]
    return {
        "staffordshire-hearings.warc.gz": archives.warc(hearings, "2024-03-01"),
        "humber-herald.wacz": archives.wacz(herald, "2017-11-02", "Humber Herald, autumn 2017"),
        "caradoc-lowe.zip": office.zipped({
            "2022/charged.txt": plain(source("caradoc-lowe-charged")).encode(),
            "2023/sentenced.html": page("caradoc-lowe-sentenced", "newspaper"),
            "2023/dismissed.rtf": office.rtf_of(source("caradoc-lowe-dismissed")),
        }),
    }  # fmt: skip


def unreadable() -> dict[str, bytes]:
    """Files that cannot be read, each for its own reason."""
    return {
        "empty.txt": b"",
        "locked.pdf": pdfs.one_column(source("tuckwell-iyer-would-have-been"), password=LOCK),
        "picture.png.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "scanned-notice.pdf": pdfs.scan(source("banerjee-stone-not-proven")),
        "torn.docx": office.docx_of(source("essex-outcomes"))[:4000],
    }


def main(root: Path) -> None:
    """Write both folders under ``root``."""
    for folder, made in (("samples", samples()), ("samples-unreadable", unreadable())):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for name, data in made.items():
            (root / folder / name).write_bytes(data)
        print(f"{folder}: {len(made)} files")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent)
