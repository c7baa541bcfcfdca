"""From a fault to the one sentence about it: which file, which line, what, and the mend. Never with a token in it."""

import difflib
import re
from collections.abc import Mapping
from typing import Any, Protocol

from pydantic import BaseModel, ValidationError

from bot.settings.lines import Place, line_of
from bot.settings.model import Community, Health, Settings, Telegram

TABLES: dict[str, type[BaseModel]] = {
    "": Settings,
    "[[community]]": Community,
    "[telegram]": Telegram,
    "[health]": Health,
}
SECRET = re.compile(r"[0-9]+:[A-Za-z0-9_-]{8,}")
LONGEST_SHOWN = 200


class Say(Protocol):
    """Words of one language."""

    def __call__(self, key: str, /, **blanks: object) -> str: ...


class SettingsError(Exception):
    """`str()` is one sentence for whoever set Linli up."""

    exit_code = 2


class Fault(Exception):
    """The sentence by its key; `line` counts from 1, 0 where a line says nothing."""

    def __init__(self, key: str, line: int = 0, /, **blanks: object) -> None:
        super().__init__(key)
        self.key, self.line, self.blanks = key, line, blanks

    def said(self, file: str, say: Say) -> str:
        blanks = {name: _shown(blank) for name, blank in self.blanks.items()}
        if self.line:
            blanks["line"] = self.line
        return say(self.key, file=file, **blanks)


def fault_in(text: str, error: ValidationError) -> Fault:
    """The first in the file, but an unknown word before all, because it may be why another is missing."""
    faults = [_fault(text, dict(each)) for each in error.errors(include_url=False, include_input=False)]
    return min(faults, key=lambda fault: (_rank(fault.key), fault.line))


def _rank(key: str) -> int:
    return 0 if key.startswith("settings-unknown") else 2 if key.endswith("-missing") else 1


def _fault(text: str, error: Mapping[str, Any]) -> Fault:
    ctx = error.get("ctx", {})
    place: Place = (*error["loc"], *ctx.get("at", ()))
    line, key = line_of(text, place), str(place[-1]) if place else ""
    match error["type"]:
        case "extra_forbidden":
            return _unknown(place, key, line)
        case "missing" if key == "token":
            return Fault("settings-token-missing", line)
        case "missing":
            return Fault("settings-missing", line, key=key)
        case "tuple_type":
            return Fault("settings-one-bracket", line)
        case "model_type":
            return Fault("settings-table", line, key=str(place[0]))
        case str(sentence) if sentence.startswith("settings-"):
            return Fault(sentence, line, **{"key": key} | ctx["blanks"])
        case _:
            return Fault("settings-value", line, key=key)


def _unknown(place: Place, key: str, line: int) -> Fault:
    """A slip of the finger, or the right word in the wrong table."""
    here = _table(place)
    if f"[{key}]" in TABLES:
        return Fault("settings-table", line, key=key)
    for table, model in TABLES.items():
        if key in _keys(model) and table != here:
            return (
                Fault("settings-unknown-here", line, key=key, table=table)
                if table
                else Fault("settings-unknown-above", line, key=key)
            )
    known = [*_keys(TABLES[here])]
    near = difflib.get_close_matches(key.casefold(), known, n=1, cutoff=0.6)
    if near:
        return Fault("settings-unknown-near", line, key=key, near=near[0])
    return Fault("settings-unknown", line, key=key, known=", ".join(known))


def _table(place: Place) -> str:
    if len(place) == 1:
        return ""
    return "[[community]]" if place[0] == "community" else f"[{place[0]}]"


def _keys(model: type[BaseModel]) -> list[str]:
    return [str(field.validation_alias or name) for name, field in model.model_fields.items()]


def _shown(blank: object) -> object:
    """What the file says, short and without anything that looks like a token."""
    if not isinstance(blank, str):
        return blank
    shown = " ".join(SECRET.sub("***", blank).split())
    return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "…"
