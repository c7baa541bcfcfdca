"""What a feature hands to the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.domain.people import Person
from handlers.cards import Button, Draw, Look
from handlers.context import Context, Turn
from storage.notes import Note
from storage.traces import Trace

Result = Callable[[Turn, Note, Any], Awaitable[None]]


@dataclass(frozen=True)
class Line:
    """One of somebody's things in a list, and the button that opens it."""

    text: str
    button: Button


@dataclass(frozen=True)
class Kind:
    """A kind of note. `unknown`: what to do if we died while it was on its way."""

    unknown: Literal["again", "once"]
    arrived: Result | None = None
    failed: Result | None = None


@dataclass(frozen=True)
class Feature:
    """A feature's hooks; everything has a quiet default."""

    name: str
    cards: Mapping[str, Draw] = field(default_factory=dict)
    notes: Mapping[str, Kind] = field(default_factory=dict)
    mine: Callable[[Look, Person], Awaitable[list[Line]]] | None = None
    undelivered: Callable[[Turn, str, str], Awaitable[None]] | None = None  # (turn, thing, view): a card did not arrive
    arrives: Callable[[Context], Awaitable[None]] | None = None  # this person can be reached from now on
    traces: Sequence[Trace] = ()
