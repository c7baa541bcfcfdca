"""Limits: Telegram's are kept by ourselves, so that it never has to refuse; and nobody floods the house."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.i18n import page
from bot.playground.server import limits as telegrams
from bot.runtime import limits as ours
from bot.runtime.delivery import failing, running
from bot.runtime.flood import Flood
from bot.runtime.limits import Limits, Window
from handlers.context import BULK, REPLY, Turn, html
from tests.house import House, Neighbour

GROUP, OTHER_GROUP, ANNA, BORIS = -1001, -1002, 101, 102


def sent(limits: Limits, chat: int, *, card: bool, seconds: float, tries: int = 400) -> list[float]:
    """When messages leave if as many as possible are sent to one chat for so long, in steps of a quarter second."""
    moments, at = [], 1000.0
    for _ in range(tries):
        if at > 1000.0 + seconds:
            break
        if limits.wait(chat, card, at) == 0 and limits.wait_for_all(at) == 0:
            limits.take(chat, card, at)
            moments.append(at)
        else:
            at += 0.25
    return moments


@pytest.mark.parametrize(
    ("chat", "card", "seconds", "most"),
    [
        (ANNA, False, 0, 3),
        (ANNA, False, 1, 4),
        (ANNA, True, 10, 13),
        (GROUP, False, 0, 12),
        (GROUP, False, 59, 12),
        (GROUP, False, 60, 24),
        (GROUP, True, 59, 15),
        (GROUP, True, 60, 30),
    ],
)
def test_a_chat_gets_no_more_than_telegram_allows(chat: int, card: bool, seconds: float, most: int) -> None:
    assert len(sent(Limits(), chat, card=card, seconds=seconds)) == most


def test_in_any_second_at_most_twenty_eight_leave_the_house() -> None:
    limits, at = Limits(), 1000.0

    for chat in range(1, 29):
        assert limits.wait_for_all(at) == 0
        limits.take(chat, False, at)

    assert limits.wait_for_all(at) == 1.0
    assert limits.wait_for_all(at + 0.5) == 0.5
    assert limits.wait_for_all(at + 1.0) == 0


def test_a_groups_cards_leave_room_for_answers() -> None:
    limits = Limits()
    assert len(sent(limits, GROUP, card=True, seconds=0)) == 15

    assert limits.wait(GROUP, True, 1000.0) == 60
    assert limits.wait(GROUP, False, 1000.0) == 0


def test_one_chat_does_not_wait_for_another() -> None:
    limits = Limits()
    sent(limits, GROUP, card=False, seconds=0)
    sent(limits, ANNA, card=False, seconds=0)

    assert limits.wait(GROUP, False, 1000.0) > 0
    assert limits.wait(ANNA, False, 1000.0) > 0
    assert limits.wait(OTHER_GROUP, False, 1000.0) == 0
    assert limits.wait(BORIS, False, 1000.0) == 0


@pytest.mark.parametrize(
    ("refusals", "paused", "everybody"),
    [
        ([(GROUP, 7, 1000.0)], {GROUP}, False),
        ([(GROUP, 7, 1000.0), (ANNA, 7, 1000.5)], {GROUP, ANNA}, False),
        ([(GROUP, 7, 1000.0), (GROUP, 7, 1000.1), (GROUP, 7, 1000.2)], {GROUP}, False),
        ([(GROUP, 7, 1000.0), (ANNA, 7, 1000.5), (BORIS, 7, 1001.0)], {GROUP, ANNA, BORIS}, True),
        ([(GROUP, 7, 995.0), (ANNA, 7, 997.5), (BORIS, 7, 1001.0)], {GROUP, ANNA, BORIS}, False),
    ],
)
def test_a_refusal_pauses_the_chat_and_several_at_once_pause_all(
    refusals: list[tuple[int, int, float]], paused: set[int], everybody: bool
) -> None:
    limits = Limits()
    for chat, seconds, at in refusals:
        limits.refuse(chat, seconds, at)

    assert {chat for chat in (GROUP, OTHER_GROUP, ANNA, BORIS) if limits.wait(chat, False, 1001.0) > 0} == paused
    assert (limits.wait_for_all(1001.0) > 0) is everybody


def test_a_pause_lasts_as_long_as_telegram_said() -> None:
    limits = Limits()
    limits.refuse(GROUP, 7, 1000.0)

    assert limits.wait(GROUP, False, 1003.0) == 4
    assert limits.wait(GROUP, False, 1007.0) == 0


def test_a_shorter_refusal_does_not_shorten_the_pause_of_all() -> None:
    limits = Limits()
    for chat in (GROUP, ANNA, BORIS):
        limits.refuse(chat, 30, 1000.0)
    limits.refuse(OTHER_GROUP, 1, 1000.0)

    assert limits.wait_for_all(1000.0) == 30


def test_ten_thousand_chats_do_not_stay_in_memory() -> None:
    limits = Limits(every=Window(10**6, 1.0))
    for chat in range(1, 10_002):
        limits.take(chat, False, 1000.0 + chat / 100)

    assert len(limits.private) < 10_000


@pytest.mark.parametrize(
    ("moments", "answers"),
    [
        ([0.0] * 3, [True, True, True]),
        ([0.0] * 4, [True, True, True, False]),
        ([0.0] * 5, [True, True, True, False, None]),
        ([0, 20, 40, 59.9], [True, True, True, False]),
        ([0, 20, 40, 60], [True, True, True, True]),
        ([0, 0, 0, 1, 60.9, 61], [True, True, True, False, None, True]),
        ([0, 0, 0, 1, 61, 61, 61, 61], [True, True, True, False, True, True, True, False]),
    ],
)
def test_who_is_too_fast_is_told_once_and_then_a_minute_of_silence(
    moments: list[float], answers: list[bool | None]
) -> None:
    flood = Flood(most=3)

    assert [flood.allows(ANNA, 1000.0 + moment) for moment in moments] == answers


def test_one_persons_flood_is_nobody_elses() -> None:
    flood = Flood(most=1)

    assert [flood.allows(who, 1000.0) for who in (ANNA, ANNA, ANNA, BORIS)] == [True, False, None, True]


def test_a_flood_of_strangers_does_not_fill_the_memory() -> None:
    flood = Flood(most=1)
    for who in range(10_500):
        flood.allows(who, 1000.0 + who / 100)

    assert len(flood.recent) <= 10_001


# against a Telegram that counts as the real one does


class Stopped:
    """A monotonic clock that stands still until it is pushed: what is in the air takes no time."""

    def __init__(self) -> None:
        self.at = 5000.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> Stopped:
    clock = Stopped()
    for module in (running, failing, telegrams):
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=clock.monotonic))
    return clock


async def all_leave(house: House, clock: Stopped) -> float:
    """Push the clock second by second until every promise is kept; how many seconds that took."""
    began, read = clock.at, house.db.read
    while clock.at - began < 600:
        await nothing_leaves(house)
        now = int(house.clock.seconds())
        if not await read.outbox.due(now, [], 1):
            return clock.at - began
        clock.at += 1
    raise AssertionError("promises are left")


async def nothing_leaves(house: House) -> None:
    """Round by round, by hand, until nothing more may leave at this moment."""
    delivery, by_itself = house.community.delivery, house.community.tasks[1]
    while not by_itself.done():
        by_itself.cancel()
        await asyncio.wait({by_itself}, timeout=0.05)
    while True:
        await delivery._round()
        if not delivery.flying:
            return
        await asyncio.gather(*delivery.flying.values())
        await asyncio.sleep(0)  # they land


def refused(house: House) -> int:
    return sum(call["status"] == 429 for call in house.world.calls.since(0))


async def promises(house: House, chats: list[int], text: str = "第{n}条", rank: int = REPLY) -> None:
    """One message for each of these chats, promised in one transaction."""

    async def work(tx: Any) -> None:
        now = int(house.clock.seconds())
        turn = Turn(tx, now, now, house.community.house)
        for n, chat in enumerate(chats):
            number = await tx.sql.value("SELECT id FROM rooms WHERE chat_id = ?", chat)
            await turn.promise(
                await tx.rooms.get(number),
                "test.said",
                "sendMessage",
                html(page([text.format(n=n)])),
                rank=rank,
            )

    await house.db.whole(work)


async def greets(house: House) -> None:
    """The group is known to the house."""
    house.world.add_members(house.group, house.world.add_people([{"first_name": "第一人"}]))

    async def work(tx: Any) -> None:
        await tx.rooms.open(house.group, 0, "锦江苑")

    await house.db.whole(work)


async def opens_doors(house: House, count: int) -> list[int]:
    """So many neighbours who pressed Start, long ago."""
    ids = house.world.add_people({"first_name": f"邻居{n}"} for n in range(count))
    for id in ids:
        house.world.private(id).started = True

    async def work(tx: Any) -> None:
        now = int(house.clock.seconds())
        for id in ids:
            person = await tx.people.arrives(id, "邻居", None, "zh", now)
            await tx.people.starts(person.id, now)
            await tx.rooms.private(person.id, id)

    await house.db.whole(work)
    return ids


async def test_sixty_messages_at_once_to_a_group_are_never_refused_and_all_arrive(
    tmp_path: Path, stopped: Stopped
) -> None:
    async with House(tmp_path, limits=True) as house:
        await greets(house)

        await promises(house, [house.group] * 60)
        took = await all_leave(house, stopped)

        assert refused(house) == 0
        assert house.in_group() == [f"第{n}条" for n in range(60)]
        assert 180 <= took <= 240


async def test_sixty_changes_of_a_groups_cards_are_never_refused(tmp_path: Path, stopped: Stopped) -> None:
    async with House(tmp_path, limits=True) as house:
        neighbours = await move_in(house, "子丑寅卯")
        for neighbour in neighbours:
            for thing in range(5):
                neighbour.says(f"/need {neighbour.name}要的东西{'甲乙丙丁戊'[thing]}", to=house.group)
        await rests(house, stopped)

        for _ in range(3):
            await redraws(house)
            stopped.at += 20
            await nothing_leaves(house)
        await all_leave(house, stopped)

        assert refused(house) == 0
        assert len(house.in_group()) == 20


async def test_two_hundred_neighbours_at_once_are_all_told_without_a_refusal(tmp_path: Path, stopped: Stopped) -> None:
    async with House(tmp_path, limits=True) as house:
        neighbours = await opens_doors(house, 200)

        await promises(house, neighbours, rank=BULK)
        took = await all_leave(house, stopped)

        assert refused(house) == 0
        assert all(
            [post.body["text"] for post in house.posts(who, "bot")] == [f"第{n}条"] for n, who in enumerate(neighbours)
        )
        assert took <= 10


async def test_eight_messages_to_one_neighbour_come_one_by_one(tmp_path: Path, stopped: Stopped) -> None:
    async with House(tmp_path, limits=True) as house:
        (anna,) = await opens_doors(house, 1)

        await promises(house, [anna] * 8)
        took = await all_leave(house, stopped)

        assert refused(house) == 0
        assert [post.body["text"] for post in house.posts(anna, "bot")] == [f"第{n}条" for n in range(8)]
        assert took >= 5


async def test_in_real_time_too_everybody_is_told_once(tmp_path: Path) -> None:
    async with House(tmp_path, limits=True) as house:
        await greets(house)
        neighbours = await opens_doors(house, 40)

        await promises(house, [*neighbours, *[house.group] * 10])
        await house.settles()

        assert len(house.in_group()) == 10
        assert all(len(house.posts(who, "bot")) == 1 for who in neighbours)


@pytest.mark.parametrize(("name", "value"), [("GROUP_PER_MINUTE", 40), ("PRIVATE_BURST", 40), ("ALL_PER_SECOND", 400)])
async def test_a_house_that_counts_wrong_is_refused_by_this_telegram(
    tmp_path: Path, stopped: Stopped, monkeypatch: pytest.MonkeyPatch, name: str, value: int
) -> None:
    """The planted bug: the harness must see it."""
    async with House(tmp_path, limits=True) as house:
        await greets(house)
        neighbours = await opens_doors(house, 40)
        monkeypatch.setattr(ours, name, value)
        monkeypatch.setattr(ours, "NOTES_PER_MINUTE", 40)
        wrong = house.community.delivery.limits = Limits(every=Window(ours.ALL_PER_SECOND, 1.0))
        wrong.private[neighbours[0]] = ours.Bucket(level=ours.PRIVATE_BURST, at=stopped.at)

        await promises(house, [*[house.group] * 25, *[neighbours[0]] * 8, *neighbours])
        await all_leave(house, stopped)

        assert refused(house) > 0
        assert len(house.in_group()) == 25


async def move_in(house: House, names: str) -> list[Neighbour]:
    ids = await opens_doors(house, len(names))
    house.world.add_members(house.group, ids)
    return [Neighbour(house, id, name) for id, name in zip(ids, names, strict=True)]


async def rests(house: House, clock: Stopped) -> None:
    for _ in range(1000):
        await asyncio.sleep(0.005)
        if not len(house.world.updates):
            break
    await all_leave(house, clock)


async def redraws(house: House) -> None:
    """Every plea's card shall be drawn again, as after a change."""

    async def work(tx: Any) -> None:
        now = int(house.clock.seconds())
        turn = Turn(tx, now, now, house.community.house)
        for number in range(1, 21):
            await turn.redraw(f"ask_{number}")

    await house.db.whole(work)
