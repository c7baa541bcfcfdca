"""Rooms: whoever adds us is asked which place the group is; a steward agrees; the place may be new."""

from typing import Any

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
