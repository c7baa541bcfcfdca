"""Into the group: an invitation to ask by, one tap for group and register; strangers who ask for help first."""

from typing import Any

import pytest

from bot.playground.server import acts
from bot.playground.server.state import BOT, PRESENT
from tests.flows.joining import at_home, built, comes, door_code, head_of, place
from tests.house import House, Neighbour


async def invited(house: House, who: Neighbour) -> str:
    """The link that a head gets for the group."""
    await house.bind_group()
    who.says("邀请")
    await house.settles()
    return next(word for text in reversed(who.sees()) for word in text.split() if word.startswith("https://t.me/+"))


async def knocks(house: House, who: Neighbour, link: str) -> None:
    acts.open_link(house.world, who.id, link)
    await house.settles()


def is_in(house: House, who: Neighbour) -> bool:
    return house.world.chats[house.group].members.get(who.id) in PRESENT


async def test_one_tap_admits_to_the_group_and_the_register(house: House) -> None:
    await built(house)
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    assert any("photo" in post.body for post in house.posts(chen.id, "bot"))
    li = comes(house, "李桂兰")

    await knocks(house, li, link)
    assert li.reads().startswith("您是？")  # the bot writes first
    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await li.presses(label)
    assert "请点一下 /start" in li.reads() and not is_in(house, li)
    await chen.presses("✅ 认识")

    assert is_in(house, li)
    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    li.starts()  # without Start nothing more can be said to her
    await house.settles()
    assert "✅ 到家了" in li.reads()


async def test_a_refusal_turns_away_and_a_resident_comes_in_at_once(house: House) -> None:
    await built(house)
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    li, thief = comes(house, "李桂兰"), comes(house, "推销")
    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("我是业主")

    await knocks(house, li, link)
    assert is_in(house, li)

    await knocks(house, thief, link)
    for label in ("租户", "3栋", "2单元", "5F", "502"):
        await thief.presses(label)
    await chen.presses("不认识…")
    await chen.presses("不认识这个人")
    assert not is_in(house, thief) and thief.id not in house.world.chats[house.group].asking


async def test_a_head_of_another_building_opens_no_group_that_is_not_theirs(house: House) -> None:
    await built(house)
    await built(house, building=5)
    chen, liu = await head_of(house), await head_of(house, "刘洋", "5栋")
    link = await invited(house, await head_of(house, "周敏", "锦江苑", "social_worker"))
    await _belongs_to(house, "5栋")
    li = comes(house, "李桂兰")

    await knocks(house, li, link)
    await li.presses("我是业主")
    li.says("3栋2单元501")
    await house.settles()
    await chen.presses("✅ 认识")

    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    assert not is_in(house, li)
    assert any("李桂兰申请进“锦江苑”，登记的家不在这里" in text for text in liu.sees())


async def _belongs_to(house: House, path: str) -> None:
    spot = await place(house, path)

    async def bind(tx: Any) -> None:
        found = await tx.rooms.enter(house.group, 0, None)
        await tx.rooms.belongs_to(found[0].id, spot)

    await house.db.whole(bind)


async def test_the_doors_code_opens_the_group_that_was_knocked_at_before(house: House) -> None:
    await built(house)
    link = await invited(house, await head_of(house, "周敏", "锦江苑", "social_worker"))
    li = comes(house, "李桂兰")
    await knocks(house, li, link)

    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("我是业主")

    assert is_in(house, li)


async def test_who_only_knocks_is_no_member_and_hears_nothing_of_the_group(house: House) -> None:
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    thief = comes(house, "推销")

    await knocks(house, thief, link)

    person = await house.db.read.people.by_telegram(thief.id)
    assert person and await house.db.read.rooms.groups_of(person.id) == []


async def test_a_bot_that_may_not_invite_says_how_to_let_it(house: House) -> None:
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    await house.bind_group()
    chat = house.world.chats[house.group]
    house.world.member_changed(chat, BOT, "member", by=chen.id)

    chen.says("/invite")
    await house.settles()

    assert any(text.startswith("我还不能替“锦江苑”请人。") for text in chen.sees())
    assert await house.db.read.house.parked() == 0


async def test_who_answers_for_no_place_gets_no_link(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")

    wang.says("/invite")
    await house.settles()

    assert wang.reads().startswith("您负责的地方还没有群。")


async def test_in_english(english_house: House) -> None:
    house = english_house
    await built(house)
    chen = await head_of(house, "Chen", "锦江苑", "social_worker")
    await house.db.whole(lambda tx: tx.people.speaks(1, "en"))
    link = await invited(house, chen)
    anna = comes(house, "Anna", "en")

    await knocks(house, anna, link)
    for label in ("I rent it", "3栋", "2单元", "5F", "501"):
        await anna.presses(label)
    await chen.presses("I know them")

    anna.starts()
    await house.settles()
    assert is_in(house, anna) and anna.reads().startswith("✅ Welcome home.")


async def test_a_stranger_from_the_door_asks_first_and_joins_later(house: House) -> None:
    await house.bind_group()
    await built(house)
    chen = await head_of(house)
    await house.moves_in("王芳")
    li = comes(house, "李桂兰")
    li.starts(await door_code(house, "3栋2单元501"))  # and taps nothing there
    await house.settles()

    li.says("求助 轮椅")
    await house.settles()
    await li.presses("发到群里")

    assert house.in_group()[-1].startswith("🙋 3栋有位邻居想要\n轮椅")
    assert chen.reads() == "🙋 一位还没确认的邻居在求助，群里看得到：\n轮椅"


async def test_a_stranger_who_waits_for_the_heads_word_asks_too(house: House) -> None:
    await house.bind_group()
    await built(house)
    await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await li.presses(label)

    li.says("求助 轮椅")
    await house.settles()
    await li.presses("发到群里")

    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]


@pytest.mark.parametrize("begun", [True, False])
async def test_a_stranger_from_nowhere_reads_the_way_on(house: House, begun: bool) -> None:
    await house.bind_group()
    await built(house)
    thief = comes(house, "推销")
    thief.starts()
    await house.settles()
    if begun:
        await thief.presses("我是业主")

    thief.says("求助 轮椅")
    await house.settles()

    assert "先发“登记”" in thief.reads()
    asks: list[Any] = await house.db.read.asks.all()
    assert asks == []


async def _second_group(house: House, path: str, head: Neighbour) -> tuple[int, str]:
    """Another group, of this place: its number and its link."""
    title = f"{path}邻居"
    chat = house.world.add_group(title, [], bot="administrator")
    spot = await place(house, path)

    async def bind(tx: Any) -> int:
        room = await tx.rooms.open(chat, 0, title)
        await tx.rooms.belongs_to(room.id, spot)
        return int(room.id)

    number = await house.db.whole(bind)
    await head.pushes(f"grouplink_make_{number}", house.posts(head.id, "bot")[-1].id)
    return chat, await house.db.read.joins.invite(number)


@pytest.mark.parametrize("before_the_form", [True, False])
async def test_who_knocks_at_two_groups_comes_into_both_with_one_tap(house: House, before_the_form: bool) -> None:
    await built(house)
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    chat, second = await _second_group(house, "3栋", chen)
    li = comes(house, "李桂兰")

    await knocks(house, li, link)
    if before_the_form:
        await knocks(house, li, second)
    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await li.presses(label)
    if not before_the_form:
        await knocks(house, li, second)
    await knocks(house, li, second)  # once more is no third
    await chen.presses("✅ 认识")

    assert is_in(house, li) and house.world.chats[chat].members.get(li.id) in PRESENT
    assert await at_home(house, li) == [("3栋2单元501", "owner", "head")]
    assert await house.db.read.house.parked() == 0


async def test_who_knocks_at_two_groups_and_is_refused_waits_at_neither(house: House) -> None:
    await built(house)
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    chat, second = await _second_group(house, "3栋", chen)
    thief = comes(house, "推销")
    await knocks(house, thief, link)
    await knocks(house, thief, second)
    for label in ("租户", "3栋", "2单元", "5F", "502"):
        await thief.presses(label)

    await chen.presses("不认识…")
    await chen.presses("不认识这个人")

    assert [thief.id in house.world.chats[one].asking for one in (house.group, chat)] == [False, False]


async def test_the_code_at_the_door_spares_the_head_who_was_asked_and_opens_the_group(house: House) -> None:
    await built(house)
    chen = await head_of(house, "陈建国", "锦江苑", "social_worker")
    link = await invited(house, chen)
    li = comes(house, "李桂兰")
    await knocks(house, li, link)
    for label in ("我是业主", "3栋", "2单元", "5F", "501"):
        await li.presses(label)
    assert "李桂兰" in chen.reads()

    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("我是业主")

    assert is_in(house, li)
    assert "用门口的码登记上了" in chen.reads()
    assert not any("没有登记" in text for text in li.sees())
    await house.later(days=2, minutes=1)
    assert await house.db.read.joins.count_waiting() == 0
    assert sum("李桂兰" in text for text in chen.sees()) == 1
