"""Rooms: whoever adds us is asked which place the group is; a steward agrees; the place may be new."""

from typing import Any

from bot.playground.server import acts
from bot.playground.server.state import BOT, GROUP_ANONYMOUS
from tests.flows.test_people import claims
from tests.house import House, Neighbour


async def _added(house: House, title: str = "3栋邻居", started: bool = True) -> tuple[Neighbour, Neighbour, int]:
    """A steward, and 王芳 who adds us to a group; building 3 is in the register, the community has its group."""
    await house.bind_group()
    zhou = await house.moves_in("周文华")
    wang = await house.moves_in("王芳", unit="3-1-101" if started else None, started=started)
    await claims(house, zhou)
    fresh = house.world.add_group(title, [wang.id, zhou.id], bot=None)
    house.adds_bot(wang, fresh)
    await house.settles()
    return zhou, wang, fresh


async def _place(house: House, chat: int) -> str | None:
    found = await house.db.read.rooms.enter(chat, 0, None)
    assert found
    return (await house.db.read.places.get(found[0].place_id)).name if found[0].place_id else None


async def test_who_adds_us_says_which_place_it_is_and_a_steward_agrees(house: House) -> None:
    zhou, wang, fresh = await _added(house)

    assert wang.reads().startswith("“3栋邻居”是哪里的群？")
    await wang.presses("3栋")
    await wang.presses("就是3栋")
    assert await _place(house, fresh) is None
    assert zhou.reads().startswith("“3栋邻居”是3栋的群吗？\n王芳（3栋）说的。")
    await zhou.presses("是的")

    assert await _place(house, fresh) == "3栋"
    assert "“3栋邻居”是3栋的群。" in wang.sees()
    assert "好了，这里是3栋的群。" in wang.sees(fresh)
    looked_up = {call["method"] for call in house.calls()} & {"getChatAdministrators", "getChatMember", "getChat"}
    assert looked_up == set()  # who is an admin at Telegram says nothing about who answers for a place


async def test_a_group_of_a_place_that_is_not_in_the_register_makes_it_with_the_stewards_yes(house: House) -> None:
    zhou, wang, fresh = await _added(house, "8栋邻居")

    await wang.presses("写名字")
    wang.says("8栋")
    await house.settles()
    assert "名单里还没有8栋，您同意就建。" in zhou.reads()
    await zhou.presses("是的")

    assert await _place(house, fresh) == "8栋"
    [made] = [place for place in await house.db.read.places.all() if place.name == "8栋"]
    assert made.kind == "building"


async def test_who_never_pressed_start_comes_by_the_groups_button(house: House) -> None:
    _zhou, wang, fresh = await _added(house, started=False)

    await wang.follows("告诉邻里是哪里的群", on=fresh)

    assert wang.reads().startswith("“3栋邻居”是哪里的群？")


async def test_somebody_elses_button_is_refused(house: House) -> None:
    _zhou, wang, fresh = await _added(house)
    thief = await house.moves_in("路人")

    found = await house.db.read.rooms.enter(fresh, 0, None)
    assert found
    answer = await thief.pushes(f"room_here_{found[0].id}_1", 1)
    agreed = await wang.pushes(f"room_agree_{found[0].id}", 1)

    assert answer and answer["text"].startswith("哪个群是哪里的")
    assert agreed and agreed["text"].startswith("哪个群是哪里的")
    assert await _place(house, fresh) is None


async def test_a_group_that_is_not_ours_is_left_politely(house: House) -> None:
    zhou, wang, fresh = await _added(house, "炒股群")
    await wang.presses("整个小区")

    await zhou.presses("不是我们的群")

    assert "这里不是我们小区的群，我先走了。大家好。" in wang.sees(fresh)
    assert house.calls("leaveChat")
    assert await _place(house, fresh) is None


async def test_a_steward_binds_by_typing_in_the_group(house: House) -> None:
    zhou, _wang, fresh = await _added(house)

    zhou.says(f"/bind@{house.community.house.username} 3栋", to=fresh)
    await house.settles()

    assert await _place(house, fresh) == "3栋"
    zhou.says(f"/bind@{house.community.house.username}", to=fresh)
    await house.settles()
    assert zhou.reads(fresh).startswith("这是3栋的群。")


async def test_what_is_no_place_is_refused_with_examples(house: House) -> None:
    zhou, _wang, fresh = await _added(house)

    for said in ("/bind 好吃的", "/bind " + "长" * 60, "/bind 3栋 和 5栋"):
        zhou.says(said.replace("/bind", f"/bind@{house.community.house.username}"), to=fresh)
        await house.settles()
        assert "3栋" in zhou.reads(fresh), said

    assert await _place(house, fresh) is None


async def test_a_steward_sees_all_groups_moves_one_and_chooses_its_language(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    zhou.says("/bind")
    await house.settles()
    await zhou.presses("3栋邻居")
    await zhou.presses("整个小区")
    assert await _place(house, fresh) == "锦江苑"

    await zhou.presses("English in the group")
    wang.says("/help", to=fresh)
    await house.settles()

    assert "You need something?" in wang.reads(fresh)


async def test_one_button_adds_us_with_the_rights_explained(house: House) -> None:
    zhou = await house.moves_in("周文华")

    zhou.says("/addgroup")
    await house.settles()

    post: Any = house.posts(zhou.id, "bot")[-1]
    [[button]] = house.rows(post)
    assert button["url"].endswith("?startgroup=hello&admin=pin_messages+delete_messages+invite_users")
    assert "📌 置顶" in zhou.reads() and "少了哪样，那样就做不了" in zhou.reads()


async def test_a_topic_is_bound_by_itself(house: House) -> None:
    await house.bind_group()
    zhou = await house.moves_in("周文华")
    await house.moves_in("王芳", unit="3-1-101")
    await claims(house, zhou)
    forum = house.world.add_group("小区话题群", [zhou.id], bot="administrator", topics=["3栋"])
    [thread] = house.world.chats[forum].topics

    zhou.says(f"/bind@{house.community.house.username} 3栋", to=forum, thread=thread)
    await house.settles()

    found = await house.db.read.rooms.enter(forum, thread, None)
    assert found and (await house.db.read.places.get(found[0].place_id)).name == "3栋"
    assert await house.db.read.rooms.enter(forum, 0, None) is None


async def _room_id(house: House, chat: int) -> int:
    found = await house.db.read.rooms.enter(chat, 0, None)
    assert found
    return int(found[0].id)


async def _wishes(who: Neighbour, *labels: str) -> None:
    for label in labels:
        await who.presses(label)


async def test_a_steward_who_already_looked_at_the_group_can_still_agree(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    zhou.says("/bind")
    await house.settles()
    await zhou.presses("3栋邻居")

    await _wishes(wang, "3栋", "就是3栋")
    await zhou.presses("是的")

    assert await house.db.read.house.parked() == 0
    assert await _place(house, fresh) == "3栋"


async def test_a_yes_is_for_the_place_that_was_shown_and_for_no_other(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    await _wishes(wang, "3栋", "就是3栋")
    post, shown = house.button(zhou.id, "bot", "是的")

    await house.later(minutes=1)
    room = await _room_id(house, fresh)
    await wang.pushes(f"room_here_{room}_1", house.posts(wang.id, "bot")[-1].id)
    answer = await zhou.pushes(shown, post.id)

    assert answer and answer["text"].startswith("这个按钮旧了")
    assert await _place(house, fresh) is None
    await zhou.presses("是的")
    assert await _place(house, fresh) == "锦江苑"


async def test_an_old_no_does_not_throw_us_out_of_a_group_that_belongs_to_us(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    await _wishes(wang, "3栋", "就是3栋")
    post, refusing = house.button(zhou.id, "bot", "不是我们的群")
    await zhou.presses("是的")

    answer = await zhou.pushes(refusing, post.id)

    assert answer and answer["text"].startswith("这个按钮旧了")
    assert not house.calls("leaveChat")
    assert await _place(house, fresh) == "3栋"


async def test_who_asked_sees_that_it_was_refused_and_adding_us_again_asks_again(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    await _wishes(wang, "整个小区")
    await zhou.presses("不是我们的群")
    assert "不是我们的，我退出来了" in wang.reads()

    liu = await house.moves_in("刘洋")
    house.world.add_members(fresh, [liu.id])
    house.adds_bot(liu, fresh)
    await house.settles()

    assert liu.reads().startswith("“3栋邻居”是哪里的群？")
    await _wishes(liu, "整个小区")
    assert "刘洋说的" in zhou.reads()


async def test_a_group_becomes_a_supergroup_while_it_is_asked_which_place_it_is(house: House) -> None:
    await house.bind_group()
    zhou, wang = await house.moves_in("周文华"), await house.moves_in("王芳", unit="3-1-101")
    await claims(house, zhou)
    small = house.world.add_group("3栋邻居", [wang.id, zhou.id], bot=None, type="group")
    house.adds_bot(wang, small)
    await house.settles()
    await _wishes(wang, "3栋", "就是3栋")

    large = acts.migrate(house.world, house.world.chats[small])
    await house.settles()
    await zhou.presses("是的")

    assert await _place(house, large) == "3栋"
    assert "好了，这里是3栋的群。" in zhou.sees(large)


async def test_no_group_is_a_flats_own(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    flat = next(place.id for place in await house.db.read.places.all() if place.kind == "dwelling")
    room = await _room_id(house, fresh)

    answer = await wang.pushes(f"room_here_{room}_{flat}", house.posts(wang.id, "bot")[-1].id)
    zhou.says(f"/bind@{house.community.house.username} 3-1-101", to=fresh)
    await house.settles()

    assert answer and answer["text"].startswith("一户没有自己的群")
    assert zhou.reads(fresh).startswith("一户没有自己的群")
    assert await _place(house, fresh) is None


async def test_from_a_stair_one_finds_back_and_no_flats_are_listed(house: House) -> None:
    _zhou, wang, _fresh = await _added(house)
    await _wishes(wang, "3栋", "1单元")
    assert not any("101" in label for label in wang.buttons())

    await wang.presses("↩️ 3栋")

    assert any("就是3栋" in label for label in wang.buttons())


async def test_a_building_written_another_way_is_no_second_building(house: House) -> None:
    zhou, _wang, fresh = await _added(house)
    second = house.world.add_group("八号楼闲聊", [zhou.id], bot="administrator")
    for chat, said in ((fresh, "8栋"), (second, "8号楼")):
        zhou.says(f"/bind@{house.community.house.username} {said}", to=chat)
    await house.settles()

    eights = [place for place in await house.db.read.places.all() if place.name[0] == "8"]
    assert len(eights) == 1
    assert await _place(house, second) == "8栋"


async def test_two_wishes_for_the_same_new_building_make_one(house: House) -> None:
    zhou, wang, fresh = await _added(house, "8栋邻居")
    other = house.world.add_group("8号楼闲聊", [wang.id, zhou.id], bot=None)
    house.adds_bot(wang, other)
    await house.settles()
    for chat, name in ((fresh, "8栋"), (other, "8号楼")):
        room = await _room_id(house, chat)
        await wang.pushes(f"room_name_{room}", house.posts(wang.id, "bot")[-1].id)
        wang.says(name)
        await house.settles()
    await zhou.presses("是的", containing="8号楼闲聊")
    await zhou.presses("是的", containing="8栋邻居")

    assert len([place for place in await house.db.read.places.all() if place.name[0] == "8"]) == 1


async def test_topics_follow_their_group_unless_they_have_a_place_of_their_own(house: House) -> None:
    await house.bind_group()
    zhou = await house.moves_in("周文华")
    await house.moves_in("王芳", unit="3-1-101")
    await claims(house, zhou)
    forum = house.world.add_group("小区话题群", [zhou.id], bot="administrator", topics=["闲聊", "3栋"])
    chat, building = house.world.chats[forum].topics
    zhou.says("/help", to=forum, thread=chat)
    zhou.says(f"/bind@{house.community.house.username} 3栋", to=forum, thread=building)
    await house.settles()

    zhou.says(f"/bind@{house.community.house.username} 锦江苑", to=forum)
    await house.settles()

    read = house.db.read
    places = [(await read.rooms.enter(forum, thread, None))[0].place_id for thread in (0, chat, building)]
    assert [(await read.places.get(place)).name for place in places] == ["锦江苑", "锦江苑", "3栋"]


async def test_a_channel_is_no_group(house: House) -> None:
    wang = await house.moves_in("王芳")
    channel = house.world.add_group("小区公告", [wang.id], bot=None, type="channel")
    said = len(house.calls("sendMessage"))

    acts.add(house.world, wang.id, BOT, house.world.chats[channel], rights=["post_messages"])
    await house.settles()

    assert len(house.calls("sendMessage")) == said
    assert await house.db.read.rooms.enter(channel, 0, None) is None


async def test_the_hello_of_the_button_that_added_us_is_not_answered_twice(house: House) -> None:
    _zhou, wang, fresh = await _added(house)
    before = len(wang.sees(fresh))

    wang.says(f"/start@{house.community.house.username} hello", to=fresh)
    await house.settles()

    assert len(wang.sees(fresh)) == before + 1


async def test_a_group_whose_place_left_the_register_is_still_listed(house: House) -> None:
    zhou, _wang, fresh = await _added(house)
    zhou.says(f"/bind@{house.community.house.username} 3栋", to=fresh)
    await house.settles()
    await house.db.whole(lambda tx: tx.sql.run("UPDATE places SET gone_at = 1 WHERE kind = 'building'"))

    zhou.says("/bind")
    zhou.says(f"/bind@{house.community.house.username}", to=fresh)
    await house.settles()
    await zhou.presses("3栋邻居")

    assert await house.db.read.house.parked() == 0
    assert zhou.reads(fresh).startswith("这是3栋的群。")
    assert zhou.reads().startswith("“3栋邻居”是3栋的群。")


async def test_a_second_tap_asks_the_stewards_no_second_time(house: House) -> None:
    zhou, wang, fresh = await _added(house)
    await _wishes(wang, "3栋", "就是3栋")
    post, shown = house.button(zhou.id, "bot", "是的")
    await house.later(minutes=1)

    building = next(place.id for place in await house.db.read.places.all() if place.kind == "building")
    await wang.pushes(f"room_here_{await _room_id(house, fresh)}_{building}", house.posts(wang.id, "bot")[-1].id)
    asked = [text for text in zhou.sees() if "是3栋的群吗" in text]
    await zhou.pushes(shown, post.id)

    assert len(asked) == 1
    assert await _place(house, fresh) == "3栋"


async def test_where_no_steward_can_be_asked_nobody_is_told_that_one_was(house: House) -> None:
    _zhou, wang, _fresh = await _added(house)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET until = 1"))

    await _wishes(wang, "3栋", "就是3栋")

    assert wang.reads().startswith("现在没有维护员能回答")


async def test_a_group_added_by_somebody_anonymous_greets_and_waits_for_a_steward(house: House) -> None:
    await house.bind_group()
    zhou = await house.moves_in("周文华")
    await house.moves_in("王芳", unit="3-1-101")
    await claims(house, zhou)
    fresh = house.world.add_group("3栋邻居", [zhou.id], bot=None)
    chat = house.world.chats[fresh]
    house.world._stand(chat, BOT, "member", None)  # nobody in the playground is anonymous
    out = {"user": house.world.user(BOT), "status": "left"}
    change = {"chat": house.world.chat_json(chat), "from": GROUP_ANONYMOUS, "date": 1, "old_chat_member": out}
    house.world.updates.add("my_chat_member", change | {"new_chat_member": out | {"status": "member"}})
    await house.settles()

    assert zhou.reads(fresh).startswith("大家好，我是邻里。")
    await zhou.follows("告诉邻里是哪里的群", on=fresh)
    await _wishes(zhou, "3栋", "就是3栋")
    assert await _place(house, fresh) == "3栋"


async def test_a_stairs_group_is_told_which_building_it_is_of(house: House) -> None:
    zhou, wang, fresh = await _added(house, "二单元邻居")
    await house.moves_in("李静", unit="3-2-501")

    wang.says("/bind@linli_bot 3栋2单元", to=fresh)
    await house.settles()
    await zhou.presses("是的")

    assert "好了，这里是3栋2单元的群。" in wang.sees(fresh)
    assert "“二单元邻居”是3栋2单元的群。" in wang.sees()
