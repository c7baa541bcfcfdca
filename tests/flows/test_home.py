"""At home: big buttons and menus by what somebody is, what is mine, what waits, settings, a newcomer's card."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from telegram.error import TelegramError

from bot.domain.text import simplified
from bot.i18n import page, words
from bot.runtime import menus
from handlers import FEATURES, home
from handlers.cards import button
from handlers.context import Saying, Turn
from handlers.doors import DOORS
from handlers.features import Choice, Feature, Line
from tests.house import ZONE, House, Neighbour
from tests.playground.judge import judge


async def turns(house: House, work: Callable[[Turn], Awaitable[Any]]) -> None:
    now = int(house.clock.seconds())
    await house.db.whole(lambda tx: work(Turn(tx, now, now, house.community.house)))
    await house.settles()


async def person_id(house: House, who: Neighbour) -> int:
    return int((await house.db.read.people.by_telegram(who.id)).id)


async def holds(house: House, who: Neighbour, title: str = "building_head") -> None:
    number = await person_id(house, who)

    async def give(turn: Turn) -> None:
        await turn.tx.offices.appoint(number, title, (await turn.tx.places.root()).id, None, turn.now)
        await home.keep_up(turn, number)

    await turns(house, give)


async def retires(house: House, who: Neighbour) -> None:
    number = await person_id(house, who)

    async def end(turn: Turn) -> None:
        await turn.tx.sql.run("UPDATE offices SET until = ? WHERE person_id = ?", turn.now, number)
        await home.keep_up(turn, number)

    await turns(house, end)


async def says(house: House, who: Neighbour, text: str) -> str:
    who.says(text)
    await house.settles()
    return who.reads()


def own_menus(house: House) -> list[dict[str, Any]]:
    every = [call for name in ("setMyCommands", "deleteMyCommands") for call in house.calls(name)]
    return [call for call in every if '"chat"' in str(call["params"].get("scope")).replace("'", '"')]


async def until_told(house: House) -> None:
    for _ in range(500):
        if await house.db.read.house.value("commands"):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the menus were not told")


def with_feature(house: House, feature: Feature) -> None:
    house.community.house = replace(house.community.house, features=(*FEATURES, feature))
    for part in (house.community.intake, house.community.delivery, house.community.alarms):
        part.house = house.community.house


# The big buttons


async def test_an_office_brings_a_big_button_and_takes_it_away_again(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    assert house.keyboard(chen) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的", "❓ 怎么用"]

    await holds(house, chen)
    assert house.keyboard(chen) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的", "❓ 怎么用", "📌 待办"]
    assert chen.reads() == "下面的大按钮换过了，请看一眼。"

    await retires(house, chen)
    assert house.keyboard(chen) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的", "❓ 怎么用"]


async def test_the_big_buttons_are_sent_again_only_when_they_change(house: House) -> None:
    wang = await house.moves_in("王芳")
    before = len(house.calls("sendMessage"))

    await says(house, wang, "/me")
    await turns(house, lambda turn: home.keep_up(turn, 1))

    assert len(house.calls("sendMessage")) == before + 1


async def test_who_came_by_a_link_finds_the_big_buttons_too(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("求助 梯子", to=house.group)
    await house.settles()

    await wang.follows("我是求助的人", on=house.group)

    assert house.keyboard(wang) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的", "❓ 怎么用"]
    assert wang.reads().startswith("已经问到")


@pytest.mark.parametrize("word", ["简单一点", "/simple"])
async def test_simple_mode_leaves_few_buttons_and_short_words_and_goes_back(house: House, word: str) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await holds(house, chen)

    assert "按钮少了" in await says(house, chen, word)
    assert house.keyboard(chen) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的"]
    assert "换语言" not in await says(house, chen, "怎么用")
    await says(house, chen, "/settings")
    assert "🔕 哪些不用告诉我" not in chen.buttons()

    assert "都回来了" in await says(house, chen, word)
    assert house.keyboard(chen)[-1] == "📌 待办"


def test_every_big_button_explains_itself_and_opens_a_door() -> None:
    for key in (key for feature in FEATURES for key in feature.keys):
        for language in ("zh", "en"):
            t = words(language)
            assert t(f"help-{key.sentence}")
            said = t(key.sentence).partition(" ")[2]
            assert said.lower() in DOORS.english or simplified(said) in DOORS.words, said


# The first hello and help


async def test_a_stranger_is_told_what_to_do_first(house: House) -> None:
    wang = await house.moves_in("王芳")

    assert wang.reads().startswith("您住在这里吗？点一下您是谁。") and "急事可以先点 🙋 求助" in wang.reads()
    assert (await says(house, wang, "🙋 求助")).startswith("您想要什么？")


async def test_a_resident_reads_their_home_and_somebody_in_office_what_waits(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈建国", unit="3-1-301")
    assert "您家：3-1-301" in await says(house, wang, "/start")

    await holds(house, chen)
    wang.says("求助 梯子", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await says(house, chen, "/start")

    assert any("1件事等您办，都在下面。" in text for text in chen.sees())
    assert chen.reads().startswith("1件事等您办") and "梯子" in chen.reads()


async def test_help_is_for_who_asks_and_names_somebody_to_ask(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈建国")
    anna = await house.moves_in("Anna", language="en")
    assert "请身边的邻居帮您点一下" in await says(house, wang, "怎么用")

    await holds(house, chen, "steward")

    assert "问维护员陈建国" in await says(house, wang, "怎么用")
    assert "/welcome · 写给新邻居的话" in await says(house, chen, "/help")
    assert "/welcome" not in await says(house, wang, "/help")
    assert "Ask 陈建国, who keeps me running" in await says(house, anna, "Help")


# Command menus


async def test_menus_are_told_by_scope_and_language_and_only_when_they_change(house: House) -> None:
    await until_told(house)
    told = house.world.profile.commands
    assert "default|" not in told
    for scope, has, has_not in (("all_private_chats", "settings", "bind"), ("all_group_chats", "need", "settings")):
        for language in ("", "|zh", "|en"):
            names = [one["command"] for one in told[f"{scope}|{language.strip('|')}"]]
            assert has in names and has_not not in names, (scope, language)
    assert told["all_private_chats|en"][0]["description"] == "Ask your neighbours for something"

    before = len(house.calls("setMyCommands"))
    await house.restarts()
    await asyncio.sleep(0.1)
    assert len(house.calls("setMyCommands")) == before


async def test_menus_are_told_later_when_telegram_does_not_listen(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(menus, "AGAIN", 0.01)
    await until_told(house)
    await house.db.whole(lambda tx: tx.house.set("commands", "another"))
    tries: list[str] = []

    class Deaf:
        async def do_api_request(self, method: str, call: dict[str, Any]) -> None:
            tries.append(method)
            if len(tries) < 3:
                raise TelegramError("busy")

    await menus.tell(Deaf(), house.db, house.community.house)  # type: ignore[arg-type]  # a bot that is only asked

    assert len(tries) == 2 + len(menus.calls(house.community.house))
    assert await house.db.read.house.value("commands") != "another"


async def test_every_call_for_a_menu_is_a_good_call(house: House) -> None:
    for method, params in menus.calls(house.community.house):
        judge(method, params)


async def test_an_office_brings_a_menu_of_ones_own_and_it_goes_with_it(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")

    await holds(house, chen, "steward")
    assert "welcome" in [one["command"] for one in house.world.profile.commands[f"chat:{chen.id}|"]]
    again = len(own_menus(house))
    await says(house, chen, "/me")
    assert len(own_menus(house)) == again

    await says(house, chen, "/language en")
    assert house.world.profile.commands[f"chat:{chen.id}|"][0]["description"] == "Ask your neighbours for something"

    await retires(house, chen)
    assert f"chat:{chen.id}|" not in house.world.profile.commands


# Mine and to do


async def test_mine_begins_with_who_i_am_and_has_pages(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-1-301")

    async def about(look: Any, person: Any) -> list[Any]:
        return [Line(f"🏠 家{n}", button(f"家{n}", "menu.mine", 1)) for n in range(9)]

    with_feature(house, Feature("homes", about=about))
    wang.says("求助 梯子", to=house.group)
    await house.settles()
    await says(house, wang, "我的")

    assert wang.reads().startswith("您在这里\n\n🏠 3栋1单元301 · 业主\n🏠 家0") and "⚙️ 设置" in wang.buttons()
    await wang.presses("›")
    assert "🏠 家8" in wang.reads() and "您有1件事\n\n🙋 梯子" in wang.reads()


async def test_nothing_at_all_has_a_next_step(house: House) -> None:
    wang = await house.moves_in("王芳")

    assert (await says(house, wang, "我的")).startswith("您现在没有等着的事。")
    assert wang.buttons()[:1] == ["🙋 求助"]
    assert await says(house, wang, "待办") == "今天没有要您办的事，歇歇吧。"
    assert wang.buttons() == ["📋 我的"]


@pytest.mark.parametrize(("language", "said"), [("zh", "1件事等您办"), ("en", "One thing waits for you")])
async def test_what_somebody_promised_waits_on_their_list(house: House, language: str, said: str) -> None:
    wang, chen = await house.moves_in("王芳", "陈建国", language=language)
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)

    assert (await says(house, chen, "/todo")).startswith(said)
    await chen.presses("梯子")
    assert "梯子" in chen.reads()


async def test_in_the_morning_who_holds_an_office_reads_once_what_waits(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈建国", "李奶奶", unit="3-1-301")
    await holds(house, chen)
    await holds(house, li)
    wang.says("求助 梯子 一周内", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)

    house.set_clock(datetime(2026, 11, 29, 7, 30, tzinfo=ZONE))
    await house.rings()

    mornings = [text for text in chen.sees() if text.startswith("早上好，1件事等您办。")]
    assert len(mornings) == 1
    assert not [text for one in (wang, li) for text in one.sees() if text.startswith("早上好")]
    await chen.presses("看看")
    assert "梯子" in chen.reads()
    assert await house.db.read.alarms.is_set("todo.morning", "house")


async def test_who_muted_the_morning_line_does_not_get_it(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈建国", unit="3-1-301")
    await holds(house, chen)
    wang.says("求助 梯子 一周内", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    await says(house, chen, "设置")
    await chen.presses("哪些不用告诉我")
    await chen.presses("›")
    answer = await chen.presses("早上提醒")
    assert answer == {"text": "好的，以后不告诉您：早上提醒有几件待办", "show_alert": True, "url": None}

    house.set_clock(datetime(2026, 11, 29, 7, 30, tzinfo=ZONE))
    await house.rings()

    assert not [text for text in chen.sees() if text.startswith("早上好")]


# Settings


async def test_a_day_of_settings_needs_no_typing(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-1-301")
    await says(house, wang, "📋 我的")

    await wang.presses("设置")
    await wang.presses("几点别响")
    await wang.presses("24:00")
    answer = await wang.presses("6:00")
    assert answer and answer["show_alert"] and "00:00到06:00不响" in answer["text"]
    assert "🌙 00:00到06:00别响（您自己定的）" in wang.reads()

    answer = await wang.presses("夜里可以叫我")
    assert answer and "我会响铃叫您" in answer["text"] and "🔔 夜里可以叫我：可以" in wang.reads()
    await wang.presses("夜里可以叫我")
    assert "🔔 夜里可以叫我：不用" in wang.reads()

    await wang.presses("几点别响")
    await wang.presses("跟小区一样")
    assert "🌙 22:00到07:00别响（跟小区一样）" in wang.reads()
    await wang.presses("简单一点")
    await wang.presses("语言")
    await wang.presses("English")
    assert house.keyboard(wang) == ["🙋 Ask", "🔧 Repair", "☎️ Who answers", "📋 Mine"]


async def test_a_night_is_set_by_words_and_nonsense_is_refused_with_an_example(house: House) -> None:
    wang, anna = await house.moves_in("王芳"), await house.moves_in("Anna", language="en")

    assert "23:00到06:30不响" in await says(house, wang, "安静 晚上11点到早上6点半")
    assert (await says(house, wang, "别响 很久")).startswith("几点到几点，我没看懂。")
    assert "22:00到07:00" in await says(house, wang, "安静 跟小区一样")
    assert "no sound from 23:00 to 06:00" in await says(house, anna, "quiet 11pm to 6am")
    assert "夜里不叫您" in await says(house, wang, "夜里别叫我")
    assert "I ring" in await says(house, anna, "wake me")


@pytest.mark.parametrize(("own", "hours"), [("24点到6点", 0), (None, 8.5)])
async def test_a_note_at_eleven_waits_only_for_whose_night_has_begun(
    house: House, own: str | None, hours: float
) -> None:
    wang = await house.moves_in("王芳")
    if own:
        await says(house, wang, f"安静 {own}")
    house.set_clock(datetime(2026, 11, 28, 23, 0, tzinfo=ZONE))

    await turns(house, lambda turn: turn.tell(1, "ask.expired", Saying(lambda t: page(["一句话"]))))

    assert ("一句话" in wang.sees()) is (hours == 0)
    await house.later(hours=8.5)
    assert wang.sees().count("一句话") == 1


async def test_what_is_muted_is_not_told_but_danger_always_is(house: House) -> None:
    wang = await house.moves_in("王芳")
    await says(house, wang, "静音")
    await wang.presses("求助到时间了")

    async def news(turn: Turn) -> None:
        await turn.tell(1, "ask.expired", Saying(lambda t: page(["到时间了"])))
        await turn.tell(1, "ask.expired", Saying(lambda t: page(["着火了"])), danger=True)

    await turns(house, news)

    assert "到时间了" not in wang.sees() and "着火了" in wang.sees()
    await says(house, wang, "静音")
    await wang.presses("求助到时间了")
    assert await house.db.read.people.muted(1) == frozenset()


@pytest.mark.parametrize("said", ["/settings", "/todo", "/quiet", "/mute", "/me", "/quiet 23-7"])
async def test_what_is_private_is_never_opened_in_a_group(house: House, said: str) -> None:
    wang = await house.moves_in("王芳")

    wang.says(said, to=house.group)
    await house.settles()

    assert house.in_group() == ["这个我们私下说。"]


# A newcomer's card


async def welcomed(house: House, who: Neighbour) -> None:
    number = await person_id(house, who)
    await turns(house, lambda turn: home.welcome(turn, number))
    await house.later(minutes=6)


async def test_a_newcomer_reads_once_what_the_steward_wrote(house: House) -> None:
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    anna = await house.moves_in("Anna", unit="3-1-302", language="en")
    await holds(house, chen, "steward")
    await says(house, chen, "/welcome")
    shown = await says(house, chen, "垃圾每天早上7点前放到楼下\nen: Rubbish before 7")
    assert shown.startswith("好的，新邻居登记好以后会看到：") and "垃圾" in shown

    for who in (wang, anna, wang):
        await welcomed(house, who)

    seen = [text for text in wang.sees() if text.startswith("🏡 欢迎您，新邻居！\n\n垃圾每天早上7点前放到楼下\n")]
    assert len(seen) == 1 and "会做什么" in seen[0]
    assert anna.reads().startswith("🏡 Welcome, neighbour!\n\nRubbish before 7\n") and "🤲 I can help" in anna.buttons()


async def test_there_is_no_empty_card_and_what_was_written_comes_back_with_a_tap(house: House) -> None:
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await holds(house, chen, "steward")
    await says(house, chen, "/welcome 垃圾放楼下")
    assert (await says(house, chen, "/welcome 删掉")).startswith("好的，不说了。")

    before = wang.sees()
    await welcomed(house, wang)
    assert wang.sees() == before

    await chen.presses("换回原来的")
    await welcomed(house, wang)
    assert "垃圾放楼下" in wang.reads()


async def test_features_add_lines_and_a_button_and_a_night_is_kept(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-1-301")

    async def line(look: Any, person: Any) -> list[str]:
        return ["您的楼栋长：陈建国"]

    choice = Choice("key-ask", "ask.new")
    with_feature(house, Feature("heads", welcome=line, choices={"welcome": (choice,)}))
    house.set_clock(datetime(2026, 11, 28, 23, 0, tzinfo=ZONE))
    await welcomed(house, wang)
    assert "您的楼栋长" not in wang.reads()

    house.set_clock(datetime(2026, 11, 29, 7, 31, tzinfo=ZONE))
    await house.rings()

    assert "您的楼栋长：陈建国\n会做什么" in wang.reads() and wang.buttons() == ["🤲 我能帮", "🙋 求助"]


async def test_only_the_steward_writes_to_newcomers_and_not_at_length(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈建国")
    await holds(house, chen, "steward")

    assert await says(house, wang, "/welcome 广告") == "这个只有维护员能写。"
    assert (await says(house, chen, "/welcome " + "长" * 1001)).startswith("太长了")
    assert await house.db.read.house.value("welcome") is None


# Plain words, pictures, and who is shut out


async def test_a_picture_is_kept_while_we_ask_and_an_album_is_asked_about_once(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/board", to=house.group)  # the group is known from now on
    await house.settles()

    house.sends_photo(wang)
    await house.settles()
    assert wang.buttons() == ["🆘 很急有危险", "🔧 报修", "🙋 求助", "🗣 反映", "☎️ 找谁", "先不用"]
    question = await house.db.read.questions.open(1, (await house.db.read.rooms.private(1, wang.id)).id, 0)
    assert '"kind": "photo"' in question.payload

    await wang.presses("求助")
    assert "📷 拍了张照片" in wang.reads() and wang.buttons()[0] == "✅ 发到群里"


async def test_other_features_join_the_question_what_words_mean(house: House) -> None:
    wang = await house.moves_in("王芳")
    with_feature(house, Feature("more", choices={"plain": (Choice("key-help", "menu.settings", 90),)}))

    await says(house, wang, "灯坏了")

    assert wang.buttons() == ["🆘 很急有危险", "🔧 报修", "🙋 求助", "🗣 反映", "☎️ 找谁", "❓ 怎么用", "先不用"]


@pytest.mark.parametrize(
    ("column", "said"), [("blocked_at", "我现在不能帮您办事。"), ("retired_at", "您的登记已经停了，")]
)
async def test_who_is_shut_out_reads_one_sentence_and_nothing_else(house: House, column: str, said: str) -> None:
    wang = await house.moves_in("王芳")
    await says(house, wang, "/me")
    await house.db.whole(lambda tx: tx.sql.run(f"UPDATE people SET {column} = 1"))  # noqa: S608  # fixed names
    before = len(wang.sees())

    assert (await says(house, wang, "求助 梯子")).startswith(said)
    answer = await wang.presses("求助")

    assert answer and answer["show_alert"] and answer["text"].startswith(said)
    assert len(wang.sees()) == before + 2
    assert await house.db.read.asks.all() == []


async def test_whoever_the_register_put_into_office_has_the_menu_from_the_next_start_on(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    number = await person_id(house, chen)

    async def give(tx: Any) -> None:
        await tx.offices.appoint(number, "building_head", (await tx.places.root()).id, None, 1)

    await house.db.whole(give)
    await house.restarts()

    assert "notice" in [one["command"] for one in house.world.profile.commands[f"chat:{chen.id}|"]]
    told = len(own_menus(house))
    await house.restarts()
    assert len(own_menus(house)) == told
