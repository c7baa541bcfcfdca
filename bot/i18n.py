"""Words: every sentence Linli says, in Fluent files `locales/<language>/<feature>.ftl`, and the HTML around them."""

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

import structlog
from fluent.runtime import FluentBundle
from fluent.runtime.errors import FluentReferenceError
from fluent.runtime.types import FluentType, fluent_number
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.domain.text import cut

LANGUAGES: tuple[str, ...] = ("zh", "en")
LOCALES = Path(__file__).parent / "locales"
LARGEST_NUMBER = 10**15
LONGEST_BLANK = 1_000  # UTF-16 units; fluent.runtime gives up on a whole sentence at 2,500 characters

strict = os.environ.get("LINLI_STRICT", "1" if "PYTEST_VERSION" in os.environ else "0") == "1"
"""Raise `WordsError` instead of falling back; a child process of a test inherits it."""

log = structlog.get_logger("linli.words")


class WordsError(Exception):
    """A sentence is missing, defined twice, or cannot be filled in. Names the key, never what was to be filled in."""


class Words:
    """One language: `t("ticket-taken", head="陈师傅")` is plain text, for `page` to escape or a button to carry."""

    def __init__(self, lang: str, messages: Mapping[str, ast.Message], terms: Mapping[str, ast.Term]) -> None:
        self.lang = lang
        self.messages = messages
        self._bundle = FluentBundle([lang], use_isolating=False)
        self._bundle.add_resource(ast.Resource([*messages.values(), *terms.values()]))

    def __call__(self, key: str, /, **blanks: object) -> str:
        try:
            return self._say(key, blanks)
        except WordsError:
            if strict:
                raise
            log.error("words.failed", key=key, lang=self.lang)
        return key if self.lang == LANGUAGES[0] else words(LANGUAGES[0])(key, **blanks)

    def has(self, key: str) -> bool:
        return key in self.messages

    def _say(self, key: str, blanks: Mapping[str, object]) -> str:
        pattern = self._bundle.get_message(key).value if self.has(key) else None
        if pattern is None:
            raise WordsError(f"{self.lang}: no sentence {key!r}")
        filled = {name: _filled(key, name, value) for name, value in blanks.items()}
        said, errors = self._bundle.format_pattern(pattern, filled)
        if errors:
            raise WordsError(f"{self.lang}: {key!r}: {_hint(errors)}")
        return str(said)


def words(lang: str) -> Words:
    """The words of a language or of Telegram's tag for it (`en-GB`, `zh-hans`); Chinese for one we do not speak."""
    primary = lang.replace("_", "-").partition("-")[0].lower()
    return _loaded(primary if primary in LANGUAGES else LANGUAGES[0])


def missing_words() -> list[str]:
    """What one language says and another does not, key by key and blank by blank, and references that lead nowhere."""
    blanks = {lang: {key: _blanks(words(lang), key) for key in words(lang).messages} for lang in LANGUAGES}
    found = []
    for key in sorted(set().union(*blanks.values())):
        for lang in LANGUAGES:
            if key not in blanks[lang]:
                found.append(f"{key}: not in {lang}")
        if len({blanks[lang][key] for lang in LANGUAGES if key in blanks[lang]}) > 1:
            each = "; ".join(f"{lang} has {', '.join(sorted(blanks[lang][key])) or 'none'}" for lang in LANGUAGES)
            found.append(f"{key}: blanks differ: {each}")
    return found


def references(t: Words, key: str) -> set[str]:
    """The sentences that a sentence quotes."""
    return _seen(t, key).messages


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def escape(text: str) -> Html:
    if isinstance(text, Html):
        return text
    return Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def bold(text: str) -> Html:
    return Html(f"<b>{escape(text)}</b>")


def italic(text: str) -> Html:
    return Html(f"<i>{escape(text)}</i>")


def code(text: str) -> Html:
    return Html(f"<code>{escape(text)}</code>")


def quote(text: str) -> Html:
    return Html(f"<blockquote>{escape(text)}</blockquote>")


def link(text: str, url: str) -> Html:
    address = escape(url).replace('"', "&quot;")
    return Html(f'<a href="{address}">{escape(text)}</a>')


def page(lines: Iterable[str | None]) -> Html:
    """One message of lines: plain ones are escaped, `None` is left out, "" is an empty line."""
    return Html("\n".join(escape(line) for line in lines if line is not None))


@cache
def _loaded(lang: str) -> Words:
    messages: dict[str, ast.Message] = {}
    terms: dict[str, ast.Term] = {}
    home: dict[str, str] = {}
    for path in sorted((LOCALES / lang).glob("*.ftl")):
        for entry in _entries(path):
            name = entry.id.name if isinstance(entry, ast.Message) else f"-{entry.id.name}"
            if name in home:
                raise WordsError(f"{lang}: {name!r} is in {home[name]} and again in {path.name}")
            home[name] = path.name
            if isinstance(entry, ast.Message):
                messages[entry.id.name] = entry
            else:
                terms[entry.id.name] = entry
    return Words(lang, messages, terms)


def _entries(path: Path) -> Iterator[ast.Message | ast.Term]:
    for entry in FluentParser(with_spans=False).parse(path.read_text("utf-8")).body:
        if isinstance(entry, ast.Junk):
            start = (entry.content or "").strip().partition("\n")[0]
            raise WordsError(f"{path.parent.name}/{path.name} cannot be read at {start!r}")
        if isinstance(entry, ast.Message | ast.Term):
            yield entry


_UNSPEAKABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def _filled(key: str, name: str, value: object) -> str | FluentType:
    """A number keeps its plural; people's text comes without controls, direction overrides and halves of emoji."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _number(value)
    if not isinstance(value, str) or isinstance(value, Html):
        raise WordsError(f"{key!r}: the blank {name!r} takes plain text or a number, not {type(value).__name__}")
    if value.isascii() and value.isprintable():
        return cut(value, LONGEST_BLANK)
    whole = _SURROGATES.sub("\ufffd", _UNSPEAKABLE.sub("", value))
    return cut(unicodedata.normalize("NFC", whole), LONGEST_BLANK)


def _number(value: int | float | Decimal) -> str | FluentType:
    """Beyond what anything in a neighbourhood counts, the plural rules give up; then the digits must do."""
    exact = Decimal(value)
    if exact.is_finite() and abs(exact) < LARGEST_NUMBER:
        return fluent_number(value, useGrouping=False)
    return f"{exact:.6g}"


def _hint(errors: Iterable[Exception]) -> str:
    """Fluent's own words where they name a blank or a key; elsewhere they might quote what people typed."""
    return ", ".join(str(e) if isinstance(e, FluentReferenceError) else type(e).__name__ for e in errors)


class _References(Visitor):
    def __init__(self) -> None:
        self.blanks: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.blanks.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.messages.add(node.id.name)


def _seen(t: Words, key: str) -> _References:
    seen = _References()
    seen.visit(t.messages[key])
    return seen


def _blanks(t: Words, key: str, through: frozenset[str] = frozenset()) -> frozenset[str]:
    """The blanks of a sentence and of the sentences it quotes."""
    seen = _seen(t, key)
    if lost := seen.messages - t.messages.keys():
        raise WordsError(f"{t.lang}: {key!r} refers to {', '.join(sorted(lost))}, which is nowhere")
    deeper = (_blanks(t, other, through | {key}) for other in seen.messages - through - {key})
    return frozenset(seen.blanks).union(*deeper)
