"""What every transaction can do, whatever set it going: read, and promise something."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.domain import acting, titles
from bot.domain.people import Person, Room
from bot.domain.places import Tree
from bot.domain.rules import thing
from bot.i18n import Html, Words, words
from handlers.context.neighbourhood import Neighbourhood
from handlers.context.payloads import html
from storage.cards import BOARD_EVERY
from storage.database import Read, Tx

URGENT, REPLY, CARD, NOTICE, BULK = range(5)
"""In which order promises leave the house."""

TITLES = titles.read(tomllib.loads((files("bot") / "data" / "titles.toml").read_text(encoding="utf-8")))
"""The titles that come with the house."""

AWAKE = 3600
"""Seconds after somebody's last sign of life in which a sound does not wake them."""


HOUR = 3600


async def may_act(read: Read, person_id: int, for_id: int) -> bool:
    """Whether somebody may act for a neighbour: named by them, or by an office where they live."""
    whom, powers = await read.people.get(for_id), set[str]()
    for home in await read.residents.homes(for_id):
        powers |= titles.powers(await read.offices.titles_at_or_above(person_id, home.place_id), TITLES)
    return acting.may_act(whom, await read.acting.is_named(for_id, person_id), powers)


@dataclass(frozen=True)
class Showing:
    """A card to tell somebody with."""

    thing: str
    view: str


@dataclass(frozen=True)
class Saying:
    """A sentence to tell somebody with, in their own words."""

    say: Callable[[Words], Html]
    thing: str | None = None


class Work:
    """An open transaction at work, whatever set it going: an update, an alarm, a delivery's outcome."""

    tx: Tx
    at: int  # Unix seconds: when it was said, pressed or rang
    now: int  # Unix seconds: the present
    house: Neighbourhood

    @property
    def watched_room(self) -> int | None:
        """Where somebody is looking just now."""
        return None

    async def places(self) -> Tree:
        """Every place of the community, indexed for reading words."""
        return await self.house.tree(self.tx)

    async def private_room(self, person: Person) -> Room:
        assert person.telegram_id is not None
        return await self.tx.rooms.private(person.id, person.telegram_id)

    async def show(
        self, thing: str, view: str, room: Room, *, rank: int = CARD, aloud: bool = False, reply_to: int | None = None
    ) -> None:
        """This thing has a card in this room; it shall show the truth. `aloud`: sent anew at the bottom."""
        joins = not room.is_private and await self._joins_a_list(thing, view, room, rank)
        await self.tx.cards.show(thing, view, room.id, rank=rank, at=self.now, aloud=aloud, reply_to=reply_to)
        if joins:
            number = await self.tx.cards.joins_list(thing, view, room.id, self.now, self.now - HOUR)
            await self.tx.cards.show(f"list_{number}", "list", room.id, rank=rank, at=self.now)
        self.tx.promised = True

    async def _joins_a_list(self, thing: str, view: str, room: Room, rank: int) -> bool:
        """A group gets a few new cards an hour, the rest are lines of one list; notices are never cut to a line."""
        if rank in (URGENT, NOTICE) or view == "board" or room.place_id is None:
            return False
        most = self.house.cards_an_hour
        return await self.tx.cards.is_one_too_many(thing, view, room.id, self.now - HOUR, most)

    async def redraw(self, thing: str) -> None:
        """Every card of this thing shall show the truth."""
        await self.tx.cards.redraw(thing, self.now, self.watched_room, CARD)
        self.tx.promised = True

    async def hang_board(self, room: Room) -> None:
        """This room's group belongs to a place: it has a board, in the topic that was bound first."""
        home = await self.tx.boards.home(room.chat_id)
        if home is None:
            return
        if await self.tx.cards.of(thing("board", home.id)):
            await self.redraw(thing("board", home.id))
        else:
            await self.show(thing("board", home.id), "board", home)
        await self.alarm("board.day", thing("board", home.id), self.house.next_day(self.now))

    async def redraw_board(self, *, room_id: int | None = None, place_id: int | None = None) -> None:
        """What a feature feeds the boards has changed: in this room's group, or everywhere that sees this place."""
        if room_id is not None and await self.tx.boards.redraw_in(room_id, self.now, BOARD_EVERY):
            self.tx.promised = True
        if place_id is not None and await self.tx.boards.redraw_at(place_id, self.now, BOARD_EVERY):
            self.tx.promised = True

    async def tell(
        self, person_id: int, kind: str, news: Showing | Saying, *,
        awaited: bool = False, danger: bool = False, rank: int = REPLY,
    ) -> bool:  # fmt: skip
        """The only way to reach somebody else. False: this person cannot be reached, and whoever waits should know.

        Quiet hours hold back what rings, unless the person is awake, offered to be woken, is on duty, waits for this
        news, or is in danger.
        """
        person = await self.tx.people.get(person_id)
        if not person.reachable:
            return False
        if not danger and await self.tx.people.mutes(person_id, kind):
            return True
        room = await self.private_room(person)
        not_before = 0 if awaited or danger else await self.quiet_until(person)
        rank = URGENT if danger else rank
        if isinstance(news, Showing):
            await self.tx.cards.show(
                news.thing, news.view, room.id, rank=rank, at=self.now, aloud=True, not_before=not_before
            )
        else:
            text = news.say(words(person.language or self.house.language))
            await self.promise(
                room, kind, "sendMessage", html(text),
                rank=rank, thing=news.thing, not_before=not_before, merge=news.thing is not None,
            )  # fmt: skip
        self.tx.promised = True
        return True

    async def quiet_until(self, person: Person) -> int:
        """When news may ring for this person, while their quiet hours hold it back; 0: it may ring now."""
        if person.night_ok or self.now - person.seen_at < AWAKE:
            return 0
        awake = self.house.awake(self.now, person)
        return 0 if awake == self.now or await self.tx.offices.on_duty(person.id) else awake

    async def tell_both(
        self, person_id: int | None, by_id: int | None, kind: str, news: Showing | Saying, *, awaited: bool = False
    ) -> bool:
        """Tell whom it is for and who acts on their behalf. False: nobody of the two can be reached."""
        told = [await self.tell(one, kind, news, awaited=awaited) for one in (person_id, by_id) if one is not None]
        return any(told)

    async def show_both(self, person_id: int | None, by_id: int | None, thing: str, view: str) -> None:
        """A card for whom it is for and for who acts on their behalf, without a sound."""
        for one in (person_id, by_id):
            person = await self.tx.people.get(one) if one is not None else None
            if person and person.reachable:
                await self.show(thing, view, await self.private_room(person))

    async def may_act(self, person_id: int, for_id: int) -> bool:
        """Whether somebody may act for a neighbour: named by them, or by an office where they live."""
        return await may_act(self.tx, person_id, for_id)

    async def powers(self, person_id: int, place_id: int | None = None) -> frozenset[str]:
        """What this person's offices let them do at a place; without one, at the community itself."""
        place = place_id or (await self.tx.places.root()).id
        return titles.powers(await self.tx.offices.titles_at_or_above(person_id, place), TITLES)

    async def promise(
        self, room: Room, kind: str, method: str, payload: dict[str, Any], *,
        rank: int = REPLY, thing: str | None = None, not_before: int = 0, merge: bool = False,
    ) -> None:  # fmt: skip
        """One Bot API call, made once this transaction is committed."""
        await self.tx.notes.promise(
            room.id, kind, method, payload, rank=rank, at=self.now, thing=thing, not_before=not_before, merge=merge
        )
        self.tx.promised = True

    async def promise_file(
        self, room: Room, kind: str, maker: str, caption: Html | None = None, *, rank: int = REPLY, **args: Any
    ) -> None:
        """A document that the maker of this name (`Feature.files`) builds out of `args` when it is sent."""
        payload: dict[str, Any] = {"document": {"make": maker, "args": args}}
        if caption:
            payload |= {"caption": caption, "parse_mode": "HTML"}
        await self.promise(room, kind, "sendDocument", payload, rank=rank)

    async def alarm(self, kind: str, thing: str, at: int) -> None:
        """Set the alarm, or move it."""
        await self.tx.alarms.set(kind, thing, at)

    async def no_alarm(self, *kinds: str, thing: str) -> None:
        for kind in kinds:
            await self.tx.alarms.clear(kind, thing)

    async def promise_job(self, kind: str, **payload: Any) -> None:
        """Slow work, done off the loop once this is committed."""
        await self.tx.jobs.promise(kind, payload, self.now)
        self.tx.promised = True

    async def take_away(self, thing: str, view: str, room: Room) -> None:
        """The card is not needed any more; its message goes, too, as far as Telegram lets us."""
        message_id = await self.tx.cards.removed(thing, view, room.id)
        if message_id:
            await self.promise(room, "house.tidy", "deleteMessage", {"message_id": message_id}, rank=CARD)


@dataclass
class Turn(Work):
    """One transaction that no update set going."""

    tx: Tx
    at: int
    now: int
    house: Neighbourhood
    thing: str = ""
    late: bool = False  # an alarm that rings long after its time
