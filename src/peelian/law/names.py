"""Personal names: without rank, title, honours and letters after the name, and folded to compare."""

from __future__ import annotations

import re
import unicodedata

from peelian.law.ranks import leading_rank

_TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lord lady baroness baron prof professor rev reverend canon hon rt right "
    "honourable master judge recorder hhj his her honour justice district deputy coroner cllr councillor "
    "alderman captain capt major maj colonel col lieutenant lt wing squadron leader magistrate magistrates "
    "chairman chairwoman chair solicitor barrister the former ex retired rtd".split()
)
# Letters after a name.
_LETTERS = frozenset(
    "qc kc qpm kpm cbe obe mbe kbe dbe gbe ch om cvo mvo kcvo lvo bem dl jp phd ba bsc ma msc llb llm mp am ms "
    "msp mep pc esq jnr jr snr sr frsa frs frcp mrcp fca qfsm qam rn dcl bch mbbs mbchb kcb dcb cb gcb kc/qc".split()
)
_NUMBER = re.compile(r"(?:no\.?\s*)?(?:[A-Z]{0,3}\d{1,7}[A-Z]{0,2})\Z")
_AGE = re.compile(r",?\s*(?:\(\s*\d{1,3}\s*\)|aged? \d{1,3}|\b\d{2})\s*(?=,|\Z)")
_PREFIXES = re.compile(r"(?:ex|former)[- ](?=\S)", re.IGNORECASE)


def name(text: str) -> str | None:
    """Return a personal name without rank, collar number, title, honours, post-nominals or age.

    "Former PC 1234 Jon Smythe, 41" -> "Jon Smythe"; "His Honour Judge Peter Vale KC" -> "Peter
    Vale"; "Sir Ivo Penn QPM" -> "Ivo Penn". The words that are left keep their spelling. None if
    nothing is left.
    """
    rest = _AGE.sub("", " ".join(text.split())).strip(" ,;:")
    rest = re.sub(r"['’]s\Z", "", rest)
    changed = True
    while changed and rest:
        changed = False
        trimmed = _PREFIXES.sub("", rest, count=1) if _PREFIXES.match(rest) else rest
        found, used = leading_rank(trimmed)
        words = trimmed.split()
        # A rank alone is no name, and a lone surname that looks like one ("Constable") is kept.
        if found is not None and used < len(words):
            trimmed = " ".join(words[used:])
        elif len(words) > 1 and (_bare(words[0]) in _TITLES or _NUMBER.match(words[0].strip(",()"))):
            trimmed = " ".join(words[1:])
        trimmed = trimmed.strip(" ,;:-")
        changed = trimmed != rest
        rest = trimmed
    words = rest.split()
    while len(words) > 1 and (_is_letters(words[-1]) or _NUMBER.match(words[-1].strip(",()"))):
        words.pop()
    rest = " ".join(words).strip(" ,;:")
    if not rest or (len(words) == 1 and leading_rank(rest)[0] is not None and rest.isupper()):
        return None
    return rest


def _bare(word: str) -> str:
    return word.strip(".,").casefold()


def _is_letters(word: str) -> bool:
    bare = word.strip(".,()").replace(".", "")
    # "Ma", "Am" and "Ch" are surnames; letters after a name stand in capitals (PhD, BSc apart).
    return bare.casefold() in _LETTERS and sum(char.isupper() for char in bare) >= min(2, len(bare))


def fold_name(text: str) -> str:
    """Return a name as it is compared: no case, accents, apostrophes or stops; hyphens are spaces.

    "Siân O’Dee-Price" and "SIAN ODEE PRICE" fold to the same. It does not strip ranks: see `name`.
    """
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = re.sub(r"['‘’ʼ`´.]", "", plain)
    return " ".join(re.sub(r"[-‐-―,]", " ", plain).casefold().split())


def same_name(first: str, second: str) -> bool:
    """Say whether two texts fold to the same name once ranks, titles and letters are gone."""
    one, other = name(first), name(second)
    return one is not None and other is not None and fold_name(one) == fold_name(other)
