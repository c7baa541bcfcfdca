"""What a feature hands to the house."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.domain.people import Office, Person
from handlers.cards import Button, Draw, Look
from handlers.context import Context, Turn, Work
from storage.cards import CardRow
from storage.database import Read, Tx
from storage.notes import Note
from storage.traces import Trace

Result = Callable[[Turn, Note, Any], Awaitable[None]]


@dataclass(frozen=True)
class Line:
    """One of somebody's things in a list, and the button that opens it."""

    text: str
    button: Button
    calls: bool = True  # in `todo`: worth the morning's card by itself


@dataclass(frozen=True)
class Report:
    """What a feature says of a group's day or week. `speaks`: worth a message; else it only joins what others say."""

    lines: Sequence[str]  # plain, or Html
    speaks: bool = True


@dataclass(frozen=True)
class Entry:
    """One line of a group's board, under its heading; `url` leads to its card or into the private chat."""

    heading: str  # the key of the heading's sentence
    text: str
    url: str | None = None
    tail: str = ""  # stands behind the text, whatever of that has to be cut


@dataclass(frozen=True)
class Key:
    """A big button at the bottom of the private chat. What it says is what a word door hears; help says what it does
    in a sentence `help-<sentence>`."""

    sentence: str
    order: int
    seen_by: Literal["everybody", "office", "steward"] = "everybody"


@dataclass(frozen=True)
class Choice:
    """A button that a feature hands in where another one asks what somebody wants."""

    sentence: str
    door: str
    order: int = 50
    power: str = ""  # only for whoever has this power of a title
    values: tuple[str, ...] = ()  # of the door


@dataclass(frozen=True)
class Kind:
    """A kind of note. `unknown`: what to do if we died while it was on its way."""

    unknown: Literal["again", "once"]
    arrived: Result | None = None
    failed: Result | None = None


@dataclass(frozen=True)
class Keep:
    """How long something is kept, in days, and what lets go of it: `prune(tx, before)`, before in Unix seconds."""

    key: str  # of the sentence that says what, and why: keep-<key>
    days: int
    prune: Callable[[Tx, int], Awaitable[int]]


@dataclass(frozen=True)
class Maker:
    """A file that is made when it is sent. `gather` reads what it needs from a committed state, in the reader's words,
    and gives None if there is nothing to send any more; `build` makes (file name, content) out of it, in a thread."""

    gather: Callable[[Look, Mapping[str, Any]], Awaitable[Any]]
    build: Callable[[Any], tuple[str, bytes]]


@dataclass(frozen=True)
class Origin:
    """Who made a thing, on whose behalf, and which place it belongs to: for whoever has to judge it."""

    person_id: int | None
    by_id: int | None
    place_id: int | None


@dataclass(frozen=True)
class Pair:
    """Two who may talk with each other through the bot: somebody, the other, and in a few words what about."""

    one_id: int
    other_id: int
    what: str


Pairs = Callable[[Read, int, int], Awaitable[list[Pair]]]
"""(read, number of the thing, person) → with whom this person may talk about it now."""


@dataclass(frozen=True)
class Matter:
    """Something that was reported, for another feature to go on with: whose, where, and in their words."""

    person_id: int
    by_id: int | None
    place_id: int
    text: str


Become = Callable[[Context, Matter], Awaitable[str | None]]
"""(ctx, matter) → the thing it goes on as, prepared for its reporter, who still has to say yes; None: it cannot be."""


@dataclass(frozen=True)
class Feature:
    """A feature's hooks; everything has a quiet default."""

    name: str
    cards: Mapping[str, Draw] = field(default_factory=dict)
    notes: Mapping[str, Kind] = field(default_factory=dict)
    files: Mapping[str, Maker] = field(default_factory=dict)
    mine: Callable[[Look, Person], Awaitable[list[Line]]] | None = None
    todo: Callable[[Look, Person], Awaitable[list[Line]]] | None = None  # counted in `todo-of-<name>`
    board: Callable[[Look], Awaitable[list[Entry]]] | None = None  # what a group's board shows of it
    evening: Callable[[Look], Awaitable[Report | None]] | None = None  # how a group's day was, `look.room` is its home
    monday: Callable[[Look], Awaitable[Report | None]] | None = None  # how its week was, the seven days before
    about: Callable[[Look, Person], Awaitable[list[Line]]] | None = None  # what this person is here: home, offices
    welcome: Callable[[Look, Person], Awaitable[list[str]]] | None = None  # what a newcomer should know
    handed_over: Callable[[Work, Office, Office], Awaitable[int]] | None = None  # open work moves: how many things
    steps_down: Callable[[Work, int], Awaitable[None]] | None = None  # this person's offices changed, perhaps ended
    undelivered: Callable[[Turn, str, str], Awaitable[None]] | None = None  # (turn, thing, view): a card did not arrive
    sent: Callable[[Turn, CardRow, int], Awaitable[None]] | None = None  # a card stands in a new message of this number
    parted: Callable[[Context, int, int], Awaitable[None]] | None = None  # (ctx, person, helper): acts for them no more
    replied: Callable[[Context, CardRow], Awaitable[bool]] | None = None  # in private, to a card: it was meant for it
    office_ended: Callable[[Work, Office], Awaitable[None]] | None = None  # without a successor, or a stand-in's
    becomes: Mapping[str, Become] = field(default_factory=dict)  # what a matter may turn into here: sentence → door
    arrives: Callable[[Context], Awaitable[None]] | None = None  # this person can be reached from now on
    weekly: Callable[[Look], Awaitable[list[str]]] | None = None  # short phrases for the steward: 等确认 2 户
    greets: Callable[[Context], Awaitable[None]] | None = None  # says more right after the first hello
    wakes: Callable[[Turn], Awaitable[None]] | None = None  # at every start
    away: Callable[[Turn, int], Awaitable[None]] | None = None  # nobody could press anything since that moment
    keys: Sequence[Key] = ()
    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    """For "start", "plain", "me", "welcome", "settings", "office"."""
    forgets: Callable[[Context, Person], Awaitable[None]] | None = None  # this person is about to be forgotten
    moves_out: Callable[[Context, Person], Awaitable[None]] | None = None  # we shall not know any more where they live
    rests: Callable[[Context, Person], Awaitable[None]] | None = None  # this person died: what was open ends quietly
    origins: Mapping[str, Callable[[Read, int], Awaitable[Origin | None]]] = field(default_factory=dict)  # reportable
    pairs: Mapping[str, Pairs] = field(default_factory=dict)  # per kind of thing: who may talk through the bot
    traces: Sequence[Trace] = ()
    keeps: Sequence[Keep] = ()
    mutable: Sequence[str] = ()  # kinds of news that a person may mute; each has a sentence mute-<kind, dots as ->
    commands: Mapping[str, Sequence[str]] = field(default_factory=dict)  # for "private", "group", "office", "steward"
