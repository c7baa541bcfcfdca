"""What is promised, as it stands now: a card drawn, a file's data gathered, from one committed state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.domain.people import Room
from bot.i18n import Html, page, words
from bot.runtime.application import House
from bot.runtime.delivery.files import Gathered, wanted
from handlers import when
from handlers.cards import Card, Look
from handlers.context import BULK, Neighbourhood, Turn
from handlers.features import Kind
from storage.cards import CardRow
from storage.database import Database, Read, Tx
from storage.notes import Note
from storage.outbox import Waiting


async def _stays(turn: Turn, note: Note, _: Any) -> None:
    """Telegram deletes nothing older than two days: it loses its buttons."""
    room = await turn.tx.rooms.get(note.room_id)
    await turn.promise(room, "house.tidy", "editMessageReplyMarkup", dict(note.payload), rank=BULK)


HOUSE_KINDS = {
    "house.said": Kind("again"),
    "house.file": Kind("again"),
    "house.tidy": Kind("again"),
    "house.twin": Kind("again", failed=_stays),
    "house.chatter": Kind("once"),
}

Loaded = tuple[Note | CardRow, Room, Card | Gathered | Exception | None]


@dataclass
class Drawing:
    app: House
    db: Database
    house: Neighbourhood
    clock: Callable[[], float]

    def __post_init__(self) -> None:
        features = self.house.features
        self.draws = {kind: draw for feature in features for kind, draw in feature.cards.items()}
        self.kinds = HOUSE_KINDS | {kind: rule for feature in features for kind, rule in feature.notes.items()}
        self.makers = {name: maker for feature in features for name, maker in feature.files.items()}
        self.sent = {kind: feature.sent for feature in features for kind in feature.cards}
        self.undelivered = {kind: feature.undelivered for feature in features for kind in feature.cards}

    async def _load(self, read: Read, waiting: Waiting) -> Loaded | None:
        """The promise as it stands now; None if it was taken back meanwhile. A card is drawn from the same state."""
        room = await read.rooms.get(waiting.room_id)
        item = await self._promised(read, waiting, room)
        if item is None:
            return None
        try:
            if isinstance(item, CardRow):
                return item, room, await self._drawn(read, item, room)
            return item, room, await self._gathered(read, item, room)
        except Exception as error:
            return item, room, error

    async def _promised(self, read: Read, waiting: Waiting, room: Room) -> Note | CardRow | None:
        if waiting.note is not None:
            return await read.notes.get(waiting.note)
        row = await read.cards.get(waiting.thing or "", waiting.view or "", room.id)
        return row if row and row.wanted > row.drawn else None

    async def _drawn(self, read: Read, row: CardRow, room: Room) -> Card | None:
        kind, _, number = row.thing.rpartition("_")
        look = await self._look(read, room)
        if await read.abuse.hidden_from(row.thing, room.person_id):
            return Card(page([look.t("abuse-hidden")]), [])
        card = await self.draws[kind](look, int(number), row.view)
        if card and row.outage:
            since, until = (when.spoken(look.t, self.house, at, look.at) for at in row.outage)
            card = Card(page([card.text, Html(""), look.t("outage", since=since, until=until)]), card.rows)
        return card

    async def _gathered(self, read: Read, note: Note, room: Room) -> Gathered | None:
        """What a file is made of, from one committed state; None for a note without a file to make."""
        make = wanted(note)
        if make is None:
            return None
        maker = self.makers[make.name]
        return Gathered(make.field, maker, await maker.gather(await self._look(read, room), make.args))

    async def _look(self, read: Read, room: Room) -> Look:
        return Look(read, room, words(await self._language(read, room)), self.house, int(self.clock()))

    async def _language(self, read: Read, room: Room) -> str:
        person = await read.people.get(room.person_id) if room.person_id else None
        return (person.language if person else room.language) or self.house.language

    def _kind(self, note: Note) -> Kind:
        return self.kinds.get(note.kind, Kind("again"))

    def _turn(self, tx: Tx, name: str) -> Turn:
        now = int(self.clock())
        return Turn(tx, now, now, self.house, name)
