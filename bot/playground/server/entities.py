"""Formatted text: Telegram's HTML to text and entities, with the official server's error sentences.

Offsets and lengths are in UTF-16 units, as everywhere in the Bot API.
"""

import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from bot.playground.server.errors import bad

Entity = dict[str, Any]
SPACES = " \t\r\n\0\v"
TAGS = {
    "a": "text_link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "s": "strikethrough",
    "strike": "strikethrough", "del": "strikethrough", "u": "underline", "ins": "underline", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "span": "spoiler", "pre": "pre", "code": "code", "blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
PLAIN = re.compile(r"[^<&]+")
REFERENCE = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));?")
FOUND = re.compile(
    r"(?P<url>https?://[^\s<>]+)"
    r"|(?P<mention>(?<![\w@])@[A-Za-z][A-Za-z0-9_]{3,31}\b)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?\b)"
    r"|(?P<hashtag>(?<![\w&])#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+86[ -]?\d[\d -]{6,14}\d)"
)
MOST_ENTITIES = 100


class Formatted(NamedTuple):
    text: str
    entities: list[Entity]


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text) + sum(c > "\uffff" for c in text)


def formatted(text: str, parse_mode: str, entities: list[Entity] | None) -> Formatted:
    """What Telegram would keep of `text`: markup read, ends trimmed, links and commands found."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    mode = parse_mode.lower()
    if mode == "html":
        text, given = parse_html(text)
    elif mode in ("", "none"):
        given = _given(entities or [], text)
    elif mode in ("markdown", "markdownv2"):
        raise bad(f"can't parse entities: the playground does not read {parse_mode}, use HTML")
    else:
        raise bad("unsupported parse_mode")
    text, given = _trimmed(_without_controls(text), given)
    return Formatted(text, _with_found(text, given)[:MOST_ENTITIES])


def parse_html(source: str) -> tuple[str, list[Entity]]:
    return _Html(source).parsed()


class _Html:
    """The official parser, state by state: it works on a text that ends in NUL, and reports byte offsets."""

    def __init__(self, source: str) -> None:
        self.source, self.end = source + "\0", len(source)
        self.i = 0
        self.out: list[str] = []
        self.offset = 0
        self.open: list[tuple[str, str, int, int]] = []  # tag, argument, UTF-16 offset, index in out
        self.entities: list[Entity] = []

    def parsed(self) -> tuple[str, list[Entity]]:
        while self.i < self.end:
            c = self.source[self.i]
            if plain := PLAIN.match(self.source, self.i, self.end):
                self._put(plain[0])
                self.i = plain.end()
            elif c == "&":
                if not (char := self._reference()):
                    char, self.i = c, self.i + 1
                self._put(char)
            elif self.source[self.i + 1] != "/":
                self._start_tag()
            else:
                self._end_tag()
        if self.open:
            raise self._error(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        self.entities.sort(key=lambda e: (e["offset"], -e["length"]))
        return "".join(self.out), self.entities

    def _put(self, piece: str) -> None:
        self.out.append(piece)
        self.offset += units(piece)

    def _reference(self) -> str:
        match = REFERENCE.match(self.source, self.i)
        if match is None:
            return ""
        decimal, hexadecimal, name = match.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
        char = NAMED.get(name, "") if name else chr(code) if 0 < code < 0x10FFFF else ""
        if char and not "\ud800" <= char <= "\udfff":
            self.i = match.end()
            return char
        return ""

    def _start_tag(self) -> None:
        begin, self.i = self.i, self.i + 1
        self._skip_until(SPACES + ">")
        if self.i >= self.end:
            raise self._error("Unclosed start tag at byte offset", begin)
        tag = self.source[begin + 1 : self.i].lower()
        if tag not in TAGS:
            raise self._error(f'Unsupported start tag "{tag}" at byte offset', begin)
        argument = self._attributes(tag, begin)
        if tag == "span" and argument != "spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler" at byte offset', begin)
        self.i += 1
        self.open.append((tag, argument, self.offset, len(self.out)))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self.source[self.i] != ">":
            self._skip_spaces()
            if self.source[self.i] == ">" and self.i < self.end:
                break
            start = self.i
            self._skip_until(SPACES + "=>/\"'")
            name = self.source[start : self.i]
            if not name:
                raise self._error(f'Empty attribute name in the tag "{tag}" at byte offset', begin)
            self._skip_spaces()
            if self.i >= self.end:
                raise self._error(f'Unclosed start tag "{tag}" at byte offset', begin)
            if self.source[self.i] != "=":
                argument = "1" if (tag, name) == ("blockquote", "expandable") else argument
                continue
            self.i += 1
            self._skip_spaces()
            if self.i >= self.end:
                raise self._error(f'Unclosed start tag "{tag}" at byte offset', begin)
            value = self._attribute_value()
            if self.i >= self.end:
                raise self._error("Unclosed start tag at byte offset", begin)
            argument = _argument(tag, name, value, argument)
        return argument

    def _attribute_value(self) -> str:
        quote = self.source[self.i]
        start = self.i
        if quote not in "'\"":
            while self.source[self.i].isascii() and (self.source[self.i].isalnum() or self.source[self.i] in ".-"):
                self.i += 1
            if self.source[self.i] not in SPACES + ">":
                raise self._error("Unexpected end of name token at byte offset", start)
            return self.source[start : self.i].lower()
        self.i += 1
        value = []
        while self.i < self.end and self.source[self.i] != quote:
            if self.source[self.i] == "&" and (char := self._reference()):
                value.append(char)
            else:
                value.append(self.source[self.i])
                self.i += 1
        self.i += self.i < self.end
        return "".join(value)

    def _end_tag(self) -> None:
        begin = self.i
        if not self.open:
            raise self._error("Unexpected end tag at byte offset", begin)
        self._skip_until(SPACES + ">")
        name = self.source[begin + 2 : self.i]
        self._skip_spaces()
        if self.source[self.i] != ">":
            raise self._error("Unclosed end tag at byte offset", begin)
        self.i += 1
        tag, argument, offset, index = self.open.pop()
        if name and name != tag:
            where = self._bytes(begin)
            raise self._error(f'Unmatched end tag at byte offset {where}, expected "</{tag}>", found "</{name}>"')
        if self.offset > offset:
            self._close(tag, argument, offset, "".join(self.out[index:]))

    def _close(self, tag: str, argument: str, offset: int, inside: str) -> None:
        entity: Entity = {"type": TAGS[tag], "offset": offset, "length": self.offset - offset}
        last = self.entities[-1] if self.entities else {}
        same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if tag == "a":
            link = _link(argument or inside)
            if link is None:
                return
            entity.update(link)
        elif tag == "pre" and same and last["type"] == "code":
            entity.update({"language": last["language"]} if "language" in last else {})
            self.entities.pop()
        elif tag == "code":
            entity.update({"language": argument} if argument else {})
            if same and last["type"] == "pre":
                last.update({"language": argument} if argument else {})
                return
        elif tag == "blockquote" and argument:
            entity["type"] = "expandable_blockquote"
        elif tag == "tg-emoji":
            entity["custom_emoji_id"] = argument
        self.entities.append(entity)

    def _skip_until(self, stops: str) -> None:
        while self.i < self.end and self.source[self.i] not in stops:
            self.i += 1

    def _skip_spaces(self) -> None:
        while self.i < self.end and self.source[self.i] in SPACES:
            self.i += 1

    def _bytes(self, index: int) -> int:
        return len(self.source[:index].encode())

    def _error(self, sentence: str, at: int | None = None) -> Exception:
        return bad(f"can't parse entities: {sentence}" + ("" if at is None else f" {self._bytes(at)}"))


def _argument(tag: str, name: str, value: str, before: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value[9:]
        case ("span", "class") if value.startswith("tg-"):
            return value[3:]
        case ("blockquote", "expandable"):
            return "1"
    return before


def _link(url: str) -> Entity | None:
    if match := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user_id": int(match[1])}
    if (checked := checked_url(url)) is None:
        return None
    return {"type": "text_link", "url": checked}


def checked_url(url: str) -> str | None:
    """The URL as Telegram keeps it, or None where it would not be a link."""
    url = url.strip()
    if "://" not in url:
        url = f"tg://{url[3:]}" if url.startswith("tg:") else f"http://{url}"
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme in ("tg", "ton"):
        return url
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not re.fullmatch(r"[^\s.]+(\.[^\s.]+)+|localhost", host):
        return None
    return url if parts.path or parts.query else f"{url}/"


def _given(entities: list[Entity], text: str) -> list[Entity]:
    whole = units(text)
    kept = [e for e in entities if e.get("offset", -1) >= 0 and 0 < e.get("length", 0) <= whole - e["offset"]]
    return sorted(kept, key=lambda e: (e["offset"], -e["length"]))


def _without_controls(text: str) -> str:
    return "".join(" " if c < " " and c != "\n" else c for c in text) if not text.isprintable() else text


def _trimmed(text: str, entities: list[Entity]) -> Formatted:
    kept = text.rstrip()
    start = len(kept) - len(kept.lstrip())
    lead = units(kept[:start])
    kept = kept[start:]
    whole = units(kept)
    trimmed = []
    for entity in entities:
        offset = max(entity["offset"] - lead, 0)
        length = min(entity["offset"] + entity["length"] - lead, whole) - offset
        if length > 0:
            trimmed.append({**entity, "offset": offset, "length": length})
    return Formatted(kept, trimmed)


def _with_found(text: str, given: list[Entity]) -> list[Entity]:
    closed = [e for e in given if e["type"] in ("pre", "code", "text_link", "text_mention")]
    found = []
    for match in FOUND.finditer(text):
        offset, length = units(text[: match.start()]), units(match[0])
        if not any(offset < e["offset"] + e["length"] and e["offset"] < offset + length for e in closed):
            found.append({"type": str(match.lastgroup), "offset": offset, "length": length})
    return sorted(given + found, key=lambda e: (e["offset"], -e["length"])) if found else given
