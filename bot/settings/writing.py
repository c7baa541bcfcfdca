"""From a steward's answers to config.toml: the example with its remarks, and the answers in their places."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import PydanticCustomError

from bot.settings import checks
from bot.settings.checks import NUMBERS, SHANGHAI, TOKEN
from bot.settings.model import Community

EXAMPLE = Path(__file__).parents[2] / "config.example.toml"
_SPACED = re.compile(r"[0-9]+\s*:\s*[A-Za-z0-9_-]{20,}")


@dataclass(frozen=True)
class Answers:
    """What `linli setup` asks for. `numbers` holds every number by its name; an empty one takes a number away."""

    name: str = ""
    token: str = field(default="", repr=False)
    zone: str = SHANGHAI
    language: str = "zh"
    numbers: Mapping[str, str] = field(default_factory=lambda: dict(NUMBERS))
    proxy: str = field(default="", repr=False)
    base_url: str = "https://api.telegram.org"
    port: int = 8081  # of /healthz


def config(answers: Answers, database: str = "linli.db") -> str:
    """The text of config.toml."""
    text = EXAMPLE.read_text(encoding="utf-8")
    settings = {
        "name": answers.name,
        "token": answers.token,
        "database": database,
        "zone": answers.zone,
        "language": answers.language,
        "base_url": answers.base_url,
    }
    for key, value in settings.items():
        text = _put(text, key, f"{key} = {_quoted(value)}")
    text = _put(text, "port", f"port = {answers.port}")
    if answers.proxy:
        text = _put(text, "# proxy", f"proxy = {_quoted(answers.proxy)}")
    return _numbered(text, answers.numbers)


def _put(text: str, key: str, line: str) -> str:
    found = re.compile(rf"^{re.escape(key)} = .*$", re.MULTILINE)
    changed, count = found.subn(lambda _: line, text, count=1)
    assert count, f"the example has no {key}"
    return changed


def _numbered(text: str, numbers: Mapping[str, str]) -> str:
    """The lines below [community.numbers], up to the next empty one."""
    lines = "".join(f"{_key(what)} = {_quoted(number)}\n" for what, number in numbers.items())
    before, header, rest = text.partition("[community.numbers]\n")
    return before + header + lines + rest[rest.index("\n\n") + 1 :]


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(value: str) -> str:
    """A TOML string; JSON writes the same escapes."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def token_in(said: str) -> str | None:
    """The token in whatever was pasted: with spaces, or a whole message of @BotFather's."""
    glued = re.sub(r"[\s\u200b-\u200f\u2060\ufeff]+", "", said.replace("：", ":"))
    if TOKEN.fullmatch(glued):
        return glued
    found = _SPACED.search(said.replace("：", ":"))
    return re.sub(r"\s+", "", found[0]) if found else None


def refusal(error: PydanticCustomError) -> tuple[str, dict[str, object]]:
    """What is wrong with an answer, `phone` or `zone`, and the blanks of the sentence that says so."""
    details = error.context or {}
    return error.type.removeprefix("settings-"), dict(details.get("blanks", {}))


def name(said: str) -> str:
    return checks.name(said)


def zone(said: str) -> str:
    return checks.zone(said.strip())


def proxy(said: str) -> str:
    return checks.proxy(said.strip()) or ""


def number(what: str, said: str) -> str:
    """A telephone number as it is dialled."""
    return checks.numbers({what: said}, not_a_name=Community.model_fields)[what]
