"""Reporting as residents live it: by a word, a picture, a reply or a code."""

import pytest

from bot.playground.server import acts
from handlers.tickets import spots
from tests.flows.reporting import group, says, states, three
from tests.house import House

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


async def test_every_picture_of_an_album_joins_the_report(house: House) -> None:
    wang, _, head = await three(house)

    acts.photo(house.world, wang.id, "bot", caption="报修 3栋2单元路灯不亮", album=4)
    await house.settles()
    assert "📷 带了4份照片或语音" in wang.reads()
    await wang.presses("发出去")

    assert await states(house) == ["new"]
    await head.presses("📷 看照片")
    assert len(house.calls("sendPhoto")) == 4


async def test_of_an_album_in_a_group_the_picture_with_the_words_is_kept(house: House) -> None:
    """Of the others nobody's name is written down: most pictures in a group are no reports."""
    wang, _, head = await three(house)

    acts.photo(house.world, wang.id, house.group, caption="报修 3栋2单元路灯不亮", album=4)
    await house.settles()

    assert await states(house) == ["new"]
    await head.presses("📷 看照片")
    assert len(house.calls("sendPhoto")) == 1


async def test_thanks_in_the_group_after_an_album_open_nothing(house: House) -> None:
    wang, _, _ = await three(house)
    acts.photo(house.world, wang.id, house.group, caption="报修 3栋2单元路灯不亮", album=2)
    await house.settles()
    card = next(post for post in house.posts(wang.id, house.group) if "路灯楼道灯" in post.body.get("text", ""))
    said = len(house.in_group())

    await says(wang, "谢谢", to=house.group, reply_to=card.id)

    assert len(house.in_group()) == said


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


async def test_a_picture_right_after_the_words_joins_what_is_not_sent_and_what_is(house: House) -> None:
    wang, _, head = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")

    house.sends_photo(wang)
    await house.settles()
    assert "📷 带了1份照片或语音" in wang.reads()
    await wang.presses("发出去")
    house.sends_voice(wang)
    await house.settles()

    assert wang.reads() == "收到，放到1号里了。"
    assert "📷 看照片 🔊 听语音" in head.buttons()


async def test_a_picture_long_after_is_asked_about_like_any_other(house: House) -> None:
    wang, _, _ = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")
    await house.later(minutes=11)

    house.sends_photo(wang)
    await house.settles()

    assert "🔧 报修" in wang.buttons()


async def test_a_picture_right_after_what_is_over_already_is_asked_about_like_any_other(house: House) -> None:
    wang, _, head = await three(house)
    await says(wang, "报修 3栋2单元路灯不亮")
    await wang.presses("发出去")
    await head.presses("我来处理")
    await head.presses("修好了")
    await wang.presses("修好了，谢谢")

    house.sends_photo(wang)
    await house.settles()

    assert "🔧 报修" in wang.buttons()


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


# the preview


async def test_a_preview_says_what_the_group_will_read(house: House) -> None:
    wang, _, _ = await three(house)

    assert "群里看到的是：\n楼道灯坏了\n" in await says(wang, "报修 楼道灯坏了，我在501家") + "\n"


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
