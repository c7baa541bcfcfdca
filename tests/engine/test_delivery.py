"""Delivery: what was promised arrives, once, whatever Telegram says in between."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.i18n import page
from bot.playground.server import acts
from bot.playground.server.faults import Fault
from bot.playground.server.state import BOT, Chat, Post
from bot.runtime.delivery import Delivery
from bot.runtime.transport import Wire
from handlers.context import BULK, CARD, NOTICE, REPLY, URGENT, Turn, html
from storage import files
from storage.cards import BOARD_EVERY, Cards
from storage.database import Database, Tx
from storage.notes import Notes
from storage.rooms import Rooms
from tests.house import House, Neighbour

BLOCKED = "Forbidden: bot was blocked by the user"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def until(true: Callable[[], object], seconds: float = 8) -> None:
    """Wait for something that will come about."""
    patience = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < patience, "it does not come about"
        await asyncio.sleep(0.004)


async def in_turn(house: House, work: Callable[[Turn], Awaitable[Any]]) -> Any:
    """One transaction of the house's own."""
    now = int(house.clock.seconds())
    return await house.db.whole(lambda tx: work(Turn(tx, now, now, house.community.house)))


async def changes(house: House, name: str = "ask_1") -> None:
    """Something about this thing has changed."""
    await in_turn(house, lambda turn: turn.redraw(name))


async def says_to(house: House, person: Neighbour, text: str, *, rank: int = REPLY, kind: str = "test.said") -> None:
    """The house promises a sentence to somebody."""

    async def work(turn: Turn) -> None:
        found = await turn.tx.people.by_telegram(person.id)
        assert found
        await turn.promise(await turn.private_room(found), kind, "sendMessage", html(page([text])), rank=rank)

    await in_turn(house, work)


async def rows(house: House, sql: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in await house.db.read.sql.rows(sql, *values)]


def order(house: House, method: str, **fault: Any) -> None:
    house.world.calls.faults.append(Fault(method.lower(), **fault))


def seconds_pass(house: House, seconds: float) -> None:
    """For the pauses that Telegram ordered; they run on a monotonic clock."""
    delivery = house.community.delivery
    limits = delivery.limits
    limits.pauses = {chat: at - seconds for chat, at in limits.pauses.items()}
    limits.pause_all -= seconds
    delivery.down_until -= seconds
    delivery.woken.set()


def seen_by(house: House, method: str = "") -> int:
    return len(house.calls(method))


def group(house: House) -> Chat:
    return house.world.chats[house.group]


def cards_in(house: House, chat: int | None = None) -> list[Post]:
    posts = house.world.chats[chat or house.group].posts.values()
    return [post for post in posts if post.sender == BOT and not post.deleted and "text" in post.body]


def plea_card(house: House) -> str:
    """What the newest card of a plea in the group reads."""
    return [text for text in house.in_group() if "有位邻居" in text or "邻居要的" in text][-1]


def labels(house: House, post: Post) -> list[str]:
    return [button["text"] for row in house.rows(post) for button in row]


async def plea(house: House, *names: str) -> list[Neighbour]:
    """王芳 has asked the group for ibuprofen; the others live there, too."""
    neighbours: list[Neighbour] = [await house.moves_in(name) for name in ("王芳", *names)]
    neighbours[0].says("/need 布洛芬", to=house.group)
    await house.settles()
    return neighbours


class Line(httpx.AsyncBaseTransport):
    """A telephone line: the next calls of a method can go wrong before they reach Telegram, or after, or wait."""

    def __init__(self, server: Any):
        self.telegram = httpx.ASGITransport(server)
        self.before: dict[str, list[Exception | httpx.Response | asyncio.Event]] = {}
        self.after: dict[str, list[Exception | httpx.Response]] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        method = request.url.path.rpartition("/")[2]
        if waiting := self.before.get(method):
            what = waiting.pop(0)
            if not isinstance(what, asyncio.Event):
                return self._happens(what)
            await what.wait()
        answer = await self.telegram.handle_async_request(request)
        if later := self.after.get(method):
            return self._happens(later.pop(0))
        return answer

    @staticmethod
    def _happens(what: Exception | httpx.Response) -> httpx.Response:
        if isinstance(what, Exception):
            raise what
        return what


class WiredHouse(House):
    """A house whose line can be disturbed."""

    def __init__(self, folder: Path):
        super().__init__(folder)
        self.line = Line(self.server)

    async def __aenter__(self) -> WiredHouse:
        await self.starts()
        return self

    def wire(self) -> Wire:
        return Wire(httpx_kwargs={"transport": self.line}, read_timeout=60, pool_timeout=60)


# too many requests


async def test_a_chat_that_is_told_to_wait_does_not_hold_up_the_others(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    order(house, "sendMessage", status=429, retry_after=30, chat_id=house.group)

    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: house.community.delivery.limits.pauses and "布洛芬" in wang.reads())
    chen.says("/help")
    await until(lambda: "这样用" in chen.reads())

    assert house.in_group() == []
    assert house.community.delivery.limits.pauses.keys() == {house.group}
    assert house.community.delivery.limits.pause_all == 0


async def test_what_had_to_wait_arrives_once(house: House) -> None:
    wang = await house.moves_in("王芳")
    order(house, "sendMessage", status=429, retry_after=30, chat_id=house.group)
    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: house.community.delivery.limits.pauses)

    seconds_pass(house, 31)
    await house.settles()

    assert len(house.in_group()) == 1
    assert [call["status"] for call in house.calls("sendMessage") if call["params"]["chat_id"] == str(house.group)] == [
        429,
        200,
    ]


async def test_three_chats_told_to_wait_mean_everybody(house: House) -> None:
    first, second, third, calm = await house.moves_in("一", "二", "三", "四")
    for neighbour in (first, second, third):
        order(house, "sendMessage", status=429, retry_after=30, chat_id=neighbour.id)
    before = {person.id: len(person.sees()) for person in (first, second, third, calm)}

    for neighbour in (first, second, third):
        await says_to(house, neighbour, "水停了")
    await until(lambda: house.community.delivery.limits.pause_all > 0)
    await says_to(house, calm, "水停了")
    for _ in range(20):
        house.community.delivery.woken.set()
        await asyncio.sleep(0.002)
    assert calm.sees()[before[calm.id] :] == []

    seconds_pass(house, 31)
    await house.settles()

    for neighbour in (first, second, third, calm):
        assert neighbour.sees()[before[neighbour.id] :] == ["水停了"]


async def test_a_restart_in_a_pause_loses_nothing_and_doubles_nothing(house: House) -> None:
    wang = await house.moves_in("王芳")
    order(house, "sendMessage", status=429, retry_after=30, chat_id=house.group)
    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: house.community.delivery.limits.pauses)

    await house.restarts()

    assert len(house.in_group()) == 1
    assert len([text for text in wang.sees() if "已经问到" in text]) == 1


# people who cannot be reached


async def test_who_never_pressed_start_finds_a_button_in_the_group(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("/need 布洛芬", to=house.group)
    await house.settles()

    assert any("我是求助的人" in label for label in labels(house, cards_in(house)[-1]))
    assert not [call for call in house.calls("sendMessage") if call["params"]["chat_id"] == str(wang.id)]

    await wang.follows("我是求助的人", on=house.group)

    assert "布洛芬" in wang.reads()
    assert not any("我是求助的人" in label for label in labels(house, cards_in(house)[-1]))


async def test_who_blocked_us_is_tried_once_and_the_groups_card_says_so(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    house.world.private(wang.id).blocked = True  # and no update told us

    await chen.presses("我有", on=house.group)

    refused = [call for call in house.calls() if call["status"] == 403]
    assert len(refused) == 1
    assert any("我是求助的人" in label for label in labels(house, cards_in(house)[-1]))
    assert "还没打开过" in chen.reads()


async def test_a_block_that_telegram_tells_of_costs_no_call(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    acts.block(house.world, wang.id, True)
    await house.settles()

    await chen.presses("我有", on=house.group)

    assert not [call for call in house.calls() if call["status"] == 403]
    assert any("我是求助的人" in label for label in labels(house, cards_in(house)[-1]))


@pytest.mark.parametrize("sign", ["a word in the group", "a button", "start"])
async def test_any_sign_of_life_makes_somebody_reachable_again(house: House, sign: str) -> None:
    wang, chen = await plea(house, "陈明")
    house.world.private(chen.id).blocked = True
    await says_to(house, chen, "您好")
    await house.settles()
    assert (await rows(house, "SELECT unreachable_at FROM people WHERE telegram_id = ?", chen.id))[0]["unreachable_at"]

    house.world.private(chen.id).blocked = False
    if sign == "start":
        chen.starts()
    elif sign == "a button":
        await chen.presses("我有", on=house.group)
    else:
        chen.says("/help", to=house.group)
    await house.settles()

    assert await rows(house, "SELECT unreachable_at FROM people WHERE telegram_id = ?", chen.id) == [
        {"unreachable_at": None}
    ]
    assert wang


async def test_start_after_a_block_brings_the_card_that_was_missed(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    house.world.private(wang.id).blocked = True
    await chen.presses("我有", on=house.group)

    house.world.private(wang.id).blocked = False
    await wang.follows("我是求助的人", on=house.group)

    assert "陈明" in wang.reads()
    assert not any("我是求助的人" in label for label in labels(house, cards_in(house)[-1]))


async def test_a_403_of_somebody_in_between_is_nobodys_block(tmp_path: Path) -> None:
    """Only Telegram decides who blocked us; a proxy's page of refusal is a broken line."""
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        house.line.before["sendMessage"] = [httpx.Response(403, html="<h1>403 Forbidden</h1>") for _ in range(2)]

        wang.says("/need 布洛芬", to=house.group)
        for _ in range(100):
            seconds_pass(house, 60)
            await asyncio.sleep(0.01)

        assert await rows(house, "SELECT id FROM people WHERE unreachable_at IS NOT NULL") == []
        assert await rows(house, "SELECT id FROM rooms WHERE paused_at IS NOT NULL") == []
        assert len(house.in_group()) == 1


# a group becomes a supergroup


@pytest.fixture
async def small_group(house: House) -> tuple[House, Neighbour, Neighbour]:
    """A basic group, in which 王芳 has asked for something."""
    wang, chen = await house.moves_in("王芳", "陈明")
    house.group = house.world.add_group("小群", [wang.id, chen.id], bot="administrator", type="group")
    wang.says("/need 布洛芬", to=house.group)
    await house.settles()
    return house, wang, chen


def grows(house: House) -> int:
    """The group becomes a supergroup; nobody has been told yet."""
    old, house.group = house.group, acts.migrate(house.world, group(house))
    assert old != house.group
    return old


def waiting(house: House) -> list[dict[str, Any]]:
    """Take the updates that wait at Telegram away from it."""
    updates = [json.loads(update.text) for update in house.world.updates._queue]
    house.world.updates.clear()
    return [{key: value for key, value in update.items() if key != "update_id"} for update in updates]


def send_in(house: House, updates: list[dict[str, Any]]) -> None:
    for update in updates:
        house.world.updates.add_raw(update)


async def has_one_room(house: House) -> bool:
    rooms = await rows(house, "SELECT chat_id FROM rooms WHERE title = '小群' OR chat_id = ?", house.group)
    return rooms == [{"chat_id": house.group}]


async def works_in_new_chat(house: House, chen: Neighbour) -> None:
    assert await has_one_room(house)
    assert [post.body["text"].count("布洛芬") for post in cards_in(house)] == [1]
    await chen.presses("我有", on=house.group)
    assert "陈明" in cards_in(house)[-1].body["text"]


@pytest.mark.parametrize("order_of_messages", ["old chat first", "new chat first", "twice over"])
async def test_a_group_that_grows_keeps_its_cards_whichever_message_comes_first(
    small_group: tuple[House, Neighbour, Neighbour], order_of_messages: str
) -> None:
    house, _, chen = small_group
    grows(house)
    told = waiting(house)
    assert len(told) == 2

    send_in(house, {"old chat first": told, "new chat first": told[::-1], "twice over": told + told}[order_of_messages])
    await house.settles()

    await works_in_new_chat(house, chen)


@pytest.mark.parametrize("afterwards", ["nothing", "old chat first", "new chat first"])
async def test_a_group_that_grew_is_learned_from_a_refused_call(
    small_group: tuple[House, Neighbour, Neighbour], afterwards: str
) -> None:
    house, _, chen = small_group
    grows(house)
    told = waiting(house)

    await changes(house)
    await house.settles()
    send_in(house, {"nothing": [], "old chat first": told, "new chat first": told[::-1]}[afterwards])
    await house.settles()

    await works_in_new_chat(house, chen)


async def test_what_was_promised_about_a_message_of_the_old_group_touches_nothing_in_the_new_one(
    small_group: tuple[House, Neighbour, Neighbour],
) -> None:
    """Old message ids are dead: in the new chat the same number is another message."""
    house, _, chen = small_group
    old = house.group
    order(house, "editMessageReplyMarkup", status=429, retry_after=30, chat_id=old)
    next_in_new = 3  # 1 was the supergroup's creation, 2 its first service message

    async def tidies(turn: Turn) -> None:
        room = await turn.tx.rooms.get(await turn.tx.sql.value("SELECT room_id FROM cards WHERE view = 'group'"))
        await turn.promise(room, "house.tidy", "editMessageReplyMarkup", {"message_id": next_in_new}, rank=BULK)

    await in_turn(house, tidies)
    await until(lambda: house.community.delivery.limits.pauses)
    grows(house)
    await until(lambda: cards_in(house))
    assert cards_in(house)[0].id == next_in_new
    seconds_pass(house, 31)
    await house.settles()

    assert "🙋 我有" in labels(house, cards_in(house)[-1])
    assert chen


async def test_a_house_that_does_not_hear_of_the_migration_is_caught(
    small_group: tuple[House, Neighbour, Neighbour], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The planted bug."""

    async def nothing(self: Rooms, old: int, new: int) -> None: ...

    monkeypatch.setattr(Rooms, "migrates", nothing)

    with pytest.raises(AssertionError):
        await test_a_group_that_grows_keeps_its_cards_whichever_message_comes_first(small_group, "old chat first")


# messages that change, or are gone


async def test_a_card_that_has_not_changed_is_drawn_all_the_same(house: House) -> None:
    await plea(house)
    before = seen_by(house, "editMessageText")

    await changes(house)
    await house.settles()

    edits = house.calls("editMessageText")[before:]
    assert {call["status"] for call in edits} == {400}
    assert len(edits) == 2  # the group's and the asker's
    assert await rows(house, "SELECT thing FROM cards WHERE wanted > drawn OR failures > 0") == []


async def test_a_card_whose_message_an_admin_deleted_is_sent_anew(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    acts.delete(house.world, group(house), cards_in(house)[-1].id)

    await wang.presses("解决了")

    assert ["解决了" in post.body["text"] for post in cards_in(house)] == [True]
    assert chen


async def test_a_plea_whose_words_were_deleted_still_gets_its_card(house: House) -> None:
    wang = await house.moves_in("王芳")

    said = wang.says("/need 布洛芬", to=house.group)
    acts.delete(house.world, group(house), said.id)
    await house.settles()

    assert len(house.in_group()) == 1


async def test_an_answer_that_came_too_late_leaves_the_effect_standing(house: House) -> None:
    _, chen = await plea(house, "陈明")
    order(house, "answerCallbackQuery", status=400, description=TOO_OLD, when="after")

    await chen.presses("我有", on=house.group)

    assert "陈明" in house.in_group()[-1]
    assert seen_by(house, "answerCallbackQuery") == 1


async def test_a_doubled_card_acts_and_then_loses_its_buttons(house: House) -> None:
    """The first sending arrived, but nobody could tell: two messages show the same card."""
    wang, chen = await house.moves_in("王芳", "陈明")
    order(house, "sendMessage", drop=True, when="after", chat_id=house.group)
    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: len(cards_in(house)) == 1)
    seconds_pass(house, 60)
    await house.settles()
    stray, recorded = cards_in(house)

    await chen.pushes("ask_take_1", stray.id, on=house.group)

    assert house.rows(stray) == []
    assert "陈明" in recorded.body["text"]
    assert "✅ 解决了" in labels(house, recorded)


async def test_a_press_on_a_deleted_message_acts_and_the_card_is_sent_anew(house: House) -> None:
    _, chen = await plea(house, "陈明")
    (card,) = cards_in(house)
    acts.delete(house.world, group(house), card.id)

    await chen.pushes("ask_take_1", card.id, on=house.group)

    assert ["陈明" in post.body["text"] for post in cards_in(house)] == [True]


async def test_news_in_private_comes_at_the_bottom_and_its_older_twin_goes(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    (before,) = [post for post in house.posts(wang.id, "bot") if "已经问到" in post.body["text"]]

    await chen.presses("我有", on=house.group)

    assert before.deleted
    assert [text for text in wang.sees() if "布洛芬" in text] == [wang.reads()]
    assert "陈明" in wang.reads()
    assert "✅ 解决了" in wang.buttons()


async def test_a_twin_too_old_to_be_deleted_loses_its_buttons(house: House) -> None:
    """Telegram lets us delete for two days."""
    wang = await house.moves_in("王芳")
    wang.says("我的")
    await house.settles()
    before = house.posts(wang.id, "bot")[-1]
    assert house.rows(before)
    await house.later(hours=49)

    wang.says("我的")
    await house.settles()

    assert not before.deleted
    assert house.rows(before) == []
    assert house.rows(house.posts(wang.id, "bot")[-1])


async def held_up_twin(house: WiredHouse, until_then: asyncio.Event) -> tuple[Neighbour, Post]:
    """王芳 reads of 陈明 at the bottom, while the end of the older message is on its way to Telegram."""
    wang, chen = await plea(house, "陈明")
    (before,) = [post for post in house.posts(wang.id, "bot") if "已经问到" in post.body["text"]]
    house.line.before["deleteMessage"] = [until_then]
    await acts.press(house.world, chen.id, house.group, cards_in(house)[-1].id, "ask_take_1")
    await until(lambda: "陈明" in wang.reads() and not house.line.before["deleteMessage"])
    return wang, before


async def test_a_death_before_the_twin_is_gone_does_not_leave_it(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        wang, before = await held_up_twin(house, asyncio.Event())
        (task,) = house.community.delivery.flying.values()
        task.cancel()
        assert before.id in [post.id for post in house.posts(wang.id, "bot")]

        await house.restarts()
        await house.settles()

        assert before.deleted
        assert await rows(house, "SELECT method FROM notes") == []


async def test_a_button_of_a_twin_that_is_not_gone_yet_still_acts(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        slow = asyncio.Event()
        wang, before = await held_up_twin(house, slow)

        await acts.press(house.world, wang.id, "bot", before.id, "ask_withdraw_1")
        slow.set()
        await house.settles()

        assert before.deleted
        assert "不用了，谢谢" in house.in_group()[-1]


async def test_a_menu_turned_over_on_its_way_keeps_its_buttons(tmp_path: Path) -> None:
    """Its drawing comes back for a page that is not the present one any more."""
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        wang.says("设置")
        await house.settles()
        menu = house.posts(wang.id, "bot")[-1]
        first, second = [button["callback_data"] for row in house.rows(menu) for button in row][:2]
        slow = asyncio.Event()
        house.line.before["editMessageText"] = [slow]

        await acts.press(house.world, wang.id, "bot", menu.id, first)
        await until(lambda: not house.line.before["editMessageText"])
        await acts.press(house.world, wang.id, "bot", menu.id, second)
        slow.set()
        await house.settles()

        assert not menu.deleted
        assert house.rows(menu)


async def test_an_unknown_button_says_so_and_its_card_is_drawn_again(house: House) -> None:
    _, chen = await plea(house, "陈明")
    (card,) = cards_in(house)
    before = seen_by(house, "editMessageText")

    answer = await chen.pushes("ask_long-ago_1", card.id, on=house.group)

    assert answer and "旧了" in answer["text"]
    assert seen_by(house, "editMessageText") > before


async def test_a_hundred_changes_cost_few_edits(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        await plea(house)
        before = seen_by(house, "editMessageText")
        slow = asyncio.Event()
        house.line.before["editMessageText"] = [slow, slow]  # the group's card, and the asker's

        for _ in range(100):
            await changes(house)
        slow.set()
        await house.settles()

        assert seen_by(house, "editMessageText") - before <= 4


# the bot is removed, and comes back


async def test_a_bot_that_was_removed_is_silent_until_it_is_back_and_then_the_card_is_true_again(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    acts.expel(house.world, wang.id, BOT, group(house))
    await house.settles()
    before = seen_by(house)

    await wang.presses("解决了")
    assert not [c for c in house.calls()[before:] if c["params"].get("chat_id") == str(house.group)]

    acts.add(house.world, chen.id, BOT, group(house))
    acts.promote(house.world, BOT, group(house), True)
    await house.settles()

    assert "解决了" in plea_card(house)


async def test_a_removal_that_only_a_refusal_tells_of_costs_one_call(house: House) -> None:
    wang, chen = await plea(house, "陈明")
    group(house).bot = "kicked"  # and no update told us

    await wang.presses("解决了")
    assert len([call for call in house.calls() if call["status"] == 403]) == 1

    group(house).bot = "administrator"
    chen.says("/help", to=house.group)
    await house.settles()

    assert "解决了" in plea_card(house)


async def test_a_bot_that_comes_back_does_not_introduce_itself_again(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    house.group = house.world.add_group("新群", [wang.id, chen.id], bot=None)
    for _ in range(3):
        acts.add(house.world, wang.id, BOT, group(house))
        await house.settles()
        acts.expel(house.world, wang.id, BOT, group(house))
        await house.settles()

    assert len([text for text in house.in_group() if "我是邻里" in text]) == 1


# topics


@pytest.fixture
async def forum(house: House) -> tuple[House, Neighbour, int]:
    """A forum with a topic 互助; its steward is 赵安."""
    wang, zhao = await house.moves_in("王芳", "赵安")
    house.group = house.world.add_group("论坛", [wang.id, zhao.id], bot="administrator", topics=["互助"])

    async def appoint(turn: Turn) -> None:
        steward = await turn.tx.people.by_telegram(zhao.id)
        assert steward
        root = await turn.tx.places.root()
        await turn.tx.offices.appoint(steward.id, "steward", root.id, None, turn.now)

    await in_turn(house, appoint)
    return house, wang, next(iter(group(house).topics))


def thread_of(post: Post) -> int | None:
    return post.body.get("message_thread_id") if post.body.get("is_topic_message") else None


def told(house: House, person: str) -> list[str]:
    (id,) = [who for who, known in house.world.people.items() if known.first_name == person]
    return [post.body["text"] for post in house.posts(id, "bot") if "话题关了" in post.body.get("text", "")]


async def test_a_card_stands_in_the_topic_it_was_asked_for_in(forum: tuple[House, Neighbour, int]) -> None:
    house, wang, topic = forum

    wang.says("/need 梯子", to=house.group, thread=topic)
    wang.says("/need 雨伞", to=house.group)
    await house.settles()

    assert {post.body["text"].splitlines()[1]: thread_of(post) for post in cards_in(house)} == {
        "梯子": topic,
        "雨伞": None,
    }


@pytest.mark.parametrize("how", ["closed", "deleted"])
async def test_what_was_meant_for_a_lost_topic_goes_to_general_and_the_steward_hears_it_once(
    forum: tuple[House, Neighbour, int], how: str
) -> None:
    house, wang, topic = forum
    for thing in ("梯子", "雨伞"):
        wang.says(f"/need {thing}", to=house.group, thread=topic)
    setattr(group(house).topics[topic], how, True)
    await house.settles()
    await house.settles()

    assert sorted((post.body["text"].splitlines()[1], thread_of(post)) for post in cards_in(house)) == [
        ("梯子", None),
        ("雨伞", None),
    ]
    assert len(told(house, "赵安")) == 1


async def test_an_answer_into_a_closed_topic_goes_to_general_too(forum: tuple[House, Neighbour, int]) -> None:
    """Also small talk, which is sent at most once."""
    house, wang, topic = forum
    said = wang.says("/need 梯子", to=house.group, thread=topic)
    await house.settles()
    acts.edit(house.world, wang.id, house.group, said.id, "/need 长梯子")
    group(house).topics[topic].closed = True
    await house.settles()

    assert await rows(house, "SELECT kind FROM notes") == []
    assert any("您改了原话" in text for text in house.in_group())


async def test_a_card_in_a_topic_that_was_closed_later_is_still_edited(forum: tuple[House, Neighbour, int]) -> None:
    house, wang, topic = forum
    wang.says("/need 梯子", to=house.group, thread=topic)
    await house.settles()
    group(house).topics[topic].closed = True

    await wang.presses("解决了")

    assert [("解决了" in post.body["text"], thread_of(post)) for post in cards_in(house)] == [(True, topic)]


# our own faults


async def test_a_card_that_cannot_be_drawn_is_put_off_and_parked_while_others_go_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang, chen = await plea(house, "陈明")
    draws = house.community.delivery.draws
    good = draws["ask"]
    tries: list[str] = []

    async def broken_for_the_group(look: Any, number: int, view: str) -> Any:
        if number == 1 and view == "group":
            tries.append(view)
            raise KeyError("a bug of ours")
        return await good(look, number, view)

    monkeypatch.setitem(draws, "ask", broken_for_the_group)
    await changes(house)
    await house.settles()
    assert len(tries) == 1

    for minutes, tried in ((0.9, 1), (0.2, 2), (4.5, 2), (0.6, 3), (29, 3), (1.1, 4), (40, 4), (300, 4)):
        house.clock.push(minutes * 60)
        house.community.delivery.woken.set()
        await house.settles()
        assert len(tries) == tried, minutes

    assert await rows(house, "SELECT kind, exception FROM parked") == [
        {"kind": "delivery:card.ask", "exception": "KeyError"}
    ]
    chen.says("/need 雨伞", to=house.group)
    await house.settles()
    assert any("雨伞" in text for text in house.in_group())
    assert wang


async def test_a_parked_card_is_true_again_after_the_next_change(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    wang, _ = await plea(house, "陈明")
    draws = house.community.delivery.draws
    good = draws["ask"]

    async def broken(look: Any, number: int, view: str) -> Any:
        raise KeyError("a bug of ours")

    monkeypatch.setitem(draws, "ask", broken)
    await changes(house)
    for minutes in (0, 2, 6, 31):
        house.clock.push(minutes * 60)
        house.community.delivery.woken.set()
        await house.settles()
    monkeypatch.setitem(draws, "ask", good)

    await wang.presses("解决了")

    assert "解决了" in house.in_group()[-1]


async def test_a_note_that_telegram_will_never_take_is_parked_after_four_tries(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    await says_to(house, wang, "很长" * 3000)
    await house.settles()

    for minutes in (2, 6, 31, 60):
        house.clock.push(minutes * 60)
        house.community.delivery.woken.set()
        await house.settles()
    await says_to(house, chen, "短")
    await house.settles()

    tries = [call for call in house.calls("sendMessage") if "很长" in call["params"]["text"]]
    assert [call["status"] for call in tries] == [400] * 4
    assert [row["kind"] for row in await rows(house, "SELECT kind FROM parked")] == ["delivery:test.said"]
    assert chen.reads() == "短"


# nobody knows whether it arrived


@pytest.mark.parametrize(
    ("kind", "when", "arrives"),
    [
        ("house.chatter", "before", 0),
        ("house.chatter", "after", 1),
        ("house.said", "before", 1),
        ("house.said", "after", 2),
    ],
)
async def test_after_a_broken_line_small_talk_is_not_repeated_and_what_matters_is(
    house: House, kind: str, when: str, arrives: int
) -> None:
    wang = await house.moves_in("王芳")
    order(house, "sendMessage", drop=True, when=when, chat_id=wang.id)

    await says_to(house, wang, "您好", kind=kind)
    await until(lambda: house.community.delivery.down_until > time.monotonic())
    seconds_pass(house, 60)
    await house.settles()

    assert wang.sees().count("您好") == arrives
    assert await rows(house, "SELECT kind FROM notes") == []


@pytest.mark.parametrize(("kind", "arrives"), [("house.chatter", 1), ("house.said", 2)])
async def test_after_a_death_in_mid_send_small_talk_is_not_repeated_and_what_matters_is(
    house: House, kind: str, arrives: int
) -> None:
    wang = await house.moves_in("王芳")
    order(house, "sendMessage", hang=30, when="after", chat_id=wang.id)
    await says_to(house, wang, "您好", kind=kind)
    await until(lambda: "您好" in wang.sees())

    await house.restarts()

    assert wang.sees().count("您好") == arrives
    assert await rows(house, "SELECT kind FROM notes") == []


async def test_a_call_that_never_left_the_house_is_made_again_even_for_small_talk(tmp_path: Path) -> None:
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        house.line.before["sendMessage"] = [httpx.ConnectError("no route"), httpx.ConnectTimeout("no answer")]

        await says_to(house, wang, "您好", kind="house.chatter")
        for _ in range(2):
            await until(lambda: house.community.delivery.down_until > time.monotonic())
            seconds_pass(house, 60)
        await house.settles()

        assert wang.sees().count("您好") == 1


@pytest.mark.parametrize(("kind", "arrives"), [("house.chatter", 1), ("house.said", 2)])
async def test_an_answer_that_nobody_can_read_leaves_it_unknown(tmp_path: Path, kind: str, arrives: int) -> None:
    """A hotel's page instead of Telegram's answer: it may have arrived."""
    async with WiredHouse(tmp_path) as house:
        wang = await house.moves_in("王芳")
        house.line.after["sendMessage"] = [httpx.Response(200, html="<h1>Welcome to our hotel</h1>")]

        await says_to(house, wang, "您好", kind=kind)
        await until(lambda: not house.line.after["sendMessage"])
        house.clock.push(3600)
        seconds_pass(house, 60)
        await house.settles()

        assert wang.sees().count("您好") == arrives


@pytest.mark.parametrize("status", [401, 404, 500, 502, 503])
async def test_whatever_ails_telegram_the_promise_survives(house: House, status: int) -> None:
    """Six refusals: longer than the patience with faults of our own."""
    wang = await house.moves_in("王芳")
    order(house, "sendMessage", status=status, times=6, chat_id=house.group)

    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: seen_by(house, "sendMessage") and not house.community.delivery.flying)
    for _ in range(60):
        house.clock.push(600)
        seconds_pass(house, 60)
        await asyncio.sleep(0.01)
        if house.in_group():
            break
    await house.settles()

    assert len(house.in_group()) == 1
    assert await rows(house, "SELECT kind FROM parked") == []


async def test_one_bad_moment_does_not_silence_the_house_for_half_a_minute(house: House) -> None:
    """Twelve calls that fail together are one failure of the line."""
    neighbours = await house.moves_in(*"子丑寅卯辰巳午未申酉戌亥")
    for neighbour in neighbours:
        order(house, "sendMessage", hang=0.3, drop=True, chat_id=neighbour.id)

    async def work(turn: Turn) -> None:
        for neighbour in neighbours:
            found = await turn.tx.people.by_telegram(neighbour.id)
            assert found
            await turn.promise(await turn.private_room(found), "test.said", "sendMessage", html(page(["水停了"])))

    await in_turn(house, work)
    await until(lambda: house.community.delivery.failures and not house.community.delivery.flying)

    assert house.community.delivery.down_until - time.monotonic() <= 2


async def test_a_database_that_fails_when_delivery_begins_does_not_end_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    wang = await house.moves_in("王芳")
    unknown, failures = Notes.unknown, [sqlite3.OperationalError("database or disk is full")]

    async def fails_once(self: Notes) -> Any:
        if failures:
            raise failures.pop()
        return await unknown(self)

    monkeypatch.setattr(Notes, "unknown", fails_once)
    await house.restarts()

    wang.says("/need 布洛芬", to=house.group)
    await until(lambda: not failures)
    await until(lambda: house.in_group() or house.community.tasks[1].done())

    assert len(house.in_group()) == 1


# the end


@pytest.mark.parametrize("loop", ["delivery", "jobs"])
@pytest.mark.parametrize("ticks", range(4))
async def test_a_house_that_is_stopped_the_moment_something_was_promised_stops(
    house: House, loop: str, ticks: int
) -> None:
    """Until Python 3.12 asyncio.wait_for forgets a cancel that comes when what it waits for has just happened."""
    await asyncio.sleep(0.02)
    getattr(house.community, loop).woken.set()
    for _ in range(ticks):
        await asyncio.sleep(0)

    stopping = asyncio.create_task(house.stops())
    await asyncio.wait({stopping}, timeout=1.5)
    stopped = stopping.done()
    while not stopping.done():  # or the test would never end
        for task in house.community.tasks:
            task.cancel()
        await asyncio.wait({stopping}, timeout=0.1)
    await house.starts()

    assert stopped


# order


async def test_what_is_urgent_leaves_before_what_can_wait(house: House) -> None:
    wang = await house.moves_in("王芳")
    before = len(wang.sees())

    async def work(turn: Turn) -> None:
        found = await turn.tx.people.by_telegram(wang.id)
        assert found
        room = await turn.private_room(found)
        for name, rank in (("bulk", BULK), ("notice", NOTICE), ("card", CARD), ("reply", REPLY), ("urgent", URGENT)):
            await turn.promise(room, "test.said", "sendMessage", html(page([name])), rank=rank)

    await in_turn(house, work)
    await house.settles()

    assert wang.sees()[before:] == ["urgent", "reply", "card", "notice", "bulk"]


async def test_what_was_promised_first_leaves_first(house: House) -> None:
    wang = await house.moves_in("王芳")
    before = len(wang.sees())

    for number in range(8):
        await says_to(house, wang, str(number))
    await house.settles()

    assert wang.sees()[before:] == [str(number) for number in range(8)]


# planted bugs: each of them one of the checks above must see


async def _loses_after_429(self: Delivery, item: Any) -> None:
    await self.db.whole(lambda tx: tx.notes.done(item.id) if hasattr(item, "id") else tx.cards.given_up(item))


async def _never_lost(self: Cards, row: Any) -> None:
    await self.given_up(row)


async def _forgets_that_it_flies(self: Notes, note_id: int, at: int) -> bool:
    return True


PLANTED = [
    (Delivery, "_again", _loses_after_429, test_what_had_to_wait_arrives_once),
    (Cards, "lost", _never_lost, test_a_card_whose_message_an_admin_deleted_is_sent_anew),
    (Cards, "lost", _never_lost, test_a_press_on_a_deleted_message_acts_and_the_card_is_sent_anew),
]


@pytest.mark.parametrize(("where", "name", "bug", "check"), PLANTED)
async def test_a_planted_bug_is_caught(
    house: House, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, bug: Any, check: Any
) -> None:
    monkeypatch.setattr(where, name, bug)

    with pytest.raises(AssertionError):
        await check(house)


async def test_a_house_that_forgets_what_was_on_its_way_is_caught(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Notes, "sending", _forgets_that_it_flies)

    with pytest.raises(AssertionError):
        await test_after_a_death_in_mid_send_small_talk_is_not_repeated_and_what_matters_is(house, "house.chatter", 1)


async def test_a_board_that_changes_on_its_way_rests_all_the_same(tmp_path: Path) -> None:
    files.create(tmp_path / "linli.db", "锦江苑")
    async with await Database.open(tmp_path / "linli.db") as db:

        async def changes_on_its_way(tx: Tx) -> int:
            room = await tx.rooms.open(-1, 0, "群")
            await tx.cards.show("board_1", "board", room.id, rank=2, at=1000)
            on_its_way = await tx.cards.get("board_1", "board", room.id)
            assert on_its_way
            assert await tx.boards.redraw_in(room.id, 1001, BOARD_EVERY)
            await tx.cards.drawn(on_its_way, 7, True)
            return room.id

        number = await db.whole(changes_on_its_way)
        assert [one for one in await db.read.outbox.due(1001, [], 9) if one.room_id == number] == []
        assert [one.thing for one in await db.read.outbox.due(1000 + BOARD_EVERY, [], 9)] == ["board_1"]
