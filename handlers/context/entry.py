"""What the engine hands to a handler, and what it takes back after the commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from handlers.context.neighbourhood import Neighbourhood
from storage.database import Tx

if TYPE_CHECKING:
    from handlers.context.speaking import Context


@dataclass
class Answer:
    """What a press is answered with after the commit: ≤ 200 characters, an alert, or a link into the private chat."""

    text: str | None = None
    alert: bool = False
    url: str | None = None


@dataclass
class Way:
    """The way an update came in: which door, with which values and words."""

    handler: Callable[[Context], Any] | None
    door: str
    values: tuple[str, ...] = ()
    words: str = ""
    edited: bool = False


@dataclass
class Entry:
    """What the engine hands to a handler's context, and what it takes back after the commit."""

    tx: Tx
    now: int
    house: Neighbourhood
    answer: Answer = field(default_factory=Answer)
    language: str = "zh"
    refused: str | None = None
    context: Context | None = None
