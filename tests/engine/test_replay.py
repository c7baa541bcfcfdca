"""Updates come twice, late, in disorder, broken; handlers fail; the house stops in the middle. Each applies once."""

from __future__ import annotations

import asyncio
import contextlib
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.domain.rules import RuleError
from bot.i18n import words
from bot.playground.server import acts, serve
from bot.playground.server.faults import Fault
from bot.playground.server.state import BOT
from bot.runtime.intake import Intake
from bot.runtime.transport import Trespass
from handlers.context import Context
from handlers.doors import DOORS, Handler
from storage import files
from storage.database import Database
from storage.sql import visit
from storage.stores import Tx
from tests.engine.dump import dump, places_of, waiting
from tests.engine.faults import held_by_somebody_else
from tests.engine.journey import Truth
from tests.house import TOKEN, House, Neighbour

T = words("zh")
SECRET = "这句话不许留下"


async def waits_until(holds: Callable[[], Any], seconds: float = 20) -> None:
    patience = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < patience, "it never happened"
        await asyncio.sleep(0.005)


async def again(house: House, *raws: dict[str, Any]) -> None:
    """Telegram sends them once more, one by one."""
    for raw in raws:
        house.world.updates.add_raw(raw)
        await house.settles()


def seen_by_all(house: House) -> list[tuple[int, int, str, str]]:
    """Every message of every chat as it stands there."""
    return [
        (chat.id, post.id, post.body.get("text", ""), str(post.body.get("reply_markup")))
        for chat in house.world.chats.values()
        for post in chat.posts.values()
        if not post.deleted
    ]


async def open_plea(house: House) -> tuple[Neighbour, Neighbour, int]:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    said = wang.says("/need 布洛芬 孩子发烧", to=house.group).id
    await house.settles()
    return wang, chen, said


def _a_plea(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    chen.says("/need 梯子", to=house.group)


def _words_in_private(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    chen.says("有人会修水管吗")


def _an_edit(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    acts.edit(house.world, wang.id, house.group, said, "/need 布洛芬和体温计")


def _a_press(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    post, data = house.button(chen.id, house.group, T("ask-i-can", kind="thing"))
    query, _ = acts.pressed(house.world, chen.id, house.group, post.id, data)
    house.world.updates.add("callback_query", query)


def _a_forged_press(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    query, _ = acts.pressed(house.world, chen.id, house.group, said, "ask_done_1")
    house.world.updates.add("callback_query", query)


def _a_deep_link(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    chen.starts("ask_1_0123456789ab")


def _a_block(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    acts.block(house.world, chen.id, True)


def _a_newcomer(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    [lin] = house.world.add_people([{"first_name": "林"}])
    acts.join(house.world, lin, house.world.chats[house.group])


def _a_farewell(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    acts.leave(house.world, chen.id, house.world.chats[house.group])


def _a_removal_of_the_bot(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    acts.expel(house.world, wang.id, BOT, house.world.chats[house.group])


def _a_photo(house: House, wang: Neighbour, chen: Neighbour, said: int) -> None:
    acts.photo(house.world, chen.id, "bot", caption="求助 梯子")


KINDS = [
    _a_plea, _words_in_private, _an_edit, _a_press, _a_forged_press, _a_deep_link, _a_block, _a_newcomer, _a_farewell,
    _a_removal_of_the_bot, _a_photo,
]  # fmt: skip


async def _applies_once(house: House, kind: Callable[..., None]) -> None:
    wang, chen, said = await open_plea(house)
    kind(house, wang, chen, said)
    raws = waiting(house)
    assert raws
    await house.settles()
    await house.rings()  # the house's own alarm of its first second
    before, shown = await dump(house), seen_by_all(house)

    await again(house, *raws)
    await again(house, *raws, *reversed(raws))
    await house.restarts()
    await again(house, *raws)

    assert await dump(house) == before
    assert seen_by_all(house) == shown


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__).strip("_"))
async def test_what_comes_twice_applies_once_over_a_restart_too(house: House, kind: Callable[..., None]) -> None:
    await _applies_once(house, kind)


async def test_the_harness_sees_a_house_that_forgets_what_it_has_seen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def first_sight(self: object, update_id: int, at: int) -> bool:
        return True

    monkeypatch.setattr("storage.house.HouseFacts.first_sight", first_sight)
    with pytest.raises(AssertionError):
        await _applies_once(house, _a_plea)


async def test_a_migration_told_twice_in_both_chats_moves_the_room_once(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    old = house.world.add_group("三栋", [wang.id, chen.id], bot="administrator", type="group")
    wang.says("/need 梯子", to=old)
    await house.settles()
    new = acts.migrate(house.world, house.world.chats[old])
    raws = waiting(house)
    await house.settles()
    rooms = [tuple(row) for row in await house.db.read.sql.rows("SELECT id, chat_id FROM rooms WHERE kind = 'group'")]

    await again(house, *raws)
    await again(house, *({**raw, "update_id": raw["update_id"] + 500} for raw in reversed(raws)))

    assert [tuple(r) for r in await house.db.read.sql.rows("SELECT id, chat_id FROM rooms WHERE kind = 'group'")] == (
        rooms
    )
    assert new in {chat for _, chat in rooms}
    assert old not in {chat for _, chat in rooms}


async def test_updates_in_disorder_are_all_applied_once(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    for number in range(5):
        (wang if number % 2 else chen).says(f"/need 梯子{number}号", to=house.group)
    raws = waiting(house)
    house.world.updates.clear()

    await again(house, *(raws[number] for number in (3, 0, 4, 1, 2, 3)))

    assert sorted(ask.thing for ask in await house.db.read.asks.all()) == [f"梯子{number}号" for number in range(5)]


CHAT = {"id": 100_001, "type": "private", "first_name": "王"}
USER = {"id": 100_001, "is_bot": False, "first_name": "王"}
MESSAGE = {"message_id": 9, "date": 1_796_000_000, "chat": CHAT, "from": USER, "text": SECRET}
BROKEN: dict[str, dict[str, Any]] = {
    "no date": {"message": {key: value for key, value in MESSAGE.items() if key != "date"}},
    "no chat": {"message": {key: value for key, value in MESSAGE.items() if key != "chat"}},
    "no sender": {"message": {key: value for key, value in MESSAGE.items() if key != "from"}},
    "no message id": {"message": {key: value for key, value in MESSAGE.items() if key != "message_id"}},
    "a date of words": {"message": {**MESSAGE, "date": SECRET}},
    "a date beyond time": {"message": {**MESSAGE, "date": 10**18}},
    "text that is a number": {"message": {**MESSAGE, "text": 7}},
    "text that is a list": {"message": {**MESSAGE, "text": [SECRET]}},
    "a chat of words": {"message": {**MESSAGE, "chat": SECRET}},
    "a message that is a list": {"message": [SECRET]},
    "a message that is words": {"message": SECRET},
    "a message that is nothing": {"message": None},
    "a sender without a name": {"message": {**MESSAGE, "from": {"id": 5, "is_bot": False}}},
    "a sender of no number": {"message": {**MESSAGE, "from": {**USER, "id": SECRET}}},
    "a chat of no number": {"message": {**MESSAGE, "chat": {**CHAT, "id": SECRET}}},
    "a chat of an unknown type": {"message": {**MESSAGE, "chat": {**CHAT, "type": SECRET}}},
    "entities of nonsense": {"message": {**MESSAGE, "entities": [{"type": SECRET, "offset": -1, "length": 10**9}]}},
    "entities of words": {"message": {**MESSAGE, "entities": SECRET}},
    "a press from nobody": {"callback_query": {"id": "1", "data": "ask_take_1", "chat_instance": "1"}},
    "a press without a message": {
        "callback_query": {"id": "1", "from": USER, "data": SECRET, "chat_instance": "1", "inline_message_id": "x"}
    },
    "a press without data": {"callback_query": {"id": "1", "from": USER, "chat_instance": "1", "message": MESSAGE}},
    "a change of nobody": {"my_chat_member": {"chat": CHAT, "date": 1}},
    "a change of words": {"chat_member": SECRET},
    "an unknown kind": {"house_warming": {"text": SECRET}},
    "a kind with odd letters": {SECRET: {"text": SECRET}},
    "nothing at all": {},
}


@pytest.mark.parametrize("odd", BROKEN.values(), ids=BROKEN)
async def test_an_update_nobody_can_read_leaves_no_word_and_holds_up_nobody(house: House, odd: dict[str, Any]) -> None:
    wang = await house.moves_in("王芳")
    raws = waiting(house)
    assert not raws

    house.world.updates.add_raw(odd)
    wang.says("/need 梯子", to=house.group)
    await house.settles()

    assert [ask.thing for ask in await house.db.read.asks.all()] == ["梯子"]
    parked = await house.db.read.sql.rows("SELECT * FROM parked")
    assert len(parked) <= 1
    assert not [row for row in parked if SECRET in str(tuple(row))]
    assert house.community.intake.health.trouble is None
    assert not house.db.writer.in_transaction


LONE = "\ud83d"


@pytest.mark.parametrize(
    "more",
    [
        {"text": f"/need 布洛芬{LONE} 孩子{LONE}发烧"},
        {"text": "/need 梯子", "from": {**USER, "first_name": f"王{LONE}", "last_name": LONE, "username": f"w{LONE}"}},
        {"text": "/need 梯子", "chat": {"id": -1_004_000_001, "type": "supergroup", "title": f"锦{LONE}"}},
        {"text": "/need 梯子", "from": {**USER, "language_code": LONE}},
        {"text": f"/start {LONE}"},
        {"text": LONE},
        {"caption": f"求助 梯子{LONE}", "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
    ],
    ids=["text", "name", "title", "language", "link", "alone", "caption"],
)
async def test_half_an_emoji_is_read_without_it(house: House, more: dict[str, Any]) -> None:
    wang = await house.moves_in("王芳")
    chat = {"id": wang.id, "type": "private", "first_name": f"王{LONE}"}
    plain = {"message_id": 77, "date": int(house.clock.seconds()), "chat": chat, "from": {**USER, "id": wang.id}}

    house.world.updates.add_raw({"message": plain | more})
    await house.settles()

    assert await house.db.read.house.parked() == 0
    assert not [row for rows in (await dump(house)).values() for row in rows if LONE in str(row)]
    assert T("not-saved") not in wang.sees()


async def test_half_an_emoji_in_a_press_is_an_old_button(house: House) -> None:
    _, chen, said = await open_plea(house)

    answer = await chen.pushes(f"ask_take_{LONE}1", said, on=house.group)

    assert answer
    assert answer["text"] == T("button-is-old")
    assert await house.db.read.house.parked() == 0


@pytest.mark.parametrize("words", ["布洛芬" * 20_000, "🤒" * 30_000, "/need " + "a" * 100_000, "1 " * 30_000])
async def test_a_book_is_refused_kindly(house: House, words: str) -> None:
    wang = await house.moves_in("王芳")
    chat = {"id": wang.id, "type": "private", "first_name": "王芳"}
    said = {"message_id": 77, "date": int(house.clock.seconds()), "chat": chat, "from": {**USER, "id": wang.id}}

    for text in (words, f"求助 {words}"):
        house.world.updates.add_raw({"message": {**said, "text": text}})
        await house.settles()

    assert await house.db.read.house.parked() == 0
    assert await house.db.read.asks.all() == []
    assert T("not-saved") not in wang.sees()


@pytest.mark.parametrize("restarts", [False, True])
async def test_ids_that_begin_anew_after_an_idle_week_lose_nothing(house: House, restarts: bool) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("/need 梯子一号", to=house.group)
    await house.settles()
    house.clock.push(8 * 86_400)
    house.world.updates.clear()

    if restarts:
        await house.stops()
    for number, thing in ((11, "梯子二号"), (12, "梯子三号"), (13, "梯子四号")):
        chen.says(f"/need {thing}", to=house.group)
        raw = {**waiting(house)[-1], "update_id": number}
        house.world.updates._queue.pop()
        house.world.updates.add_raw(raw)
    if restarts:
        await house.starts()
    await house.settles()

    assert {ask.thing for ask in await house.db.read.asks.all()} == {f"梯子{number}号" for number in "一二三四"}


async def test_ids_are_forgotten_after_two_days_and_not_before(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/need 梯子", to=house.group)
    raws = waiting(house)
    await house.settles()

    await house.later(hours=47)
    await again(house, *raws)
    assert len(await house.db.read.asks.all()) == 1
    assert await house.db.read.sql.value("SELECT count(*) FROM seen") > 0

    await house.later(hours=3)
    assert await house.db.read.sql.value("SELECT count(*) FROM seen") == 0


def breaks(monkeypatch: pytest.MonkeyPatch, error: Callable[[Context], BaseException]) -> None:
    """The door of a plea does its work, and then fails."""
    need: Handler = DOORS.commands["need"]

    async def broken(ctx: Context) -> None:
        await need(ctx)
        raise error(ctx)

    monkeypatch.setitem(DOORS.commands, "need", broken)


async def test_a_bug_after_saving_saves_nothing_tells_the_person_and_keeps_no_word(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await house.moves_in("王芳")
    breaks(monkeypatch, lambda ctx: KeyError(ctx.text))

    wang.says(f"/need 梯子 {SECRET}", to=house.group)
    wang.says("/help")
    await house.settles()

    assert await house.db.read.asks.all() == []
    assert await house.db.read.journal.all() == []
    assert house.in_group() == [T("not-saved")]
    assert T("help-title") in wang.reads()
    [parked] = await house.db.read.sql.rows("SELECT kind, exception, place FROM parked")
    assert tuple(parked)[:2] == ("command", "KeyError")
    assert parked["place"].startswith("test_replay.py:")
    assert await places_of(house, SECRET) == []


async def test_a_bug_behind_a_button_is_answered(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    _, chen, _ = await open_plea(house)
    take = DOORS.presses[("ask", "take")]

    async def broken(ctx: Context) -> None:
        await take(ctx)
        raise KeyError(SECRET)

    monkeypatch.setitem(DOORS.presses, ("ask", "take"), broken)
    answer = await chen.presses(T("ask-i-can", kind="thing"), on=house.group)

    assert answer == {"text": T("not-saved"), "show_alert": True, "url": None}
    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    assert await house.db.read.house.parked() == 1
    assert await places_of(house, SECRET) == []


async def test_a_refusal_takes_back_what_was_saved_before_it_and_parks_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await house.moves_in("王芳")
    breaks(monkeypatch, lambda ctx: RuleError("ask-unknown"))

    wang.says("/need 梯子", to=house.group)
    await house.settles()

    assert await house.db.read.asks.all() == []
    assert house.in_group() == [T("ask-unknown")]
    assert await house.db.read.house.parked() == 0


async def test_the_harness_sees_a_refusal_that_rolls_nothing_back(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(self: Tx) -> None:
        return None

    monkeypatch.setattr(Tx, "undo", nothing)
    with pytest.raises(AssertionError):
        await test_a_refusal_takes_back_what_was_saved_before_it_and_parks_nothing(house, monkeypatch)


async def _speaks_to_the_network(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    wang = await house.moves_in("王芳")
    need = DOORS.commands["need"]

    async def rude(ctx: Context) -> None:
        await need(ctx)
        try:
            await ctx.application.bot.send_message(wang.id, "从里面说的")
        except TelegramError:
            return  # PTB turns the transport's refusal into one of its own, which is easily swallowed

    monkeypatch.setitem(DOORS.commands, "need", rude)
    wang.says("/need 梯子", to=house.group)
    await house.settles()

    assert "从里面说的" not in wang.sees()
    assert await house.db.read.asks.all() == []
    [parked] = await house.db.read.sql.rows("SELECT exception FROM parked")
    assert parked["exception"] == "Trespass"


async def test_who_speaks_to_the_network_inside_a_transaction_is_parked_even_if_they_hide_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _speaks_to_the_network(house, monkeypatch)


async def test_the_harness_sees_a_transport_that_lets_it_pass(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.runtime.transport.guard", lambda: None)
    with pytest.raises(AssertionError):
        await _speaks_to_the_network(house, monkeypatch)


async def test_a_handler_has_no_bot(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    wang = await house.moves_in("王芳")

    async def rude(ctx: Context) -> None:
        await ctx.bot.send_message(wang.id, "从里面说的")

    monkeypatch.setitem(DOORS.commands, "need", rude)
    wang.says("/need 梯子", to=house.group)
    await house.settles()

    assert house.in_group() == [T("not-saved")]
    [parked] = await house.db.read.sql.rows("SELECT exception, place FROM parked")
    assert parked["exception"] == "AssertionError"
    assert Trespass.seen >= 0


async def test_a_bug_in_the_refusal_itself_holds_up_nobody(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    wang = await house.moves_in("王芳")
    monkeypatch.setattr("handlers.errors.sentence", lambda error, language: [][0])

    wang.says("/have 99", to=house.group)
    wang.says("/need 梯子", to=house.group)
    await house.settles()

    assert [ask.thing for ask in await house.db.read.asks.all()] == ["梯子"]
    assert await house.db.read.house.parked() == 1


async def between_transactions(house: House) -> bool:
    """Whether one is open, asked when nobody is at work."""
    writer = house.db.writer
    return bool(await writer._execute(lambda: writer.in_transaction))


async def forty(house: House) -> list[Neighbour]:
    return list(await house.moves_in(*(f"邻居{number}" for number in range(40))))


async def _cancels_polls(house: House, neighbours: list[Neighbour], times: int) -> None:
    intake = house.community.intake
    polling = house.community.tasks[0]
    for number in range(times):
        neighbours[number % 40].says("/help")
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
        if intake.handling:
            await asyncio.gather(intake.handling, return_exceptions=True)
        assert not await between_transactions(house), f"open after {number} cancels"
        polling = house.community.tasks[0] = asyncio.create_task(intake.run())
        await asyncio.sleep((number * 7 % 13) / 4000)
    await house.settles()

    helped = [sum(T("help-title") in text for text in neighbour.sees()) for neighbour in neighbours]
    assert helped == [times // 40] * 40
    assert await house.db.read.house.parked() == 0


async def test_four_hundred_cancelled_polls_leave_no_transaction_open_and_lose_nothing(house: House) -> None:
    await _cancels_polls(house, await forty(house), 400)


async def test_the_harness_sees_handling_that_a_cancel_can_cut(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    neighbours = await forty(house)
    whole = Intake.handle

    async def careless(self: Database, work: Any) -> Any:
        tx = Tx(self._sql)
        await self._sql.run("BEGIN IMMEDIATE")
        await asyncio.sleep(0.001)
        result = await visit(self.writer, lambda: work(tx))
        await self._sql.run("COMMIT")
        self.on_commit()
        return result

    async def unshielded(self: Intake, raw: dict[str, Any]) -> None:
        task, self.handling = asyncio.create_task(whole(self, raw)), None
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            task.cancel()
            raise

    async def ask(self: Intake, hang: int) -> None:
        raws = await self.app.bot.do_api_request("getUpdates", {"timeout": 0, "offset": self._offset or 0})
        for raw in raws:
            await unshielded(self, raw)
            self._offset = raw["update_id"] + 1
        self.drained.set()
        await asyncio.sleep(0)

    for way in ("whole", "within"):
        monkeypatch.setattr(Database, way, careless, raising=False)
    monkeypatch.setattr(Intake, "_ask", ask)
    with pytest.raises(AssertionError, match="open after"):
        await _cancels_polls(house, neighbours, 400)


async def _stops_within_two_seconds(house: House) -> None:
    started = time.monotonic()
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(5):
            await house.stops()
    assert time.monotonic() - started < 2


async def test_stopping_takes_less_than_two_seconds_whatever_waits_and_nothing_is_lost(tmp_path: Path) -> None:
    house = House(tmp_path)
    async with house:
        people = house.world.add_people({"first_name": f"邻居{number}"} for number in range(2000))
        house.world.add_members(house.group, people)
        for person in people:
            acts.say(house.world, person, house.group, "/help")
        ids = {raw["update_id"] for raw in waiting(house)}
        await asyncio.sleep(0.2)

        await _stops_within_two_seconds(house)

        left = {raw["update_id"] for raw in waiting(house)}
        assert left, "the backlog was too short for this test"
        house.community.db = await Database.open(house.database)
        seen = {row[0] for row in await house.db.read.sql.rows("SELECT update_id FROM seen")}
        promised = await house.db.read.sql.value("SELECT count(*) FROM notes")
        await house.db.close()
        house.world.updates.clear()
        await house.starts()
    assert seen | left == ids | seen
    assert len(seen & left) <= 100
    sent = (
        sum(T("help-group-1") in text for text in house.in_group()) if T.has("help-group-1") else len(house.in_group())
    )
    assert promised + sent >= len(seen)


async def test_a_promise_made_in_the_very_moment_of_the_stop_does_not_keep_the_house_awake(house: House) -> None:
    """asyncio.wait_for swallows a cancel that meets its result (Python before 3.12)."""
    await asyncio.sleep(0.05)

    house.community._committed()
    await _stops_within_two_seconds(house)

    await house.starts()


async def test_stopping_takes_less_than_two_seconds_while_somebody_else_holds_the_database(house: House) -> None:
    wang = await house.moves_in("王芳")

    with held_by_somebody_else(house.database):
        wang.says("/need 梯子", to=house.group)
        await asyncio.sleep(0.05)
        await _stops_within_two_seconds(house)

    await house.starts()
    await house.settles()
    assert [ask.thing for ask in await house.db.read.asks.all()] == ["梯子"]


async def test_a_menu_turned_over_while_it_is_on_its_way_stays_the_only_one(house: House) -> None:
    wang = await house.moves_in("王芳")
    before = len([post for post in house.posts(wang.id, "bot") if house.rows(post)])
    house.world.calls.faults.append(Fault("sendmessage", when="after", hang=0.1))

    wang.says("/me")
    await asyncio.sleep(0.05)
    wang.says("/language")
    await house.settles()

    assert len([post for post in house.posts(wang.id, "bot") if house.rows(post)]) == before + 1


@pytest.mark.parametrize("method", ["sendmessage", "answercallbackquery", "editmessagetext", "getupdates"])
async def test_stopping_takes_less_than_two_seconds_while_telegram_hangs(house: House, method: str) -> None:
    wang, chen, _ = await open_plea(house)
    house.world.calls.faults.append(Fault(method, times=20, hang=30))
    _a_press(house, wang, chen, 0)
    wang.says("/help")
    await asyncio.sleep(0.05)

    await _stops_within_two_seconds(house)

    house.world.calls.faults.clear()
    await house.starts()
    await house.settles()
    assert [ask.state for ask in await house.db.read.asks.all()] == ["taken"]
    truth = Truth(house)
    await truth.of_the_file()
    await truth.of_the_cards()
    assert truth.broken == []
    assert any(T("help-title") in text for text in wang.sees())


async def bot_of_its_own(house: House, base_url: str) -> asyncio.subprocess.Process:
    """The bot as a process, against the test's Telegram over HTTP; it begins at the first line it reads."""
    line = ("-m", "tests.engine.child", str(house.database), base_url, TOKEN, str(house.clock.seconds()))
    return await asyncio.create_subprocess_exec(sys.executable, *line, stdin=asyncio.subprocess.PIPE)


@asynccontextmanager
async def killed_at_the_end(house: House, process: asyncio.subprocess.Process) -> AsyncIterator[None]:
    house.world.polled_at = None
    assert process.stdin
    process.stdin.write(b"go\n")
    try:
        await waits_until(lambda: house.world.polled_at is not None, 30)
        yield
    finally:
        process.kill()
        await process.wait()


async def test_kill_9_in_the_middle_of_each_act_breaks_no_promise(tmp_path: Path) -> None:
    house = House(tmp_path)
    handle = await serve(house.server, "127.0.0.1", 0)
    files.create(house.database, "锦江苑")
    ids = house.world.add_people({"first_name": name, "language_code": "zh-hans"} for name in ("王芳", "陈明"))
    house.world.add_members(house.group, ids)
    wang, chen = (Neighbour(house, id, name) for id, name in zip(ids, ("王芳", "陈明"), strict=True))

    def offered(who: Neighbour, on: Any, label: str) -> bool:
        return any(label in b["text"] for post in house.posts(who.id, on) for row in house.rows(post) for b in row)

    bots = [await bot_of_its_own(house, f"http://127.0.0.1:{handle.port}") for _ in range(2)]
    async with killed_at_the_end(house, bots[0]):
        wang.starts()
        chen.starts()
        wang.says("/need 布洛芬 孩子发烧", to=house.group)
        await waits_until(lambda: house.calls("sendMessage"))
    async with killed_at_the_end(house, bots[1]):
        await waits_until(lambda: offered(chen, house.group, T("ask-i-can", kind="thing")))
        _a_press(house, wang, chen, 0)
        await asyncio.sleep(0.012)
    await handle.stop()

    async with house:
        await house.settles()
        assert await wang.presses(T("ask-solved"))
        truth = Truth(house)
        await truth.of_the_file()
        await truth.of_the_cards()
        await truth.of_the_journal(["ask.opened", "ask.taken", "ask.done"])
        assert truth.broken == []
        assert any("陈明" in text for text in wang.sees())
        assert any("布洛芬" in text for text in chen.sees())
    assert TOKEN not in house.database.read_bytes().decode("latin-1")
