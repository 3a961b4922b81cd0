"""Plain text: any encoding, text that was decoded wrongly once, odd characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peelian.documents import DocumentError, Empty, Unsupported, load
from peelian.documents.plain import clean, decode, mend, tidy

SENTENCE = "PC Siân O’Malley – fined £140 – said “sorry” in the café; costs of £85."


@pytest.mark.parametrize(
    ("codec", "note"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("decoded as UTF-16",)),
        ("utf-16-le", ("decoded as UTF-16 (no byte-order mark)",)),
        ("utf-16-be", ("decoded as UTF-16 (no byte-order mark)",)),
        ("utf-32", ("decoded as UTF-32",)),
        ("cp1252", ("decoded as Windows-1252",)),
        ("mac-roman", ("decoded as Mac Roman",)),
    ],
)
def test_any_encoding_gives_the_same_text(codec: str, note: tuple[str, ...]) -> None:
    document = load(SENTENCE.encode(codec), name="report.txt")
    assert document.text == SENTENCE
    assert document.notes == note


def test_welsh_in_its_own_8_bit_encoding() -> None:
    text = "Dywedodd Heddlu De Cymru fod y swyddog wedi’i ddiswyddo. Roedd y gŵr yn ei dŷ ac yn y dŵr. " * 5
    text = text.replace("’", "'")
    document = load(text.encode("iso8859-14"), name="adroddiad.txt")
    assert "swyddog wedi'i ddiswyddo" in document.text
    assert document.notes[0].startswith("decoded as ")


@pytest.mark.parametrize(
    ("wrong", "right", "kind"),
    [
        # UTF-8 read as Mac Roman: what pages copied on old Macs look like
        ("‚Äúsorry‚Äù ‚Äì ¬£140, caf√©", "“sorry” – £140, café", "Mac Roman"),
        ("Si√¢n", "Siân", "Mac Roman"),
        # UTF-8 read as Windows-1252 or Latin-1
        ("heâ€™s fined Â£140", "he’s fined £140", "Windows-1252"),
        ("cafÃ© â€œhelloâ€\x9d", "café “hello”", "Windows-1252"),
    ],
)
def test_text_decoded_wrongly_once_is_mended_and_said_so(wrong: str, right: str, kind: str) -> None:
    document = load(("PC Vane. " + wrong).encode(), name="x.txt")
    assert document.text == "PC Vane. " + right
    assert any(kind in note and note.startswith("mended") for note in document.notes)


@pytest.mark.parametrize("text", [SENTENCE, "√2 is irrational", "Ünlü Stankevičius, ŵyr, £5 ½ mile", "…—’"])
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend(text) == (text, ())


@pytest.mark.parametrize("codec", ["mac-roman", "cp1252"])
def test_mending_undoes_the_damage_for_every_letter_we_know(codec: str) -> None:
    for letter in "£’‘“”–—…éèâêîôûŵŷáíóúÉ•":
        try:
            damaged = f"a {letter}b said the court".encode().decode(codec)
        except UnicodeDecodeError:
            continue
        assert mend(damaged)[0] == f"a {letter}b said the court", letter


def test_plain_text_is_kept_exactly_but_for_line_ends_and_invisible_controls() -> None:
    raw = "\ufeffTitle\r\n\r\nShare   Tweet\rPC\x00 Vane\u202e \t end  \n\n\n"
    document = load(raw.encode(), name="x.txt")
    assert document.text == "Title\n\nShare   Tweet\nPC Vane \t end  \n\n\n"
    assert document.notes == ("removed 1 NUL", "removed 1 bidi control")
    assert (document.title, document.published, document.publisher) == (None, None, None)


def test_a_few_broken_bytes_in_utf8_do_not_change_the_encoding() -> None:
    data = (SENTENCE * 4).encode() + b"\xff end"
    document = load(data, name="x.txt")
    assert document.text.startswith(SENTENCE)
    assert "1 broken character(s) in UTF-8" in document.notes


def test_declared_encoding_is_not_believed_against_the_bytes() -> None:
    assert decode(SENTENCE.encode(), declared="iso-8859-1")[0] == SENTENCE
    assert decode(SENTENCE.encode("cp1252"), declared="utf-8")[0] == SENTENCE
    assert decode(SENTENCE.encode("cp1252"), declared="no-such-codec")[0] == SENTENCE


@pytest.mark.parametrize("data", [b"", b"   \n\t ", b"\x00\x00\x00", "\ufeff".encode(), "\u202e".encode()])
def test_nothing_to_read_is_said(data: bytes) -> None:
    with pytest.raises(Empty, match=r"nothing\.txt"):
        load(data, name="nothing.txt")


def test_binary_is_refused() -> None:
    with pytest.raises(Unsupported, match=r"blob\.txt"):
        load(bytes(range(256)) * 40, name="blob.txt")


@given(st.binary(max_size=400))
def test_decode_never_fails_in_another_way(data: bytes) -> None:
    try:
        text, notes = decode(data)
    except DocumentError:
        return
    assert isinstance(text, str)
    assert all(notes)


@given(st.text(max_size=200))
def test_mend_tidy_and_clean_are_idempotent(text: str) -> None:
    for step in (mend, tidy, clean):
        once = step(text)[0]
        assert step(once) == (once, ())


MOJIBAKE = st.text(alphabet="¬£‚Äôúùâ€™œÂÃ©√éƒ≈abc \n", max_size=40)


@given(MOJIBAKE)
def test_cleaning_mojibake_is_idempotent(text: str) -> None:
    once = clean(text)[0]
    assert clean(once) == (once, ())


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126) | st.just("\n"), min_size=1))
def test_ascii_comes_back_unchanged(text: str) -> None:
    if text.strip():
        assert load(text.encode(), name="x.txt").text == text
