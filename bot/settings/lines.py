"""Where in config.toml something stands, since a parsed file no longer knows."""

import re
from collections.abc import Iterator

Place = tuple[str | int, ...]

_PART = r'[A-Za-z0-9_-]+|"[^"\n]*"|\'[^\'\n]*\''
_DOTTED = rf"(?:{_PART})(?:[ \t]*\.[ \t]*(?:{_PART}))*"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*({_DOTTED})[ \t]*\]")
_KEY = re.compile(rf"[ \t]*({_DOTTED})[ \t]*=")
_STRING_OR_COMMENT = re.compile(
    r'#[^\n]*|"""(?:\\.|[^\\])*?(?:"""|\Z)|\'\'\'.*?(?:\'\'\'|\Z)|"(?:\\[^\n]|[^"\\\n])*"?|\'[^\'\n]*\'?',
    re.DOTALL,
)


def skeleton(text: str) -> str:
    """The same text, letter for letter, with what stands in quotes as `_` and comments as spaces."""
    return _STRING_OR_COMMENT.sub(_hollow, text)


def line_of(text: str, place: Place) -> int:
    """The line (from 1) of a setting, or of the nearest thing around it that the file has."""
    best, found = 0, 1
    for line, stands in _places(text):
        shared = _shared(place, stands)
        if shared > best:
            best, found = shared, line
    return found


def _hollow(match: re.Match[str]) -> str:
    part = match[0]
    if part.startswith("#"):
        return " " * len(part)
    quote = part[:3] if part.startswith(('"""', "'''")) else part[0]
    closed = len(part) >= 2 * len(quote) and part.endswith(quote)
    inner = part[len(quote) : -len(quote) if closed else None]
    return quote + re.sub(r"[^\n]", "_", inner) + (quote if closed else "")


def _places(text: str) -> Iterator[tuple[int, Place]]:
    table: Place = ()
    counts: dict[tuple[str, ...], int] = {}
    for number, (bone, line) in enumerate(zip(skeleton(text).split("\n"), text.split("\n"), strict=True), 1):
        if header := _HEADER.match(bone):
            names = _names(line[header.start(2) : header.end(2)])
            if header[1] == "[[":
                counts[names] = counts.get(names, -1) + 1
            table = _indexed(names, counts)
            yield number, table
        elif key := _KEY.match(bone):
            yield number, table + _names(line[key.start(1) : key.end(1)])


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _indexed(names: tuple[str, ...], counts: dict[tuple[str, ...], int]) -> Place:
    place: Place = ()
    for depth, name in enumerate(names, 1):
        place += (name,)
        if names[:depth] in counts:
            place += (counts[names[:depth]],)
    return place


def _shared(wanted: Place, stands: Place) -> int:
    """How much of the way leads there; nothing if it leads elsewhere."""
    return len(stands) if wanted[: len(stands)] == stands else 0
