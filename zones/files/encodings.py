"""Bytes become characters: as they say themselves, as UTF-8, or by a guess that is told."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from geodata.byte_marks import byte_order_mark
from zones.errors import DocumentError

__all__ = ["declared_encoding", "decoded"]

_GUESSED = ("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "mac_roman")
"""What English texts about Syria come in beside UTF-8: Windows in the West, the East, Turkey and the Arab world."""
_NAMES = {"cp1250": "windows-1250", "cp1251": "windows-1251", "cp1252": "windows-1252", "cp1254": "windows-1254",
          "cp1256": "windows-1256", "mac_roman": "Mac Roman"}  # fmt: skip
_LEAST_LETTERS = 20
_MOST_CHAOS = 0.1
_AS_GOOD = 0.015
_ICELANDIC = re.compile("[ðþýÐÞÝ]")  # where Turkish has ğ, ş, ı, Ğ, Ş, İ
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*+=\s*+[\"']?+\s*+([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*+=\s*+[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_HEAD = 8192
_LATIN = frozenset({"iso8859-1", "ascii"})  # which browsers read as windows-1252


def decoded(path: Path, raw: bytes, *, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of some bytes, and notes where its encoding had to be guessed.

    Parameters
    ----------
    path
        The file, for messages.
    raw
        Its bytes.
    declared
        The encoding that a page names for itself.

    Raises
    ------
    DocumentError
        If they are no text, or nothing says in which encoding.

    Examples
    --------
    >>> decoded(Path("a.txt"), "Idlib’s zone".encode())
    ('Idlib’s zone', ())
    >>> decoded(Path("a.txt"), "The zone “in Idlib” holds, the envoy said.".encode("cp1252"))[1]
    ('is not UTF-8 and was read as windows-1252, a guess; look at “in, Idlib”',)
    """
    marked = byte_order_mark(raw)
    if marked is not None:
        mark, encoding = marked
        return _strictly(path, raw[len(mark) :], encoding), ()
    if b"\x00" in raw[:65536]:
        halves = max(raw[:4000:2].count(0), raw[1:4000:2].count(0)) * 4 > len(raw[:4000])
        like = "; it looks like UTF-16 without its mark" if halves else ""
        raise DocumentError(
            path, f"is not text: it holds NUL bytes; expected UTF-8 text{like}; save it as UTF-8"
        )
    try:
        return raw.decode("utf-8"), _kept_apart(raw, declared)
    except UnicodeDecodeError as error:
        first = error.start
    if declared is not None and declared != "utf-8":
        try:
            return raw.decode(declared), ()
        except UnicodeDecodeError:
            pass
    return _guessed(path, raw, first)


def declared_encoding(raw: bytes) -> str | None:
    """Return the encoding that a page names in its head, as Python calls it; None if it names none that is known.

    Examples
    --------
    >>> declared_encoding(b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">')
    'cp1256'
    """
    found = _DECLARED.search(raw[:_HEAD])
    return known_encoding((found[1] or found[2]).decode("ascii")) if found else None


def known_encoding(name: str | None) -> str | None:
    """Return the name that Python has for an encoding, as browsers read it; None if it has none."""
    try:
        known = codecs.lookup(name or "").name
        b"a".decode(known)
    except (LookupError, ValueError):  # unknown, or no encoding of text
        return None
    return "cp1252" if known in _LATIN else known


def _strictly(path: Path, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        raise DocumentError(
            path, f"begins as {name} and is damaged (byte {error.start}); save it as UTF-8 and try again"
        ) from None


def _kept_apart(raw: bytes, declared: str | None) -> tuple[str, ...]:
    """Return a note if a page's bytes are UTF-8 and the page says otherwise."""
    if declared in {None, "utf-8", "utf-8-sig"} or raw.isascii():
        return ()
    return (f"says that it is {_NAMES.get(declared or '', declared)}, but is UTF-8, and was read as that",)


def _guessed(path: Path, raw: bytes, first: int) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - UTF-8 needs none

    hopeless = f"is not UTF-8 (byte {first}: 0x{raw[first]:02x}){{}}; save it as UTF-8 and try again"
    replaced = raw.decode("utf-8", "replace")
    damaged = replaced.count("\ufffd")
    rightly = sum(c > "\x7f" and c != "\ufffd" for c in replaced)
    if rightly >= max(damaged, 1):
        raise DocumentError(path, hopeless.format(f", though most of it is: {damaged} damaged characters"))
    letters = sum(c.isalpha() for c in raw.decode("latin-1"))
    if letters < _LEAST_LETTERS:
        raise DocumentError(path, hopeless.format(", and too short to tell what else"))
    matches = from_bytes(raw, cp_isolation=list(_GUESSED))
    found = {name: match.chaos for match in matches for name in match.could_be_from_charset}
    least = min(found.values(), default=1.0)
    if least > _MOST_CHAOS:
        raise DocumentError(path, hopeless.format(", nor any other encoding that can be told"))
    likely = [name for name in _GUESSED if found.get(name, 1.0) <= least + _AS_GOOD]
    chosen = likely[0]
    if chosen == "cp1252" and "cp1254" in likely and _ICELANDIC.search(raw.decode("cp1252", "replace")):
        chosen = "cp1254"
    text = raw.decode(chosen)
    return text, (f"is not UTF-8 and was read as {_NAMES[chosen]}, a guess; look at {_shown(text)}",)


def _shown(text: str) -> str:
    """Return the first words whose letters rest on a guess."""
    words: dict[str, None] = {}
    for word in text.split():
        if not word.isascii():
            words[word.strip(".,;:()")] = None
        if len(words) == 3:
            break
    return ", ".join(words)
