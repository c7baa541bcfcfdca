"""Reports by strangers, in the wrong place, twice, late, and by who means us no good."""

from typing import Any

import pytest

from tests.flows.helping import hidden
from tests.flows.reporting import group, says, states, three
from tests.flows.test_tickets import a_head
from tests.house import House

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


# the wrong place, twice, late


async def test_a_group_that_belongs_to_no_place_is_answered_and_the_head_has_it(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)

    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    assert house.in_group()[-1] == "收到，1号。已经去找管这里的人，有进展我告诉您。"
    assert head.buttons()[0] == "👌 我来处理"


async def test_the_bare_word_in_a_group_asks_and_the_answer_is_the_report(house: House) -> None:
    wang, _, _ = await three(house)

    await says(wang, "报修", to=house.group)
    prompt = [post for post in house.posts(wang.id, house.group) if "什么坏了" in post.body.get("text", "")][-1]
    await says(wang, "3栋2单元路灯不亮", to=house.group, reply_to=prompt.id)

    assert group(house, "💡 3栋2单元 · 路灯楼道灯") and await states(house) == ["new"]


async def test_a_car_in_a_harmless_report_is_not_told_to_the_group(house: House) -> None:
    wang, _, head = await three(house)

    await says(wang, "报修 3栋2单元路灯被川AD12345撞歪了 501", to=house.group)

    [card] = group(house, "路灯楼道灯")
    assert "被撞歪了" in card and "12345" not in card and "501" not in card
    assert "川AD12345" in head.reads()


async def test_said_twice_by_the_same_neighbour_it_is_one(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)

    await says(wang, "报修 3栋2单元路灯还是不亮", to=house.group)

    assert group(house, "这件您已经报过（1号）")
    assert (await states(house)).count("new") == 1 and await house.db.read.desks.followers(1) == []


async def test_two_taps_send_it_once(house: House) -> None:
    wang, _, _head = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")

    await wang.pushes("ticket_publish_1", house.posts(wang.id, "bot")[-1].id)
    await wang.pushes("ticket_publish_1", house.posts(wang.id, "bot")[-1].id)

    assert await states(house) == ["new"] and len(group(house, "路灯楼道灯")) == 1


async def test_somebody_else_reported_it_while_the_preview_lay_there(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元停水了")
    await says(li, "报修 3栋2单元没水", to=house.group)

    await wang.presses("发出去")
    assert "邻居已经报了（2号）" in "".join(wang.sees())
    await wang.presses("是另一件")

    assert await states(house) == ["new", "new"]


async def test_what_was_taken_for_another_can_be_told_apart_for_a_while_only(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)
    await says(li, "报修 3栋2单元楼道灯坏了", to=house.group)

    await house.later(hours=3)

    assert await states(house) == ["new"]
    assert group(house, "邻居已经报了（1号）") and "➕ 是另一件" not in house.buttons_in_group()


async def test_so_many_at_a_time_and_no_more(house: House) -> None:
    wang, _, _ = await three(house)
    kinds = ("路灯不亮", "电梯停了", "下水道堵了", "门禁坏了", "灭火器过期", "外墙开裂", "垃圾没收", "树枝断了")
    for nth in range(20):
        await says(wang, f"报修 3栋2单元{kinds[nth % len(kinds)]}")
        await wang.presses("发出去")

    assert "20件还没办完" in await says(wang, "报修 5栋电梯停了")


async def test_the_house_stops_in_the_middle_and_nothing_is_lost(house: House) -> None:
    wang, _, head = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")
    await house.restarts()

    await wang.presses("发出去")
    await house.restarts()

    assert head.buttons()[0] == "👌 我来处理"


async def test_a_channel_or_an_anonymous_admin_reports_nothing(house: House) -> None:
    wang, _, _ = await three(house)
    said = wang.says("3栋2单元电梯停了", to=house.group)
    house.world.chats[house.group].members[wang.id] = "administrator"

    wang.says("报修 3栋2单元路灯不亮", to=house.group, anonymous=True)
    wang.says("报修", to=house.group, anonymous=True, reply_to=said.id)
    await house.settles()

    assert await states(house) == [] and await house.db.read.house.parked() == 0


async def test_a_hidden_report_is_offered_to_nobody(house: House) -> None:
    wang, li, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮", to=house.group)
    await hidden(house, "ticket_1")

    await says(li, "报修 3栋2单元楼道灯坏了")

    assert "是不是这一件" not in li.reads()
