"""Plain text: bytes in any encoding to Unicode, and text that was decoded wrongly once, mended.

``decode`` then ``mend`` then ``tidy``: each is a pure function, and each applied twice does no more
than applied once.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from peelian.documents.errors import Empty, Unsupported
from peelian.documents.misread import mend_misread

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\x0b\x0c]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# Characters that a wrong guess at an 8-bit encoding makes and that English or Welsh prose does not
# hold; and the ones that a right guess makes.
_UNLIKELY = re.compile("[¤¦¨ª¬¯±³¸¹ºÐÞðþ×÷†‡ˆ˜∂∏π∫Ω≈∆◊\uf8ffﬁﬂıˇ˘˙˚˛¸˝‚„‹›ƒŒœŠšŽž¥¿¡«»√∞≤≥∑≠⁄‰µ]")
_LIKELY = re.compile(
    r"(?<=\w)[’'](?=\w)|(?<=\w)[’”]|[‘“](?=\w)|£(?=\d)|(?<=\s)[–—](?=\s)|(?<=\d)–(?=\d)|(?<=[.,?!])[’”]|…|•(?=\s)"
    r"|(?<=[a-z])[àáâäãåçèéêëìíîïñòóôöøùúûüýÿŵŷ]|[ÀÁÂÄÇÈÉÊÎÖÓØÜŴŶ](?=[a-z])|(?<=\d)°|(?<=\s)\u00a0|\u00a0|©(?=\s)|½"
)


def decode(data: bytes, *, origin: str = "bytes", declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the Unicode text of ``data`` and notes on how it was decoded.

    ``declared`` is the encoding that the carrier names (an HTTP header, a ``<meta charset>``); it is
    tried first, and not believed when the bytes are plainly something else. Line ends and odd
    characters are left as they are (see `tidy`).

    Raises:
        Empty: there is nothing but white space.
        Unsupported: the bytes are not text.
    """
    if not data.strip(b" \t\r\n\x00\x0b\x0c"):
        raise Empty(origin, "the document is empty" if not data else "the document holds only white space")
    for bom, codec, label in _BOMS:
        if data.startswith(bom):
            text = data.decode(codec, errors="replace")
            return text, _bom_notes(text, label)
    wide = _wide_codec(data)
    if wide is not None:
        return data.decode(wide, errors="replace"), ("decoded as UTF-16 (no byte-order mark)",)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        _refuse_binary(text, data, origin)
        return text, ()
    return _decode_narrow(data, origin, declared)


def _bom_notes(text: str, label: str) -> tuple[str, ...]:
    bad = text.count("\ufffd")
    notes = [] if label == "UTF-8" else [f"decoded as {label}"]
    if bad:
        notes.append(f"{bad} broken character(s) in {label}")
    return tuple(notes)


def _wide_codec(data: bytes) -> str | None:
    """Return UTF-16's byte order when every other byte of the beginning is mostly NUL, else None."""
    head = data[:4096]
    if len(head) < 4 or len(data) % 2:
        return None
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _refuse_binary(text: str, data: bytes, origin: str) -> None:
    """Raise Unsupported when NULs are over a tenth, or other controls over a hundredth, of the text."""
    nuls, controls = text.count("\x00"), len(_CONTROLS.findall(text))
    if nuls > max(8, len(text) // 10) or controls > max(4, len(text) // 100):
        from peelian.documents.sniff import describe

        raise Unsupported(origin, f"not text ({describe(data) or 'unknown binary data'})")


def _decode_narrow(data: bytes, origin: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Decode bytes that are not UTF-8: declared, Windows-1252, Mac Roman, or what the detector says."""
    candidates: list[tuple[float, int, str, str]] = []
    named = _codec_name(declared)
    order = [name for name in (named, "cp1252", "mac-roman") if name]
    for rank, codec in enumerate(dict.fromkeys(order)):
        try:
            text = data.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
        candidates.append((_plausibility(text), -rank, codec, text))
    # Nearly UTF-8: a few bytes cut or broken in the middle of a long text.
    loose = data.decode("utf-8", errors="replace")
    bad = loose.count("\ufffd")
    multibyte = sum(1 for char in loose if ord(char) > 127 and char != "\ufffd")
    if multibyte >= 3 * bad:
        _refuse_binary(loose, data, origin)
        return loose, (f"{bad} broken character(s) in UTF-8",)
    best = max(candidates, default=None)
    if best is None or best[0] < 0:
        guessed = _detected(data)
        if guessed is not None and (best is None or _plausibility(guessed[1]) > best[0]):
            _refuse_binary(guessed[1], data, origin)
            return guessed[1], (f"decoded as {guessed[0]}",)
    if best is None:
        text = data.decode("cp1252", errors="replace")
        _refuse_binary(text, data, origin)
        return text, ("decoded as Windows-1252", f"{text.count(chr(0xFFFD))} broken character(s)")
    _refuse_binary(best[3], data, origin)
    label = {"cp1252": "Windows-1252", "mac-roman": "Mac Roman"}.get(best[2], best[2])
    return best[3], (f"decoded as {label}",)


def _codec_name(declared: str | None) -> str | None:
    """Return Python's codec for a declared encoding; Latin-1 means Windows-1252, as browsers have it."""
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)
    except (LookupError, ValueError, TypeError):
        return None
    if name in {"utf-8", "utf-8-sig"} or name.startswith(("utf-16", "utf-32")):
        return None  # tried already, and refuted by the bytes
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _plausibility(text: str) -> float:
    """Score a decoding: signs of prose (quotes by letters, £ by digits) against signs of a wrong guess."""
    sample = text if len(text) < 200_000 else text[:200_000]
    controls = len(_CONTROLS.findall(sample))
    return len(_LIKELY.findall(sample)) - 2.0 * len(_UNLIKELY.findall(sample)) - 5.0 * controls


def _detected(data: bytes) -> tuple[str, str] | None:
    """Ask charset-normalizer (on at most 64 kB: it is slow) and decode the whole by its answer."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    if best is None:
        return None
    try:
        return best.encoding, data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None


# --- mending -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def _wrong_mac() -> re.Pattern[str]:
    """Return a pattern of UTF-8 sequences seen through Mac Roman.

    Only characters that British documents really use are listed, and none of the sequences occurs
    in prose (each begins with ¬, √, ƒ, ≈ or ‚ and goes on with a sign that never follows it).
    """
    wanted = [chr(c) for c in (*range(0xA0, 0x100), *range(0x100, 0x180), *range(0x2010, 0x2027))]
    wanted += list("€™→←•′″−\u200b\ufeff\u2028\u202f")
    seen = sorted((char.encode("utf-8").decode("mac-roman") for char in wanted), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, seen)))


def _from_mac(match: re.Match[str]) -> str:
    return match[0].encode("mac-roman").decode("utf-8")


# ftfy doubts these Welsh letters seen through Windows-1252; in British documents they are nothing else.
_WELSH = {"Åµ": "ŵ", "Å·": "ŷ", "Å´": "Ŵ", "Å¶": "Ŷ"}
_WRONG_WELSH = re.compile("|".join(_WELSH))
_MAC_LEAD = re.compile("[¬√ƒ≈‚Ô]")


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with wrongly decoded UTF-8 put right, and notes on what was mended.

    Text that was UTF-8 and was read as Windows-1252 or Latin-1 (``Â£``, ``â€™``) or as Mac Roman
    (``¬£``, ``‚Äô``) loses nothing by it: the bytes can be had back. Sound text is returned
    unchanged. A line is mended only if that makes it shorter, so mending ends and repeats no work.
    """
    if text.isascii():
        return text, ()
    kinds: dict[str, int] = {}
    lines = [line if line.isascii() else _mend_line(line, kinds) for line in text.split("\n")]
    if not kinds:
        return text, ()
    notes = tuple(
        f"mended text that was UTF-8 read as {kind} ({count} line{'s' if count > 1 else ''})"
        for kind, count in sorted(kinds.items())
    )
    return "\n".join(lines), notes


def _mend_line(line: str, kinds: dict[str, int]) -> str:
    from ftfy import fix_encoding

    found: set[str] = set()
    while True:
        before = line
        if _MAC_LEAD.search(line):
            pattern = _wrong_mac()
            line = pattern.sub(_from_mac, line)
            if line != before:
                found.add("Mac Roman")
        if not line.isascii():
            fixed = _WRONG_WELSH.sub(lambda match: _WELSH[match[0]], fix_encoding(line))
            if len(fixed) < len(line) and "\n" not in fixed:
                line = fixed
                found.add("Windows-1252")
        if line == before:
            break
    for kind in found:
        kinds[kind] = kinds.get(kind, 0) + 1
    return line


def tidy(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with ``\\n`` line ends and without NULs, controls, bidi marks and BOMs; and notes.

    Bidi controls are removed because they can show a reader another order of words than the text
    has. Lone surrogates become U+FFFD, so that the text can always be written as UTF-8.
    """
    text = _LINE_ENDS.sub("\n", text)
    notes = []
    for label, pattern in (
        ("NUL", re.compile("\x00")),
        ("bidi control", _BIDI),
        ("control character", _CONTROLS),
    ):
        text, count = pattern.subn("", text)
        if count:
            notes.append(f"removed {count} {label}{'s' if count > 1 else ''}")
    text = text.replace("\ufeff", "")
    text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text, tuple(notes)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` mended and tidied until neither finds more to do, and the notes of both.

    Mending comes first: tidying would take the C1 controls that show what was decoded wrongly.
    """
    notes: tuple[str, ...] = ()
    while True:
        mended, told = mend(text)
        mended, misread = mend_misread(mended)
        tidied, more = tidy(mended)
        notes += tuple(note for note in told + misread + more if note not in notes)
        if tidied == text:
            return text, notes
        text = tidied


def read_plain(data: bytes, *, origin: str = "bytes") -> tuple[str, tuple[str, ...]]:
    """Return the text of a plain text file as decoded, mended and tidied, and the notes of all three.

    Nothing is cut: offsets into the result are offsets into the file's own text.

    Raises:
        Empty: there is nothing to read.
        Unsupported: the bytes are not text.
    """
    text, notes = decode(data, origin=origin)
    text, cleaned = clean(text)
    if not text.strip():
        raise Empty(origin, "the document holds only white space")
    return text, notes + cleaned
