"""Acting for somebody: the thing says for whom and by whom, and both can go on with it."""

from typing import Any

import pytest

from bot.playground.server.state import BOT
from handlers import home
from handlers.context import Turn
from tests.house import House, Neighbour


async def _acts(house: House, helper: int, whom: str) -> int:
    """A neighbour without Telegram in 3-1-301, and a helper who speaks for her now."""

    async def work(tx: Any) -> int:
        by = await tx.people.by_telegram(helper)
        old = await tx.people.note(whom, "zh", by.id, int(house.clock.seconds()))
        await tx.residents.lives(old.id, await tx.residents.home(by.id), "owner")
        await tx.acting.names(old.id, by.id, 1)
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)
        return int(old.id)

    found: int = await house.db.whole(work)
    return found


async def test_a_helper_asks_for_a_neighbour_without_a_telephone(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    old = await _acts(house, chen.id, "王秀兰")

    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (old, 1)
    assert chen.reads().startswith("🤝 替王秀兰（3栋）办的")
    assert "王秀兰" not in house.in_group()[-1]
    await wang.presses("我有", on=house.group)
    assert "王芳（3栋）有，愿意给您。" in chen.reads()
    await chen.presses("解决了")
    assert [ask.state for ask in await house.db.read.asks.all()] == ["done"]


async def test_two_rows_that_are_one_person_become_one(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王秀兰", unit="3-1-301")
    old = await _acts(house, chen.id, "王秀兰")
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    await house.db.whole(lambda tx: tx.people.merge(old, 2))

    [ask] = await house.db.read.asks.all()
    assert ask.person_id == 2
    assert (await house.db.read.people.get(old)).merged_into == 2
    assert await house.db.read.sql.rows("PRAGMA foreign_key_check") == []
    wang.says("/me")
    await house.settles()
    await wang.presses("1 · 梯子")
    assert "陈建国（3栋）替您办的" in wang.reads()
    await wang.presses("我自己来")
    assert [ask.by_id for ask in await house.db.read.asks.all()] == [None]
    assert "自己接过去了" in chen.reads()


async def test_after_an_hour_of_silence_somebody_speaks_for_themselves_again_and_reads_so(house: House) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _acts(house, chen.id, "王秀兰")
    await house.later(minutes=61)

    chen.says("求助 梯子")
    await house.settles()

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (1, None)
    assert any("现在您是替自己说话" in text for text in chen.sees())


async def _head(house: House, who: Neighbour, building: str = "3栋") -> None:
    async def work(tx: Any) -> None:
        place = next(place.id for place in await tx.places.all() if place.name == building)
        await tx.offices.appoint((await tx.people.by_telegram(who.id)).id, "building_head", place, None, 1)

    await house.db.whole(work)


def _link(who: Neighbour) -> str:
    """The payload of the newest link in somebody's private chat."""
    said = next(text for text in reversed(who.sees()) if "start=" in text)
    return said.partition("start=")[2].split()[0]


async def _named(house: House) -> tuple[Neighbour, Neighbour]:
    """李桂兰 lets her daughter in another city act for her."""
    await house.bind_group()
    li = await house.moves_in("李桂兰", unit="3-1-102")
    [number] = house.world.add_people([{"first_name": "王梅", "language_code": "zh-hans"}])
    daughter = house.neighbour(number, "王梅")
    li.says("帮我的人")
    await house.settles()
    await li.presses("请家里人帮我")
    daughter.starts(_link(li))
    await house.settles()
    return li, daughter


async def test_a_daughter_in_another_city_acts_for_her_mother_after_two_taps(house: House) -> None:
    li, daughter = await _named(house)

    assert "李桂兰（3栋）想请您帮忙" in daughter.reads()
    await daughter.presses("我愿意")
    assert "王梅答应了" in li.reads()
    await daughter.presses("🤝 替")
    daughter.says("求助 轮椅")
    await house.settles()
    await daughter.presses("发到群里")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (1, 2)
    assert "王梅替您办的" in li.reads()
    await li.presses("不用了")
    assert [ask.state for ask in await house.db.read.asks.all()] == ["withdrawn"]


async def test_what_was_given_by_one_tap_is_taken_back_by_one_tap_at_once(house: House) -> None:
    li, daughter = await _named(house)
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")

    li.says("/helpers")
    await house.settles()
    await li.presses("收回 王梅")
    daughter.says("求助 轮椅")
    await house.settles()

    assert [ask.person_id for ask in await house.db.read.asks.all()] == []
    assert "李桂兰收回了代办" in "".join(daughter.sees())


async def test_a_helpers_link_works_once_and_not_for_oneself(house: House) -> None:
    li, daughter = await _named(house)
    chen = await house.moves_in("陈明")
    li.starts(_link(li))
    await house.settles()
    assert li.reads().startswith("这个链接是给您家里人的")
    await daughter.presses("我愿意")

    chen.starts(_link(li))
    await house.settles()

    assert chen.reads().startswith("这个码已经用过了")
    assert await house.db.read.acting.helpers_of(1) == [2]


async def test_a_forged_link_lets_nobody_act_and_whoever_guesses_is_held_back(house: House) -> None:
    await _named(house)
    thief = await house.moves_in("小偷")

    for _ in range(6):
        thief.starts("helper_1_000000000000")
        await house.settles()

    assert thief.reads().startswith("试错了好几次")
    await thief.pushes("acting_begin_1", house.posts(thief.id, "bot")[-1].id)
    assert await house.db.read.acting.acts_for(3) == (None, 0)


async def test_a_head_writes_down_a_neighbour_without_a_telephone_with_her_consent(house: House) -> None:
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await _head(house, chen)

    chen.says("代办")
    await house.settles()
    await chen.presses("记一位没手机的邻居")
    chen.says("王秀兰 3-1-301")
    await house.settles()
    assert "王秀兰 · 3栋1单元301" in chen.reads()
    await chen.presses("本人同意")
    await chen.presses("🤝 替")
    chen.says("求助 一袋米")
    await house.settles()
    await chen.presses("发到群里")
    await wang.presses("我有", on=house.group)

    [ask] = await house.db.read.asks.all()
    noted = await house.db.read.people.get(ask.person_id or 0)
    assert (noted.name, noted.telegram_id) == ("王秀兰", None)
    assert ask.by_id == 1
    assert "王秀兰" not in wang.reads()  # to the one who has it, once both agreed
    chen.says("换回自己")
    await house.settles()
    assert house.keyboard(chen)[0] == "🙋 求助"


async def test_a_neighbour_is_written_down_by_the_pad_without_a_typed_door(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    chen.says("/for")
    await house.settles()
    await chen.presses("记一位没手机的邻居")
    chen.says("王秀兰")
    await house.settles()

    await chen.presses("1单元")
    await chen.presses("301")
    await chen.presses("本人同意")

    assert chen.reads().startswith("王秀兰 3-1-301")


@pytest.mark.parametrize("said", ["代办 王秀", "/for 3-1-301 王秀兰", "act for 王秀兰"])
async def test_a_neighbour_is_found_by_name_or_door(house: House, said: str) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    await _noted(house, "王秀兰")

    chen.says(said)
    await house.settles()

    assert chen.reads().startswith("王秀兰 3-1-301")


async def _noted(house: House, name: str) -> None:
    async def work(tx: Any) -> None:
        person = await tx.people.note(name, None, 1, 1)
        await tx.residents.lives(person.id, await tx.residents.home(1), "family")

    await house.db.whole(work)


async def test_who_holds_no_office_writes_nobody_down_and_acts_for_nobody(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-1-301")
    await _noted(house, "王秀兰")

    wang.says("代办 王秀兰")
    await house.settles()
    nobody = wang.reads()
    answer = await wang.pushes("acting_note", house.posts(wang.id, "bot")[-1].id)

    assert nobody.startswith("没找到这位邻居")
    assert answer and "楼栋长" in answer["text"]


async def test_a_head_acts_only_where_the_office_is(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await house.moves_in("刘洋", unit="5-1-101")
    await _head(house, chen)

    answer = await chen.pushes("acting_begin_2", 1)

    assert answer and answer["text"].startswith("这位邻居没有请您代办")


async def test_in_a_group_nothing_of_it_is_said(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)

    chen.says("/for 王秀兰", to=house.group)
    await house.settles()

    assert house.in_group()[-1] == "代办的事我们私下说。"


async def test_english_helpers_read_english(english_house: House) -> None:
    house = english_house
    await house.bind_group()
    anna = await house.moves_in("Anna", unit="3-1-102", language="en")
    [number] = house.world.add_people([{"first_name": "Boris", "language_code": "en"}])
    boris = house.neighbour(number, "Boris")
    anna.says("my helpers")
    await house.settles()
    await anna.presses("Ask somebody to help")
    boris.starts(_link(anna))
    await house.settles()

    await boris.presses("I will")

    assert "Boris said yes" in anna.reads()


async def _tells_head(house: House, who: Neighbour, title: str, place: str) -> None:
    async def work(tx: Any) -> None:
        found = next(one.id for one in await tx.places.all() if one.name == place)
        await tx.offices.appoint((await tx.people.by_telegram(who.id)).id, title, found, None, 1)

    await house.db.whole(work)


async def test_an_office_that_does_not_act_for_neighbours_sees_none_of_them(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _tells_head(house, chen, "property_manager", "锦江苑")
    await _noted(house, "王秀兰")

    chen.says("代办")
    await house.settles()

    assert not any("王秀兰" in label or "记一位" in label for label in chen.buttons())


async def test_a_head_reads_and_acts_for_nobody_who_has_telegram(house: House) -> None:
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await _head(house, chen)

    chen.says("代办 王芳")
    await house.settles()
    answer = await chen.pushes("acting_begin_2", house.posts(chen.id, "bot")[-1].id)

    assert chen.reads().startswith("没找到这位邻居")
    assert answer and answer["text"].startswith("这位邻居没有请您代办")
    assert wang.sees()[-1] == wang.reads()


async def test_a_helper_whose_right_was_taken_back_cannot_go_on_with_what_was_opened(house: House) -> None:
    li, daughter = await _named(house)
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")
    daughter.says("求助 轮椅")
    await house.settles()
    await daughter.presses("发到群里")
    message = house.posts(daughter.id, "bot")[-1].id

    li.says("/helpers")
    await house.settles()
    await li.presses("收回 王梅")
    answer = await daughter.pushes("ask_withdraw_1", message)

    [ask] = await house.db.read.asks.all()
    assert (ask.state, ask.person_id, ask.by_id) == ("open", 1, None)
    assert answer and answer["text"].startswith("没找到这条求助")


async def test_a_helper_reads_that_it_was_taken_back_before_speaking_on(house: House) -> None:
    li, daughter = await _named(house)
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")
    li.says("/helpers")
    await house.settles()
    await li.presses("收回 王梅")

    daughter.says("/me")
    await house.settles()

    assert any("或者对方收回了。现在您是替自己说话" in text for text in daughter.sees())
    assert house.keyboard(daughter)[0] == "🙋 求助"


async def test_whose_office_ended_does_not_go_on_with_a_neighbours_plea(house: House) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()
    await chen.presses("🤝 替")
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET until = 1"))
    answer = await chen.pushes("ask_correct_1", house.posts(chen.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("这个按钮是给求助的邻居的")


async def test_who_was_head_reads_nothing_more_of_what_they_asked_for_a_neighbour(house: House) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()
    await chen.presses("🤝 替")
    chen.says("求助 梯子 她腰疼得下不了床")
    await house.settles()
    await chen.presses("发到群里")
    assert "下不了床" in "".join(chen.sees())

    await house.db.whole(lambda tx: _steps_down(house, tx))
    house.community.delivery.woken.set()
    await house.settles()

    assert "这件现在不由您办了，辛苦您。\n梯子" in chen.sees() and "下不了床" not in "".join(shown_by_us(chen))
    await chen.pushes("ask_open_1", house.posts(chen.id, "bot")[-1].id)
    assert chen.reads().startswith("这件现在不由您办了")


async def test_what_a_former_head_asked_for_a_neighbour_without_a_telephone_is_the_next_heads(house: House) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    wu = await house.moves_in("吴婷", unit="3-1-302")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()
    await chen.presses("🤝 替")
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")
    await _head(house, wu)

    await house.db.whole(lambda tx: _steps_down(house, tx))
    house.community.delivery.woken.set()
    await house.settles()

    assert "梯子" in wu.reads() and "替王秀兰" in wu.reads()
    [ask] = await house.db.read.asks.all()
    assert ask.by_id == (await house.db.read.people.by_telegram(wu.id)).id


def shown_by_us(who: Neighbour) -> list[str]:
    """What the bot's messages say now, without what they typed themselves."""
    return [post.body.get("text", "") for post in who.house.posts(who.id, "bot") if post.sender == BOT]


async def _steps_down(house: House, tx: Any) -> None:
    """The first office there is ends, as whoever gave it ends it."""
    office = (await tx.offices.of(1))[0]
    at = int(house.clock.seconds())
    await tx.offices.ends(office.id, at)
    await home.holds_another_office(Turn(tx, at, at, house.community.house), 1, office.place_id)


async def test_nobody_acts_for_somebody_who_died(house: House) -> None:
    _li, daughter = await _named(house)
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")
    await house.db.whole(lambda tx: tx.sql.run("UPDATE people SET retired_at = 1 WHERE id = 1"))

    daughter.says("求助 轮椅")
    await house.settles()
    daughter.says("/for")
    await house.settles()

    assert [ask.person_id for ask in await house.db.read.asks.all() if ask.person_id == 1] == []
    assert "现在没有请您代办的邻居" in daughter.reads()


async def test_a_link_is_worth_nothing_for_oneself_or_once_its_sender_is_gone(house: House) -> None:
    li, daughter = await _named(house)
    code, proof = _link(li).split("_")[1:]

    own = await li.pushes(f"acting_yes_{code}_{proof}", house.posts(li.id, "bot")[-1].id)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE codes SET issued_by = NULL"))  # forgotten
    late = await daughter.pushes(f"acting_yes_{code}_{proof}", house.posts(daughter.id, "bot")[-1].id)

    assert own and own["text"].startswith("这个链接是给您家里人的")
    assert late and late["text"].startswith("这个码过期了")
    assert await house.db.read.acting.helpers_of(1) == []


async def test_a_head_names_the_daughter_of_a_neighbour_without_telephone_but_a_helper_names_nobody(
    house: House,
) -> None:
    await house.bind_group()
    chen = await house.moves_in("陈建国", unit="3-1-301")
    [number] = house.world.add_people([{"first_name": "王梅", "language_code": "zh-hans"}])
    daughter = house.neighbour(number, "王梅")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()
    await chen.presses("🤝 替")
    chen.says("帮我的人")
    await house.settles()
    await chen.presses("请家里人帮我")
    daughter.starts(_link(chen))
    await house.settles()

    assert "王秀兰（3栋）想请您帮忙" in daughter.reads()
    await daughter.presses("我愿意")

    old = 2
    assert await house.db.read.acting.helpers_of(old) == [3]
    assert any("王梅答应了" in text for text in chen.sees())
    await daughter.presses("🤝 替")
    daughter.says("帮我的人")
    await house.settles()
    assert daughter.reads() == "请谁帮忙，要这位邻居自己定。"


async def test_a_neighbour_is_written_down_only_at_a_door_and_without_a_number(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    chen.says("/for")
    await house.settles()
    await chen.presses("记一位没手机的邻居")
    chen.says("王秀兰 13800138000")
    await house.settles()
    chen.says("3栋")
    await house.settles()

    assert chen.reads().startswith("这位邻居住哪里？")
    building = next(place.id for place in await house.db.read.places.all() if place.name == "3栋")
    answer = await chen.pushes(f"acting_agreed_{building}", house.posts(chen.id, "bot")[-1].id)
    await chen.presses("1单元")
    await chen.presses("301")

    assert answer and answer["text"].startswith("这里不是您负责的")
    assert chen.reads().startswith("王秀兰 · 3栋1单元301")


async def test_a_neighbour_head_writes_down_neighbours_of_the_group_by_button_and_by_word(house: House) -> None:
    chen, _ = await house.moves_in("陈建国", "王芳", unit="3-1-301")

    async def gather(tx: Any) -> None:
        group = await tx.places.add((await tx.places.root()).id, "neighbours", "春风组")
        await tx.places.gathers(group, [await tx.residents.home(1)])
        await tx.offices.appoint(1, "neighbour_head", group, None, 1)

    await house.db.whole(gather)
    for said in ("王秀兰", "王秀兰 3-1-301"):
        chen.says("/for")
        await house.settles()
        await chen.presses("记一位没手机的邻居")
        chen.says(said)
        await house.settles()
        if said == "王秀兰":
            await chen.presses("3-1-301")
        assert chen.reads().startswith("王秀兰 · 3栋1单元301")


async def test_who_answers_for_two_places_chooses_first_and_finds_back(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await house.moves_in("王芳", unit="5-1-101")
    await _head(house, chen)
    await _head(house, chen, "5栋")
    chen.says("/for")
    await house.settles()
    await chen.presses("记一位没手机的邻居")
    chen.says("王秀兰")
    await house.settles()

    await chen.presses("5栋")
    await chen.presses("锦江苑")
    await chen.presses("5栋")
    await chen.presses("1单元")
    await chen.presses("101")

    assert chen.reads().startswith("王秀兰 · 5栋1单元101")


async def test_only_the_account_of_who_tapped_is_shown(house: House) -> None:
    li, daughter = await _named(house)
    wang = await house.moves_in("王芳")
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")
    daughter.says("求助 轮椅")
    await house.settles()
    await daughter.presses("发到群里")
    await wang.presses("我有", on=house.group)

    await daughter.presses("好，谢谢")

    answer = await li.pushes("ask_show-account_1_3", house.posts(li.id, "bot")[-1].id)
    await daughter.presses("让对方联系我")
    await li.presses("我自己来")

    assert answer and answer["text"].startswith("这件是替您办的人在联系")
    [ask] = await house.db.read.asks.all()
    assert (ask.by_id, [giver.asker_shown for giver in ask.givers]) == (None, [False])
    assert not house.links_to(li.id, wang)


async def test_the_page_about_a_neighbour_says_whether_i_speak_for_them(house: House) -> None:
    chen = await house.moves_in("陈建国", unit="3-1-301")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()

    await chen.presses("🤝 替")
    assert any("换回我自己" in label for post in house.posts(chen.id, "bot") for row in house.rows(post) for label in
               [button["text"] for button in row])  # fmt: skip
    await chen.presses("换回我自己")

    labels = [button["text"] for post in house.posts(chen.id, "bot") for row in house.rows(post) for button in row]
    assert any(label.startswith("🤝 替") for label in labels) and "↩️ 换回我自己" not in labels


async def _speaks_for_wang(house: House) -> tuple[Neighbour, Neighbour, int]:
    """A head who speaks for 王秀兰, who has no telephone; 王芳 is a neighbour who may have things."""
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    await _head(house, chen)
    await _noted(house, "王秀兰")
    chen.says("代办 王秀兰")
    await house.settles()
    await chen.presses("🤝 替")
    return chen, wang, 3


async def test_every_step_of_asking_is_open_to_who_acts_for_a_neighbour_without_telephone(house: House) -> None:
    chen, wang, old = await _speaks_for_wang(house)
    await house.later(minutes=20)
    chen.says("求助 梯子，我腿疼够不着")
    await house.settles()
    await chen.presses("更多")
    await chen.presses("一周")
    await chen.presses("改一改")
    chen.says("长梯子")
    await house.settles()
    await chen.presses("发到群里")
    await wang.presses("我有", on=house.group)
    await chen.presses("好，谢谢")
    await chen.presses("也给对方看")
    await chen.presses("让对方联系我")
    await chen.presses("没拿到")
    await wang.presses("我有", on=house.group)
    await chen.presses("解决了")
    await chen.presses("点错了")
    await chen.presses("解决了")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id, ask.state, ask.thing) == (old, 1, "done", "长梯子")
    assert "3栋的邻居说解决了" in wang.reads()
    assert not any("王秀兰" in text or "301" in text or "腿" in text for text in house.in_group())
    journal = [str(tuple(row)) for row in await house.db.read.sql.rows("SELECT * FROM journal WHERE thing = 'ask_1'")]
    assert len(journal) > 5
    assert all("梯" not in row and "王" not in row and "腿" not in row for row in journal)


async def test_who_acts_for_a_neighbour_gives_for_them_too(house: House) -> None:
    chen, wang, old = await _speaks_for_wang(house)
    wang.says("求助 糯米", to=house.group)
    await house.settles()

    chen.says("我有")
    await house.settles()
    assert "王秀兰（3栋）有，愿意给您" in wang.reads()
    await chen.presses("给不了")

    [ask] = await house.db.read.asks.all()
    assert (ask.state, [(one.person_id, one.by_id, one.state) for one in ask.givers]) == ("open", [(old, 1, "left")])
    assert wang.reads().startswith("王秀兰这次给不了。")


async def test_my_list_says_what_i_do_for_somebody_else(house: House) -> None:
    chen, _wang, _old = await _speaks_for_wang(house)
    chen.says("求助 梯子")
    await house.settles()
    await chen.presses("发到群里")

    chen.says("换回自己")
    await house.settles()
    chen.says("/me")
    await house.settles()

    assert "🙋 梯子 · 还没人接 · 替人办的" in chen.reads()


async def test_what_is_said_in_a_group_while_acting_is_ones_own(house: House) -> None:
    chen, _wang, _old = await _speaks_for_wang(house)

    chen.says("求助 梯子", to=house.group)
    await house.settles()

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (1, None)


async def test_two_who_open_one_helpers_link_at_once_are_one_helper(house: House) -> None:
    li, daughter = await _named(house)
    son = await house.moves_in("李强")
    code, proof = _link(li).split("_")[1:]

    for one in (daughter, son):
        await one.pushes(f"acting_yes_{code}_{proof}", house.posts(one.id, "bot")[-1].id)

    assert await house.db.read.acting.helpers_of(1) == [2]


async def test_while_one_of_the_two_can_be_told_the_group_is_not_asked_to_press_start(house: House) -> None:
    li, daughter = await _named(house)
    await daughter.presses("我愿意")
    await daughter.presses("🤝 替")
    daughter.says("求助 轮椅")
    await house.settles()
    await daughter.presses("发到群里")

    house.world.private(daughter.id).blocked = True
    await house.db.whole(lambda tx: tx.people.unreachable(2, 1))
    wang = await house.moves_in("王芳")
    await wang.presses("我有", on=house.group)

    assert "王芳有，愿意给您" in li.reads()
    assert not any("我是求助的人" in label for label in house.buttons_in_group())


async def test_ones_own_page_says_who_helps_and_whom_one_helps(house: House) -> None:
    mother, daughter = await house.moves_in("王秀兰", "陈静", unit="3-1-301")
    await house.db.whole(lambda tx: tx.acting.names(1, 2, 1))

    for who, line in ((mother, "👪 帮您的人：陈静"), (daughter, "🤝 您帮王秀兰办事")):
        who.says("我的")
        await house.settles()
        assert line in who.reads() and "⚙️ 设置" in who.buttons()


async def test_a_new_helper_asks_for_her_mother_with_one_tap_right_after_saying_yes(house: House) -> None:
    _, daughter = await _named(house)
    await daughter.presses("我愿意")
    assert daughter.buttons()[:2] == ["🙋 替李桂兰求助", "🤝 替李桂兰办"]

    await daughter.presses("🙋 替李桂兰求助")
    assert daughter.reads().startswith("替李桂兰要什么？")
    await daughter.presses("退烧药")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id) == (1, 2)


async def test_who_asks_for_something_is_offered_whom_they_help(house: House) -> None:
    _, daughter = await _named(house)
    await daughter.presses("我愿意")
    daughter.says("🙋 求助")
    await house.settles()
    assert daughter.buttons()[-1] == "🙋 替李桂兰求助"
    [own] = [post for post in house.posts(daughter.id, "bot") if "您想要什么" in post.body.get("text", "")]

    await daughter.presses("🙋 替李桂兰求助", containing="您想要什么")
    assert any("现在您替李桂兰办事" in text for text in daughter.sees())
    assert daughter.reads().startswith("替李桂兰要什么？") and "🙋 替李桂兰求助" not in daughter.buttons()
    assert house.rows(own) == []
    await daughter.presses("一把梯子")
    await daughter.presses("发到群里")

    [ask] = await house.db.read.asks.all()
    assert (ask.person_id, ask.by_id, ask.state) == (1, 2, "open")


async def test_who_helps_nobody_is_offered_nobody_and_cannot_take_it(house: House) -> None:
    li, _ = await _named(house)
    wang = await house.moves_in("王芳")
    wang.says("🙋 求助")
    await house.settles()
    assert not any("替" in label for label in wang.buttons())

    answer = await wang.pushes("acting_need_1", house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["text"].startswith("这位邻居没有请您代办。")
    assert await house.db.read.asks.all() == [] and "办事" not in wang.reads()
    assert li.reads()


async def _group_at(house: House, name: str, *members: Neighbour) -> None:
    """A group of a building, in which these are."""
    chat = house.world.add_group(f"{name}邻居", [one.id for one in members], bot="administrator")

    async def bind(tx: Any) -> None:
        room = await tx.rooms.open(chat, 0, f"{name}邻居")
        await tx.rooms.belongs_to(room.id, next(one.id for one in await tx.places.all() if one.name == name))
        for one in members:
            await tx.rooms.joins(room.id, (await tx.people.by_telegram(one.id)).id)

    await house.db.whole(bind)


async def test_a_plea_for_somebody_goes_to_their_groups_and_not_to_their_helpers(house: House) -> None:
    await house.bind_group()
    mei, _ = await house.moves_in("王梅", unit="5-1-101"), await house.moves_in("王芳", unit="3-1-301")
    await _group_at(house, "5栋", mei)
    await _group_at(house, "3栋")

    async def mother(tx: Any) -> None:
        by = await tx.people.by_telegram(mei.id)
        old = await tx.people.note("王秀兰", "zh", by.id, 1)
        home = next(one.id for one in await tx.places.all() if one.name == "301")
        await tx.residents.lives(old.id, home, "owner")
        await tx.acting.names(old.id, by.id, 1)
        await tx.acting.act_for(by.id, old.id, int(house.clock.seconds()) + 3600)

    await house.db.whole(mother)
    mei.says("求助 梯子")
    await house.settles()

    await mei.presses("更多")
    assert "改发到“3栋邻居”" in mei.buttons() and "改发到“5栋邻居”" not in mei.buttons()
    await mei.presses("改发到“3栋邻居”")
    await mei.presses("发到群里")
    [ask] = await house.db.read.asks.all()
    assert (await house.db.read.rooms.get(ask.room_id)).title == "3栋邻居"


async def test_my_helpers_are_one_tap_away_before_there_is_any(house: House) -> None:
    li = await house.moves_in("李桂兰", unit="3-1-102")
    li.says("📋 我的")
    await house.settles()

    await li.presses("👪 帮我的人")

    assert li.reads().startswith("还没有人替您办事。") and li.buttons() == ["➕ 请家里人帮我"]
