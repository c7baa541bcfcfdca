"""Reporting as residents live it: by a word, a picture, a reply or a code; and what is known is joined."""

from typing import Any

import pytest

from bot.playground.server import acts
from handlers.tickets import spots
from tests.flows.test_tickets import a_head
from tests.house import House, Neighbour


async def says(who: Neighbour, text: str, **more: Any) -> str:
    who.says(text, **more)
    await who.house.settles()
    return who.reads()


async def three(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """A reporter and a neighbour of one stair, and their head."""
    await house.bind_group()
    wang, li = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("李明", unit="3-2-301")
    return wang, li, await a_head(house)


async def states(house: House) -> list[str]:
    return [one.state for one in await house.db.read.tickets.all()]


def group(house: House, containing: str) -> list[str]:
    return [text for text in house.in_group() if containing in text]


# pictures and voices


async def test_a_voice_without_a_word_reaches_the_head_who_listens_to_it_and_no_group(house: House) -> None:
    wang, _, head = await three(house)

    house.sends_voice(wang)
    await house.settles()
    await wang.presses("🔧 报修")
    assert "📷 带了1份照片或语音" in wang.reads()
    await wang.presses("发出去")

    assert "🔊 听语音" in head.buttons()
    await head.presses("🔊 听语音")
    assert [call["params"]["chat_id"] for call in house.calls("sendVoice")] == [str(head.id)]


async def test_a_photo_whose_caption_is_a_report_opens_at_once_in_the_group(house: House) -> None:
    wang, _, head = await three(house)

    house.sends_photo(wang, to=house.group, caption="报修 3栋2单元路灯不亮")
    await house.settles()

    assert len(group(house, "💡 3栋2单元 · 路灯楼道灯")) == 1
    assert not house.calls("sendPhoto")
    await head.presses("📷 看照片")
    assert len(house.calls("sendPhoto")) == 1


@pytest.mark.parametrize("where", ["private", "group"])
async def test_every_picture_of_an_album_joins_the_report(house: House, where: str) -> None:
    wang, _, head = await three(house)

    chat = "bot" if where == "private" else house.group
    acts.photo(house.world, wang.id, chat, caption="报修 3栋2单元路灯不亮", album=4)
    await house.settles()
    if where == "private":
        assert "📷 带了4份照片或语音" in wang.reads()
        await wang.presses("发出去")

    assert await states(house) == ["new"]
    await head.presses("📷 看照片")
    assert len(house.calls("sendPhoto")) == 4


async def test_an_album_in_a_group_that_is_no_report_is_nobodys_business(house: House) -> None:
    wang, _, _ = await three(house)
    acts.photo(house.world, wang.id, house.group, caption="今天的晚霞", album=3)
    await house.settles()

    assert not await house.db.read.tickets.all()
    assert not await house.db.read.sql.rows("SELECT * FROM questions WHERE door = 'ticket.more'")


async def test_an_album_without_a_word_is_one_report(house: House) -> None:
    wang, _, _ = await three(house)

    acts.photo(house.world, wang.id, "bot", album=3)
    await house.settles()
    await wang.presses("🔧 报修")

    assert "📷 带了3份照片或语音" in wang.reads()


async def test_words_after_a_report_are_heard_as_any_others(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")

    assert "🔧 报修" in (await says(wang, "今天天气真好"), wang.buttons())[1]


async def test_a_file_that_is_no_picture_is_not_passed_on(house: House) -> None:
    wang, _, _ = await three(house)

    acts.document(house.world, wang.id, "bot", "run.exe", b"MZ", caption="报修 3栋2单元路灯不亮")
    await house.settles()

    assert "只收照片" in wang.reads()
    assert await states(house) == []


async def test_who_has_nothing_to_do_with_it_does_not_see_its_pictures(house: House) -> None:
    wang, li, _ = await three(house)
    house.sends_photo(wang, to=house.group, caption="报修 3栋2单元路灯不亮")
    await house.settles()

    answer = await li.pushes("ticket_hear_1", house.posts(li.id, "bot")[-1].id)

    assert answer and answer["show_alert"]
    assert not house.calls("sendPhoto")


# replies


async def test_the_word_as_a_reply_to_ones_own_photo_reports_it(house: House) -> None:
    wang, _, head = await three(house)
    [photo] = acts.photo(house.world, wang.id, house.group, caption="3栋2单元外墙瓷砖掉了")
    await house.settles()

    await says(wang, "报修", to=house.group, reply_to=photo.id)

    assert len(group(house, "🏚 3栋2单元 · 房屋外墙屋顶")) == 1
    assert "📷 看照片" in head.buttons()


async def test_the_word_as_a_reply_to_a_neighbour_is_offered_to_that_neighbour(house: House) -> None:
    wang, li, _ = await three(house)
    said = wang.says("3栋2单元电梯停了，我在501", to=house.group)
    await house.settles()

    await says(li, "报修", to=house.group, reply_to=said.id)
    assert group(house, "王芳说的这件，要报修吗？")
    pressed = await li.presses("✅ 报修", on=house.group)
    assert pressed and pressed["show_alert"] and await states(house) == ["draft"]
    await wang.presses("✅ 报修", on=house.group)

    assert await states(house) == ["new"]
    [card] = group(house, "🛗 3栋2单元 · 电梯")
    assert "501" not in card
    assert not group(house, "要报修吗")


async def test_a_head_says_yes_for_the_neighbour_and_it_says_so(house: House) -> None:
    wang, li, head = await three(house)
    said = wang.says("3栋2单元电梯停了", to=house.group)
    await house.settles()
    await says(li, "报修", to=house.group, reply_to=said.id)

    await head.presses("✅ 报修", on=house.group)

    [ticket] = await house.db.read.tickets.all()
    assert ticket.state == "new" and ticket.by_id is not None and ticket.by_id != ticket.person_id


async def test_the_author_does_not_want_it_and_nothing_is_left(house: House) -> None:
    wang, li, _ = await three(house)
    said = wang.says("3栋2单元电梯停了", to=house.group)
    await house.settles()
    await says(li, "报修", to=house.group, reply_to=said.id)

    await wang.presses("不用", on=house.group)

    assert not await house.db.read.tickets.all()
    assert not group(house, "要报修吗")


# what is known


async def test_what_is_known_is_offered_first_and_joined_with_one_tap(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元楼道灯坏了")
    assert "是不是这一件？" in li.reads() and li.buttons()[:2] == ["👍 我也是 1号", "➕ 是另一件，发出去"]
    await li.presses("👍 我也是 1号")

    assert await states(house) == ["new"]
    assert "还有1户也遇到了" in group(house, "路灯楼道灯")[0]


async def test_it_is_another_one_all_the_same(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元地下室的灯不亮")
    await li.presses("是另一件")

    assert await states(house) == ["new", "new"]


async def test_said_twice_in_the_group_it_is_joined_and_may_be_another(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(li, "报修 3栋2单元楼道灯坏了", to=house.group)
    assert group(house, "邻居已经报了（1号）")
    assert await states(house) == ["new", "draft"]
    wrong = await wang.presses("是另一件", on=house.group)
    assert wrong and wrong["show_alert"]
    await li.presses("是另一件", on=house.group)

    assert await states(house) == ["new", "new"]
    assert not group(house, "邻居已经报了")
    assert await house.db.read.desks.followers(1) == []


async def test_a_power_cut_is_one_fault_however_many_report_it(house: House) -> None:
    await house.bind_group()
    head = await a_head(house)
    homes = [f"3-{stair}-{floor}0{door}" for stair in (1, 2) for floor in range(2, 7) for door in (1, 2)]
    people = [await house.moves_in(f"住户{nth}", unit=unit) for nth, unit in enumerate(homes)]

    for nth, person in enumerate(people):
        await says(person, f"报修 3栋{1 + nth // 10}单元停电了", to=house.group if nth % 2 else "bot")
        if not nth % 2:
            await person.presses("👍 我也是" if nth else "发出去")

    assert await states(house) == ["new", *["draft"] * 9] or sorted({*await states(house)}) == ["draft", "new"]
    assert len([one for one in await house.db.read.tickets.all() if one.state == "new"]) == 1
    assert "还有19户也遇到了" in head.reads()
    desk = [text for text in head.sees() if "停电" in text and "⚡" in text]
    assert len(desk) == 1
    assert group(house, "⚡ 3栋 · 电")


async def test_a_power_cut_next_door_is_the_same_once_several_homes_have_it(house: House) -> None:
    wang, li, _ = await three(house)
    zhou = await house.moves_in("周敏", unit="5-1-101")
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元停水了", to=house.group)
    await says(zhou, "报修 5栋停水了", to=house.group)
    assert (await states(house)).count("new") == 2

    await says(li, "报修 3栋停水", to=house.group)
    await says(zhao, "报修 3栋1单元停水", to=house.group)
    chen = await house.moves_in("陈晓", unit="7-1-101")
    await says(chen, "报修 7栋停水了", to=house.group)

    assert (await states(house)).count("new") == 2
    assert group(house, "🚰 锦江苑 · 水")


async def test_two_lifts_of_one_building_are_two_faults(house: House) -> None:
    wang, _, _ = await three(house)
    zhao = await house.moves_in("赵刚", unit="3-1-201")
    await says(wang, "报修 3栋2单元电梯停了", to=house.group)

    await says(zhao, "报修 3栋1单元电梯停了", to=house.group)

    assert await states(house) == ["new", "new"]


async def test_an_announced_fault_is_joined_and_everybody_who_did_so_hears_that_it_is_over(house: House) -> None:
    wang, li, head = await three(house)
    head.says("/fault 停水 3栋 18:00")
    await house.settles()
    await head.presses("发")

    await says(wang, "报修 3栋2单元没水了")
    assert "🔧 3栋 停水，预计今天晚上6点好" in wang.reads()
    await wang.presses("👍 就是这一件")
    await says(li, "报修 3栋2单元停水了", to=house.group)
    assert group(house, "已经知道了")

    assert "new" not in await states(house)
    await head.presses("✅ 好了")
    assert "停水" in wang.reads() and "停水" in li.reads()


async def test_a_neighbours_own_home_is_nobodys_known_fault(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元501水管漏水")
    await wang.presses("发出去")

    await says(li, "报修 3栋2单元漏水了")

    assert "是不是这一件" not in li.reads()
    assert not group(house, "漏水")


# danger


@pytest.mark.parametrize(
    ("text", "category"), [("电梯里困人了", "电梯"), ("闻到煤气味", "请楼栋长看"), ("楼下电线掉在地上漏电", "电")]
)
async def test_numbers_come_first_and_the_fault_goes_on_below(house: House, text: str, category: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, f"报修 3栋2单元{text}")

    assert any(text.startswith("先打") or "119" in text for text in wang.sees())
    assert category in wang.reads() and "✅ 发出去" in wang.buttons()


async def test_plain_words_of_a_lift_with_somebody_in_it_go_on_as_a_report(house: House) -> None:
    wang, _, _ = await three(house)

    await says(wang, "3栋2单元电梯里困人了")

    assert await states(house) == ["draft"]
    assert any("119" in text for text in wang.sees())


async def test_said_in_the_group_the_fault_is_open_beside_the_numbers(house: House) -> None:
    wang, _, head = await three(house)

    await says(wang, "报修 3栋2单元电梯困人了", to=house.group)

    assert await states(house) == ["new"]
    assert group(house, "119") and group(house, "🛗 3栋2单元 · 电梯")
    assert head.buttons()[0] == "👌 我来处理"


@pytest.mark.parametrize("text", ["3栋2单元有老人晕倒了", "3栋有人触电了", "我不想活了", "他拿着刀要砍我", "5栋着火了"])
async def test_people_in_danger_are_no_ticket(house: House, text: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, f"报修 {text}")
    await says(wang, text)

    assert await states(house) == []


# privately, and strangers


async def test_what_is_private_is_asked_in_private_and_the_typed_words_are_answered_kindly(house: House) -> None:
    wang, _, _ = await three(house)

    await says(wang, "反映 3栋2单元和楼上邻居吵起来了，想请人调解", to=house.group)

    assert group(house, "不会发到群里")
    assert not group(house, "纠纷") and await states(house) == ["draft"]
    assert "🕊 3栋2单元 · 邻里纠纷" in wang.reads()


async def test_a_stranger_reports_first_and_says_where_by_buttons(house: House) -> None:
    _, _, head = await three(house)
    visitor = await house.moves_in("客人")

    await says(visitor, "报修 路灯不亮", to=house.group)
    assert visitor.reads() == "在哪里？"
    await visitor.presses("3栋")
    await visitor.presses("2单元")
    assert "💡 3栋2单元 · 路灯楼道灯" in visitor.reads()
    await visitor.presses("发出去")

    assert head.buttons()[0] == "👌 我来处理"


async def test_who_never_pressed_start_loses_no_word(house: House) -> None:
    await three(house)
    visitor = await house.moves_in("客人", started=False)

    await says(visitor, "报修 路灯不亮", to=house.group)
    await visitor.follows("打开", on=house.group)

    assert "路灯不亮" in visitor.reads() and "✅ 发出去" in visitor.buttons()


async def test_whoever_cannot_be_reached_takes_it_back_in_the_group(house: House) -> None:
    await three(house)
    visitor = await house.moves_in("客人", started=False)
    other = await house.moves_in("路人")

    await says(visitor, "报修 3栋2单元路灯不亮", to=house.group)
    assert "撤回" in house.buttons_in_group()
    wrong = await other.presses("撤回", on=house.group)
    assert wrong and wrong["show_alert"] and await states(house) == ["new"]
    await visitor.presses("撤回", on=house.group)

    assert await states(house) == ["withdrawn"]


async def test_the_author_corrects_and_takes_back_in_private(house: House) -> None:
    wang, _, head = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await wang.presses("改一改")
    await says(wang, "3栋2单元三楼的路灯不亮")
    assert "三楼的路灯不亮" in group(house, "路灯楼道灯")[0]
    await wang.presses("撤回")

    assert await states(house) == ["withdrawn"]
    assert "撤回" in head.reads()


async def test_in_a_buildings_own_group_the_building_is_known(house: House) -> None:
    _, _, head = await three(house)

    async def own(tx: Any) -> None:
        spot = next(one.id for one in await tx.places.all() if one.name == "3栋")
        found = await tx.rooms.enter(house.group, 0, None)
        await tx.rooms.belongs_to(found[0].id, spot)

    await house.db.whole(own)
    visitor = await house.moves_in("客人")
    await says(visitor, "报修 路灯不亮", to=house.group)

    assert group(house, "💡 3栋 · 路灯楼道灯")
    assert head.buttons()[0] == "👌 我来处理"


# the preview


async def test_a_preview_says_what_the_group_will_read(house: House) -> None:
    wang, _, _ = await three(house)

    assert "群里看到的是：\n楼道灯坏了，我在家" in await says(wang, "报修 楼道灯坏了，我在501家")


async def test_words_without_a_place_keep_the_place_that_was_chosen(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "报修 5栋停电了")
    await wang.presses("换类别")
    await wang.presses("门禁对讲")
    await wang.presses("改一改")

    shown = await says(wang, "麻烦来看一下")

    assert shown.startswith("我理解为：\n🚪 3栋2单元 · 门禁对讲\n麻烦来看一下")


async def test_raised_it_goes_to_the_head_as_it_is(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "希望多放几把椅子")

    await wang.presses("🗣 反映")

    assert "🔧 3栋2单元 · 请楼栋长看\n希望多放几把椅子" in wang.reads()


# the code at the lift


async def address(house: House, place: str = "2单元", category: str = "lift") -> str:
    spot = next(one.id for one in await house.db.read.places.all() if one.name == place)
    return spots.address(house.community.house, spot, category).partition("start=")[2]


async def test_a_code_at_the_lift_needs_no_registration_and_no_word(house: House) -> None:
    _, _, head = await three(house)
    [number] = house.world.add_people([{"first_name": "快递员", "language_code": "zh-hans"}])
    courier = house.neighbour(number, "快递员")

    courier.starts(await address(house))
    await house.settles()
    assert "🛗 3栋2单元 · 电梯" in courier.reads()
    await courier.presses("发出去")

    assert await states(house) == ["new"]
    assert head.buttons()[0] == "👌 我来处理"


async def test_at_the_code_what_is_known_comes_first(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "报修 3栋2单元电梯停了", to=house.group)
    [number] = house.world.add_people([{"first_name": "快递员", "language_code": "zh-hans"}])
    courier = house.neighbour(number, "快递员")

    courier.starts(await address(house))
    await house.settles()
    assert "这里已经知道的：" in courier.reads() and "1号" in courier.reads()
    await courier.presses("👍 我也是 1号")

    assert await states(house) == ["new"]
    assert len(await house.db.read.desks.followers(1)) == 1
    courier.starts(await address(house))
    await house.settles()
    await courier.presses("是另一件事")
    await courier.presses("是另一件，发出去")
    assert await states(house) == ["new", "new"]


@pytest.mark.parametrize("forged", ["spot_2-lift_000000000000", "spot_2-lift", "spot_x_1", "spot_99999-lift_1"])
async def test_a_code_that_we_never_printed_opens_nothing(house: House, forged: str) -> None:
    wang, _, _ = await three(house)

    wang.starts(forged)
    await house.settles()

    assert await states(house) == []


async def test_the_proof_of_one_place_is_none_of_another(house: House) -> None:
    wang, _, _ = await three(house)
    real = await address(house)

    wang.starts(real.replace("-lift", "-water"))
    await house.settles()
    answer = await wang.pushes("ticket_met_1_" + real.rpartition("_")[2], house.posts(wang.id, "bot")[-1].id)

    assert await states(house) == [] and answer and answer["show_alert"]


# limits, and words that mean us no good


async def test_too_long_is_said_and_nothing_is_kept(house: House) -> None:
    wang, _, _ = await three(house)

    assert "太长了" in await says(wang, "报修 " + "灯" * 1001)
    assert await states(house) == []


@pytest.mark.parametrize(
    "text",
    ["<b>3栋</b>灯 & <a href='x'>坏", "​​报修", "报修 🚗" + "👨‍👩‍👧‍👦" * 30, "'; DROP TABLE tickets; --", "3栋" * 200],
)
async def test_whatever_is_written_is_only_words(house: House, text: str) -> None:
    wang, _, _ = await three(house)

    await says(wang, f"报修 {text}", to=house.group)
    await says(wang, f"报修 {text}")

    assert await house.db.read.house.parked() == 0


async def test_a_draft_is_nobody_elses(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")

    for door in ("publish", "same", "correct", "withdraw", "agree", "not-mine", "hear"):
        answer = await li.pushes(f"ticket_{door}_1_t1", house.posts(li.id, "bot")[-1].id)
        assert answer and answer["show_alert"], door

    assert await states(house) == ["draft"]


async def test_for_a_neighbour_it_is_in_the_neighbours_name_and_says_by_whom(house: House) -> None:
    wang, _, head = await three(house)

    async def noted(tx: Any) -> None:
        person = await tx.people.note("王秀兰", None, 1, 1)
        await tx.residents.lives(person.id, await tx.residents.home(1), "family")

    await house.db.whole(noted)
    await says(head, "代办 王秀兰")
    await head.presses("🤝 替")

    await says(head, "报修 楼道灯不亮")
    await head.presses("发出去")
    await says(wang, "报修 3栋2单元楼道灯坏了")
    await wang.presses("👍 我也是")

    [ticket] = [one for one in await house.db.read.tickets.all() if one.state == "new"]
    reporter = await house.db.read.people.get(ticket.person_id or 0)
    assert reporter.name == "王秀兰" and ticket.by_id not in (None, ticket.person_id)
    assert "王秀兰报的" in "\n".join(head.sees())


async def test_in_english(house: House) -> None:
    await house.bind_group()
    ben = await house.moves_in("Ben", unit="3-2-501", language="en")
    ann = await house.moves_in("Ann", unit="3-2-301", language="en")
    await a_head(house)

    assert "🛗 3栋2单元 · Lift" in await says(ben, "repair building 3 unit 2 lift stopped, I live in flat 501")
    await ben.presses("Send it")
    assert "501" not in group(house, "🛗")[0]
    await says(ann, "/repair lift stopped, building 3 unit 2")
    assert ann.buttons()[:2] == ["👍 Me too, no. 1", "➕ It's another, send"]
    await ann.presses("Me too")
    assert await states(house) == ["new"]
