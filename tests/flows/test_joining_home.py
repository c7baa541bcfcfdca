"""At home: who is here, who speaks for us, moving out, somebody nobody knows, somebody who died."""

from typing import Any

import pytest

from tests.flows.joining import at_home, built, comes, door_code, head_of, holds, noted, place, verbs
from tests.house import House, Neighbour


async def says(house: House, who: Neighbour, text: str) -> None:
    who.says(text)
    await house.settles()


async def test_my_home_shows_who_is_here_and_who_speaks_for_us(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await noted(house, "王奶奶", "3栋2单元501", "family")

    await says(house, wang, "我家")
    assert wang.reads().startswith("🏠 3栋2单元501\n\n王芳 · 业主\n陈明 · 业主\n王奶奶 · 业主家人 · 没有手机")
    await wang.presses("我当户代表")

    assert "王芳 · 业主 · 户代表" in wang.reads()
    await says(house, chen, "/home")
    assert "我当户代表" not in chen.buttons()


async def test_who_speaks_for_the_home_hands_it_over_and_nobody_takes_it(house: House) -> None:
    wang, chen, li = await house.moves_in("王芳", "陈明", "李静", unit="3-2-501")
    await says(house, wang, "我家")
    await wang.presses("我当户代表")
    home = await place(house, "3栋2单元501")

    grab = await li.pushes(f"home_speak_{home}_3", 1)
    assert grab and grab["text"].startswith("您家已经有户代表了")
    await wang.presses("陈明")
    await wang.presses("请 TA 当户代表")

    household = await house.db.read.residents.household(home)
    assert [one.person_id for one in household if one.speaks] == [2]
    await says(house, chen, "我家")
    assert "陈明 · 业主 · 户代表" in chen.reads()


async def test_a_head_sets_who_speaks_and_sees_any_door_of_theirs(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.moves_in("刘洋", unit="5-1-101")
    chen = await head_of(house)

    await says(house, chen, "我家 3-2-501")
    await chen.presses("王芳")
    await chen.presses("请 TA 当户代表")
    await says(house, chen, "我家 5-1-101")

    assert chen.reads().startswith("这不是您家，也不归您管。")
    await says(house, wang, "我家")
    assert "户代表" in wang.reads()


async def test_moved_out_by_one_tap_and_for_a_day_back_by_another(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await says(house, wang, "我家")

    await wang.presses("我搬走了")
    assert await at_home(house, wang) == []
    assert "名字拿下来了" in wang.reads()
    await wang.presses("点错了，还住这里")
    assert await at_home(house, wang) == [("3栋2单元501", "owner", "register")]

    await wang.presses("我搬走了")
    post, data = house.button(wang.id, "bot", "点错了")
    await house.later(days=1, minutes=1)
    late = await wang.pushes(data, post.id)
    assert late and late["text"] == "搬走过了一天，请重新登记一次。"
    assert await verbs(house, "home.") == ["home.left", "home.back", "home.left"]


async def test_a_wrong_confirmation_is_undone_kindly_and_what_they_opened_stays(house: House) -> None:
    await house.bind_group()
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts(await door_code(house, "3栋2单元501"))
    await house.settles()
    await li.presses("租户")
    await says(house, li, "求助 梯子")
    await li.presses("发到群里")

    await says(house, chen, "我家 3-2-501")
    await chen.presses("李桂兰")
    await chen.presses("撤回这次确认")

    assert await at_home(house, li) == []
    assert "您发过的事都还在" in li.reads()
    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    post = house.posts(li.id, "bot")[-1]
    back = await li.pushes(f"home_back_{await place(house, '3栋2单元501')}", post.id)
    assert back and back["show_alert"]  # only the head puts them back
    assert await at_home(house, li) == []


async def test_somebody_the_register_names_and_nobody_knows_is_looked_at_by_the_head(house: House) -> None:
    wang, _ = await house.moves_in("王芳", "陌生人", unit="3-2-501")
    chen = await head_of(house)
    await says(house, wang, "我家")
    await wang.presses("陌生人")

    answer = await wang.presses("不认识这个人")
    assert answer and answer["text"] == "知道了，我请楼栋长来看。"
    await chen.presses("认识，留着")

    assert "他认识陌生人，先留着" in wang.reads()
    assert len(await house.db.read.residents.household(await place(house, "3栋2单元501"))) == 2


async def test_who_died_is_laid_to_rest_quietly_with_the_heads_tap_and_can_be_put_back(house: House) -> None:
    wang, li = await house.moves_in("王芳", "李桂兰", unit="3-2-501")
    chen = await head_of(house)
    await says(house, wang, "我家")
    await wang.presses("李桂兰")
    before = len(li.sees())

    await wang.presses("过世了")
    assert "王芳说李桂兰过世了" in chen.reads()
    await chen.presses("把名字轻轻拿下")

    assert "我们记着这位邻居" in chen.reads()
    person = await house.db.read.people.get(2)
    assert person.retired and not person.reachable
    await says(house, wang, "我家")
    assert "李桂兰" not in wang.reads()
    assert len(li.sees()) == before
    await chen.presses("弄错了，放回名单")
    assert not (await house.db.read.people.get(2)).retired


async def test_a_head_lays_a_neighbour_without_a_telephone_to_rest_at_once(house: House) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    chen = await head_of(house)
    old = await noted(house, "王奶奶", "3栋2单元501", "family")
    await says(house, chen, "我家 3栋2单元501")
    await chen.presses("王奶奶")

    await chen.presses("过世了")

    assert (await house.db.read.people.get(old)).retired
    assert "我们记着这位邻居" in chen.reads()


@pytest.mark.parametrize("door", ["home_unknown", "home_gone", "home_speak"])
async def test_a_neighbour_from_elsewhere_changes_nothing_in_a_home(house: House, door: str) -> None:
    await house.moves_in("王芳", unit="3-2-501")
    liu = await house.moves_in("刘洋", unit="5-1-101")
    home = await place(house, "3栋2单元501")

    answer = await liu.pushes(f"{door}_{home}_1", 1)

    assert answer and answer["show_alert"]
    assert await verbs(house, "home.") == []


async def test_several_homes_are_several_cards_and_a_newcomer_reads_who_to_turn_to(house: House) -> None:
    await built(house)
    await head_of(house)
    wang = await house.moves_in("王芳", unit="3-2-501")
    wang.starts(await door_code(house, "3栋1单元101"))
    await house.settles()
    await wang.presses("租户")
    assert "👋 这里的事找陈建国" in wang.reads()

    await says(house, wang, "我家")

    cards = wang.sees()[-2:]
    assert sorted(text.splitlines()[0] for text in cards) == ["🏠 3栋1单元101", "🏠 3栋2单元501"]


async def test_a_head_registers_a_neighbour_without_a_telephone_by_acting_for_them(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    old = await noted(house, "王秀兰", "3栋1单元101")

    async def act(tx: Any) -> None:
        by = await tx.people.by_telegram(chen.id)
        await tx.acting.act_for(by.id, old, int(house.clock.seconds()) + 3600)

    await house.db.whole(act)
    await says(house, chen, "登记 3-2-501")
    await chen.presses("我是业主")
    assert chen.reads().startswith("🏠 有位邻居来登记：") or "替王秀兰" in chen.reads()
    await chen.presses("✅ 认识")

    homes = {one.place_id for one in await house.db.read.residents.homes(old)}
    assert homes == {await place(house, "3栋1单元101"), await place(house, "3栋2单元501")}


async def test_what_led_nowhere_is_let_go_after_thirty_days(house: House) -> None:
    await built(house)
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await li.presses("我是业主")
    await says(house, li, "3-2-501")
    await chen.presses("不认识…")
    await chen.presses("不认识这个人")
    at = int(house.clock.seconds())

    assert await house.db.whole(lambda tx: tx.joins.prune(at)) == 0
    assert await house.db.whole(lambda tx: tx.joins.prune(at + 1)) == 1


async def test_a_head_who_moved_out_is_one_for_a_day_longer_and_whoever_gave_it_reads_that_it_is_free(
    house: House,
) -> None:
    await built(house)
    zhou, chen = await house.moves_in("周文华"), await house.moves_in("陈建国", unit="3-2-502")

    async def appoint(tx: Any) -> None:
        giver, head = await tx.people.by_telegram(zhou.id), await tx.people.by_telegram(chen.id)
        place = next(one.id for one in await tx.places.all() if one.name == "3栋")
        await tx.offices.appoint(head.id, "building_head", place, giver.id, 1)
        await tx.offices.appoint(head.id, "social_worker", (await tx.places.root()).id, giver.id, 1)

    await house.db.whole(appoint)
    chen.says("我家")
    await house.settles()
    await chen.presses("我搬走了")

    async def held(read: Any) -> list[str]:
        return [office.title for office in await read.offices.of((await read.people.by_telegram(chen.id)).id)]

    assert await held(house.db.read) == ["building_head", "social_worker"]
    await house.later(days=1, minutes=1)

    assert await held(house.db.read) == ["social_worker"]
    assert any("3栋的楼栋长空出来了" in text for text in zhou.sees())


async def test_who_comes_back_speaks_for_the_household_again_unless_somebody_else_does(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")
    await says(house, wang, "我家")
    await wang.presses("我当户代表")

    await wang.presses("我搬走了")
    await wang.presses("点错了，还住这里")
    assert "王芳 · 业主 · 户代表" in wang.reads()

    await wang.presses("我搬走了")
    await says(house, chen, "我家")
    await chen.presses("我当户代表")
    await wang.presses("点错了，还住这里")

    assert "陈明 · 业主 · 户代表" in wang.reads() and "王芳 · 业主 · 户代表" not in wang.reads()


async def test_whoever_was_laid_to_rest_by_mistake_speaks_for_the_household_again(house: House) -> None:
    wang, li = await house.moves_in("王芳", "李桂兰", unit="3-2-501")
    chen = await head_of(house)
    await says(house, li, "我家")
    await li.presses("我当户代表")
    await says(house, wang, "我家")
    await wang.presses("李桂兰")
    await wang.presses("过世了")

    await chen.presses("把名字轻轻拿下")
    await says(house, wang, "我家")
    assert "您家还没有户代表" in wang.reads() and "🙋 我当户代表" in wang.buttons()
    await chen.presses("弄错了，放回名单")

    await says(house, wang, "我家")
    assert "李桂兰 · 业主 · 户代表" in wang.reads()


async def test_what_a_household_asks_goes_one_level_up_after_two_days(house: House) -> None:
    wang, _ = await house.moves_in("王芳", "陌生人", unit="3-2-501")
    stair = await head_of(house, "李单元", "3栋2单元", "stair_head")
    chen = await head_of(house)
    await says(house, wang, "我家")
    await wang.presses("陌生人")
    await wang.presses("不认识这个人")
    assert "王芳" in stair.reads() and "陌生人" not in str(chen.sees())

    await house.later(days=2, minutes=1)

    assert "陌生人" in chen.reads()
    assert wang.reads() == "3栋2单元501的事 2 天没人看，我又问了上一级。"
    await chen.presses("认识，留着")
    before = len(chen.sees())
    await house.later(days=2, minutes=1)
    assert len(chen.sees()) == before and await verbs(house, "home.climbed") == ["home.climbed"]


async def test_what_a_household_asks_passes_over_a_head_whom_nothing_reaches(house: House) -> None:
    wang, _ = await house.moves_in("王芳", "陌生人", unit="3-2-501")
    stair = await head_of(house, "李单元", "3栋2单元", "stair_head")
    chen = await head_of(house)
    house.world.private(stair.id).blocked = True
    await says(house, wang, "我家")
    await wang.presses("陌生人")

    await wang.presses("不认识这个人")

    assert "陌生人" in chen.reads()


async def test_a_death_climbs_without_a_word_to_the_family(house: House) -> None:
    wang, _ = await house.moves_in("王芳", "李桂兰", unit="3-2-501")
    await head_of(house, "李单元", "3栋2单元", "stair_head")
    chen = await head_of(house)
    await says(house, wang, "我家")
    await wang.presses("李桂兰")
    await wang.presses("过世了")
    before = len(wang.sees())

    await house.later(days=2, minutes=1)

    assert "王芳说李桂兰过世了" in chen.reads() and len(wang.sees()) == before


async def test_who_waits_for_a_head_is_told_when_the_office_is_handed_over_and_back(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await house.moves_in("陌生人", unit="3-2-501")
    heir = await house.moves_in("赵敏", unit="3-1-301")
    chen = await head_of(house)
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await says(house, li, "登记 3-1-301")
    await li.presses("我是业主")
    await says(house, wang, "我家")
    await wang.presses("陌生人")
    await wang.presses("不认识这个人")

    await says(house, chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("交给别人")
    await chen.presses("赵敏")
    await heir.presses("✅ 我愿意")

    assert "3栋1单元301的登记，现在等赵敏点头。" in li.sees()
    assert "您说的3栋2单元501的事，现在由赵敏来看。" in wang.sees()
    assert any("已经送到赵敏那里" in text for text in li.sees())
    assert any("连同没办完的2件事" in text for text in chen.sees())
    assert any("陌生人" in text for text in heir.sees()) and any("李桂兰" in text for text in heir.sees())

    await says(house, chen, "职务")
    await chen.presses("还做楼栋长")
    assert "3栋1单元301的登记，现在等陈建国点头。" in li.sees()
    await heir.pushes("join_confirm_1", 1)
    assert await at_home(house, li) == []


async def test_what_waits_elsewhere_stays_where_it_is(house: House) -> None:
    heir = await house.moves_in("赵敏", unit="3-1-301")
    await house.moves_in("刘洋", unit="5-1-101")
    chen = await head_of(house)
    await holds(house, heir, "building_head", "5栋")
    li = comes(house, "李桂兰")
    li.starts()
    await house.settles()
    await says(house, li, "登记 5-1-101")
    await li.presses("我是业主")
    before = len(li.sees())

    await says(house, chen, "职务")
    await chen.presses("楼栋长")
    await chen.presses("交给别人")
    await chen.presses("赵敏")
    await heir.presses("✅ 我愿意")

    assert len(li.sees()) == before
    assert any("3栋的楼栋长交给赵敏" in text and "件事" not in text for text in chen.sees())


async def test_what_somebody_who_died_had_open_ends_quietly(
    house: House,
) -> None:
    await house.bind_group()
    wang, li = await house.moves_in("王芳", "李桂兰", unit="3-2-501")
    liu = await house.moves_in("刘洋", unit="5-1-101")
    chen = await head_of(house)
    li.says("求助 轮椅", to=house.group)
    liu.says("求助 梯子", to=house.group)
    await house.settles()
    await li.presses("我有", on=house.group)
    before = len(li.sees())
    await says(house, wang, "我家")
    await wang.presses("李桂兰")
    await wang.presses("过世了")

    await chen.presses("把名字轻轻拿下")

    assert [(ask.thing, ask.state) for ask in await house.db.read.asks.all()] == [
        ("轮椅", "withdrawn"), ("梯子", "open"),
    ]  # fmt: skip
    assert any("这次给不了。别急，我又问了一遍。" in text and "李桂兰" not in text for text in liu.sees())
    await house.later(days=1)
    assert len(li.sees()) == before and await house.db.read.house.parked() == 0


async def test_who_is_forgotten_is_named_in_nothing_that_a_household_asked(house: House) -> None:
    wang, stranger = await house.moves_in("王芳", "陌生人", unit="3-2-501")
    chen = await head_of(house)
    await says(house, wang, "我家")
    await wang.presses("陌生人")
    await wang.presses("不认识这个人")
    assert "陌生人" in chen.reads()

    await says(house, stranger, "/forget")
    await stranger.presses("忘掉我")

    assert "陌生人" not in str(chen.sees()) and "陌生人" not in str(wang.sees())
    await house.later(days=2, minutes=1)
    assert await house.db.read.house.parked() == 0
