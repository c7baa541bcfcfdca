"""Words: both languages say the same things, every sentence asked for exists, and people's text cannot break one."""

import ast
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot import i18n
from bot.i18n import (
    LANGUAGES,
    Html,
    Words,
    WordsError,
    bold,
    code,
    escape,
    italic,
    link,
    missing_words,
    page,
    quote,
    words,
)

HOUSE = Path(__file__).parents[2]
BUILT = re.compile(r"[a-z]+-is-[a-z]+|[a-z]+-not-yours|(?:keep|mute)-[a-z-]+")
"""Keys that no line of code begins to spell: refusals by the table of rights, `f"{kind}-is-{state}"`."""

HELLO = "hello = 你好，{ $name }\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Words of a test's own, in place of the house's."""
    for lang in LANGUAGES:
        (tmp_path / lang).mkdir()
    monkeypatch.setattr(i18n, "LOCALES", tmp_path)
    monkeypatch.setattr(i18n, "strict", True)
    i18n._loaded.cache_clear()
    yield tmp_path
    i18n._loaded.cache_clear()


@pytest.fixture
def hello(files: Path) -> Words:
    (files / "zh" / "a.ftl").write_text(HELLO + "count = { $n } 件\nplain = 好\nonly-zh = 只有中文\n", "utf-8")
    (files / "en" / "a.ftl").write_text(
        "hello = Hello { $name }\nplain = fine\ncount = { $n ->\n    [one] one thing\n   *[other] { $n } things\n}\n",
        "utf-8",
    )
    return words("en")


# The house's own words


def test_both_languages_have_the_same_sentences_with_the_same_blanks() -> None:
    assert missing_words() == []


def test_every_sentence_the_code_asks_for_exists() -> None:
    asked = [(where, key) for where, key in literal_keys() if not words("zh").has(key)]

    assert asked == []


def test_every_family_of_sentences_the_code_builds_has_members() -> None:
    empty = [start for start in built_beginnings() if not any(key.startswith(start) for key in words("zh").messages)]

    assert empty == []


def test_no_sentence_is_left_over() -> None:
    known = words("zh").messages
    quoted = {other for key in known for other in i18n.references(words("zh"), key)}
    spelled = {text for tree in trees().values() for text in constants(tree)}
    beginnings = tuple(built_beginnings())

    left_over = [key for key in known.keys() - spelled - quoted if not key.startswith(beginnings)]

    assert [key for key in sorted(left_over) if not BUILT.fullmatch(key)] == []


@cache
def trees() -> dict[str, ast.Module]:
    paths = [path for folder in ("bot", "handlers", "storage") for path in (HOUSE / folder).rglob("*.py")]
    return {str(path.relative_to(HOUSE)): ast.parse(path.read_text("utf-8")) for path in paths}


def said() -> Iterator[tuple[str, ast.expr]]:
    """What the code says by key: `t(…)`, `ctx.t(…)`, `words(lang)(…)`, `RuleError(…)`; both branches of an if."""
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and speaks(node.func):
                keys = [node.args[0]]
                while keys:
                    key = keys.pop()
                    if isinstance(key, ast.IfExp):
                        keys += [key.body, key.orelse]
                    else:
                        yield f"{path}:{node.lineno}", key


def speaks(func: ast.expr) -> bool:
    match func:
        case ast.Name(id="t" | "RuleError") | ast.Attribute(attr="t") | ast.Call(func=ast.Name(id="words")):
            return True
    return False


def literal_keys() -> list[tuple[str, str]]:
    return [(where, key.value) for where, key in said() if isinstance(key, ast.Constant) and isinstance(key.value, str)]


def built_beginnings() -> list[str]:
    """What stands before the first blank of a key built in an f-string."""
    built = (key.values[0] for _, key in said() if isinstance(key, ast.JoinedStr) and key.values)
    return sorted({start.value for start in built if isinstance(start, ast.Constant) and isinstance(start.value, str)})


def constants(tree: ast.AST) -> Iterator[str]:
    return (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


# Files


def test_the_check_names_what_one_language_lacks(files: Path) -> None:
    (files / "zh" / "a.ftl").write_text(HELLO + "a = { b }\nb = { $x }\nc = 三\n", "utf-8")
    (files / "en" / "a.ftl").write_text("hello = Hello { $you }\na = { b }\nb = { $x }\nd = four\n", "utf-8")

    assert missing_words() == [
        "c: not in en",
        "d: not in zh",
        "hello: blanks differ: zh has name; en has you",
    ]


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        ("hello = 又一次\n", "'hello' is in a.ftl and again in b.ftl"),
        ("x = 一\nx = 二\n", "'x' is in b.ftl and again in b.ftl"),
        ("-x = 一\n-x = 二\n", "'-x' is in b.ftl and again in b.ftl"),
        ("x = { $open\n", "zh/b.ftl cannot be read at 'x = { \\$open'"),
    ],
)
def test_a_file_with_a_mistake_is_refused_by_name(files: Path, second: str, complaint: str) -> None:
    (files / "zh" / "a.ftl").write_text(HELLO, "utf-8")
    (files / "zh" / "b.ftl").write_text(second, "utf-8")

    with pytest.raises(WordsError, match=complaint):
        words("zh")


def test_a_sentence_that_quotes_a_missing_one_is_found(files: Path) -> None:
    (files / "zh" / "a.ftl").write_text("a = { nowhere }\n", "utf-8")

    with pytest.raises(WordsError, match="'a' refers to nowhere"):
        missing_words()


# Speaking


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("zh", "zh"), ("zh-hant", "zh"), ("de", "zh"), ("", "zh")],
)
def test_a_language_we_do_not_speak_is_chinese(asked: str, spoken: str) -> None:
    assert words(asked).lang == spoken and words(asked) is words(spoken)


def test_numbers_keep_their_plural_and_have_no_commas(hello: Words) -> None:
    assert [hello("count", n=n) for n in (1, 12345, -3)] == ["one thing", "12345 things", "-3 things"]
    assert hello("count", n=Decimal("1.5")) == "1.5 things"
    assert words("zh")("count", n=12345) == "12345 件"


def test_nothing_invisible_is_put_around_a_blank(hello: Words) -> None:
    assert hello("hello", name="Ann & <Bo>") == "Hello Ann & <Bo>"


@pytest.mark.parametrize("blank", [None, True, b"x", date(2026, 6, 1), [], Html("<b>x</b>")])
def test_a_blank_is_text_or_a_number(hello: Words, blank: object) -> None:
    with pytest.raises(WordsError, match="the blank 'name'"):
        hello("hello", name=blank)


def test_in_tests_a_missing_sentence_or_blank_is_an_error(hello: Words) -> None:
    for key in ("nothing", "hello", "only-zh"):
        with pytest.raises(WordsError, match=key):
            hello(key)


def test_for_people_a_missing_sentence_is_said_in_chinese_and_then_by_its_key(
    hello: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "strict", False)

    with capture_logs() as logs:
        spoken = hello("only-zh"), hello("nothing"), hello("hello", name=None), hello("hello", nmae="Herr Li")

    assert spoken == ("只有中文", "nothing", "hello", "hello")
    assert {line["key"] for line in logs} == {"only-zh", "nothing", "hello"} and "Li" not in str(logs)


def test_a_blank_may_have_any_name(hello: Words) -> None:
    assert hello("hello", name="Bo", key="k", self="s") == "Hello Bo"


def test_a_long_blank_is_cut_and_never_spoils_the_sentence(hello: Words) -> None:
    assert hello("hello", name="字" * 5_000) == "Hello " + "字" * 999 + "…"
    assert hello("hello", name="a" * 1_000) == "Hello " + "a" * 1_000
    assert hello("hello", name="👨‍👩‍👧" * 500).count("👨‍👩‍👧") == 124  # eight units each, one for the …


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffdb"),
        ("\u202eevil\u2066", "evil"),
        ("a\0\x1b\rb", "ab"),
        ("two\nlines", "two\nlines"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_a_blank_loses_what_would_mislead_the_eye(hello: Words, typed: str, kept: str) -> None:
    assert hello("hello", name=typed) == f"Hello {kept}"


@settings(deadline=None)  # the first sentence reads every word of a language
@given(st.text(st.characters(codec=None)) | st.integers() | st.floats() | st.decimals())
def test_whatever_people_type_fits_into_a_sentence(typed: str | float | Decimal) -> None:
    sentence = words("zh")("settings-no-community", file=typed)

    assert sentence.encode() and "复制 [[community]]" in sentence
    assert unicodedata.is_normalized("NFC", sentence)


# Pages


def test_a_page_is_escaped_once() -> None:
    assert (
        page(["a < b & c", None, "", bold("<x>"), escape(escape("&"))]) == "a &lt; b &amp; c\n\n<b>&lt;x&gt;</b>\n&amp;"
    )


def test_what_is_html_stays_html_inside_html() -> None:
    assert quote(bold(italic(code("<")))) == "<blockquote><b><i><code>&lt;</code></i></b></blockquote>"


def test_an_address_cannot_leave_its_quotes() -> None:
    assert link("<a>", 'https://t.me/x?a="b"&c') == '<a href="https://t.me/x?a=&quot;b&quot;&amp;c">&lt;a&gt;</a>'


@pytest.mark.parametrize("made", [escape("x"), bold("x"), italic("x"), code("x"), quote("x"), link("x", "y"), page([])])
def test_html_is_marked_as_such(made: str) -> None:
    assert isinstance(made, Html)
