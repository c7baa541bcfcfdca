"""The board: one pinned message in each group that shows what goes on, drawn anew at most once a minute."""

from typing import Any

import pytest

from handlers.people import claim_value
from tests.house import House, Neighbour

MINUTE = {"seconds": 61}


async def _steward(house: House, name: str = "周文华") -> Neighbour:
    """A steward whose word binds the group to the community, which hangs its board up."""
    zhou: Neighbour = await house.moves_in(name)
    zhou.starts(house.community.house.signed("claim", claim_value(house.clock.seconds())))
    await house.settles()
    await hang(house)
    return zhou


async def hang(house: House) -> None:
    await house.bind_group()

    async def work(tx: Any) -> None:
        found = await tx.rooms.enter(house.group, 0, None)
        turn = house.community._turn(tx)
        await turn.hang_board(found[0])

    await house.db.whole(work)
    await house.settles()


def board(house: House) -> str:
    [found] = [text for text in house.in_group() if text.startswith("📌")]
    return found


def pinned(house: House) -> list[int]:
    found: list[int] = house.world.chats[house.group].pinned
    return found


async def test_a_group_of_a_place_has_one_pinned_board_with_a_friendly_word(house: House) -> None:
    await _steward(house)

    assert board(house) == (
        "📌 锦江苑 · 小区看板\n\n今天一切都好，没有等着的事。\n缺什么，点下面的 🙋 求助，或发：/need@linli_bot 布洛芬"
    )
    [pin] = house.calls("pinChatMessage")
    assert pin["params"]["disable_notification"] in (True, "true")
    assert len(pinned(house)) == 1


async def test_what_waits_for_help_stands_on_the_board_and_leads_to_its_card(house: House) -> None:
    await _steward(house)
    wang, chen = await house.moves_in("王芳", "陈明", unit="3-2-501")

    wang.says("求助 布洛芬", to=house.group)
    await house.settles()
    await house.later(**MINUTE)
    assert "🙋 等人帮\n· 3栋 · 布洛芬" in board(house)
    post = next(post for post in house.posts(wang.id, house.group) if post.body.get("text", "").startswith("📌"))
    card = next(post for post in house.posts(wang.id, house.group) if "有位邻居想要" in post.body.get("text", ""))
    assert f"https://t.me/c/{str(house.group)[4:]}/{card.id}" in str(post.body["entities"])

    await chen.presses("我有", on=house.group)
    await house.later(**MINUTE)
    assert "布洛芬" not in board(house).partition("或发：")[0]


async def test_a_hundred_changes_cost_one_drawing_a_minute(house: House) -> None:
    await _steward(house)
    wang = await house.moves_in("王芳")
    await house.later(**MINUTE)
    before = _drawings(house)

    for _ in range(3):
        wang.says("求助 梯子", to=house.group)
        await house.settles()
        await house.later(seconds=5)
    assert _drawings(house) - before == 1
    await house.later(seconds=61)
    assert _drawings(house) - before == 2
    await house.later(minutes=10)
    assert _drawings(house) - before == 2


def _drawings(house: House) -> int:
    return len([call for call in house.calls("editMessageText") if str(call["params"].get("text", "")).find("📌") >= 0])


async def test_a_section_shows_five_lines_and_how_many_more(house: House) -> None:
    await _steward(house)
    people = await house.moves_in("甲甲", "乙乙", "丙丙")
    for number in range(8):
        people[number % 3].says(f"求助 第{'一二三四五六七八'[number]}件东西", to=house.group)
    await house.settles()
    await house.later(**MINUTE)

    lines = board(house).splitlines()
    assert len([line for line in lines if line.startswith("· ")]) == 5
    assert "还有 3 件" in lines


async def test_who_is_on_duty_stands_last_by_title_and_name(house: House) -> None:
    await _steward(house)
    chen, sun = await house.moves_in("陈建国", "孙卫东")

    async def appoint(tx: Any) -> None:
        root = (await tx.places.root()).id
        for who, title in ((chen, "social_worker"), (sun, "duty_holder")):
            await tx.offices.appoint((await tx.people.by_telegram(who.id)).id, title, root, None, 1)

    await house.db.whole(appoint)
    await house.later(days=1)
    await house.later(**MINUTE)

    assert board(house).endswith("☎️ 今天谁值班\n· 值班 孙卫东\n· 社工 陈建国")
    assert "今天一切都好" in board(house)


async def test_its_buttons_open_the_private_chat_and_do_what_they_say(house: House) -> None:
    await _steward(house)
    li = await house.moves_in("李奶奶", started=False)

    await li.follows("求助", on=house.group)

    assert li.reads().startswith("您想要什么？")
    li.says("布洛芬")
    await house.settles()
    assert "发到“锦江苑”，邻居们会看到" in li.reads()  # known in the group by the board's own link


async def test_a_forged_button_of_the_board_opens_nothing(house: House) -> None:
    await _steward(house)
    stranger = house.neighbour(house.world.add_people([{"first_name": "路人", "language_code": "zh"}])[0], "路人")

    stranger.starts("go_claim-1_abcdef")
    await house.settles()
    assert "这个按钮旧了" in stranger.reads()
    stranger.starts("go_me-1_abcdef")
    await house.settles()
    assert await house.db.read.sql.rows("SELECT * FROM members WHERE person_id = 2") == []


async def test_the_word_says_where_the_board_is_and_pins_it_again_for_who_may(house: House) -> None:
    zhou = await _steward(house)
    wang = await house.moves_in("王芳")
    house.world.chats[house.group].pinned.clear()  # somebody unpinned it

    wang.says("看板", to=house.group)
    await house.settles()
    assert house.in_group()[-1] == "👆 看板在这里" and pinned(house) == []

    zhou.says("/board", to=house.group)
    await house.settles()
    assert len(pinned(house)) == 1


async def test_without_a_board_only_who_may_has_one_hung_up(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳")

    wang.says("/board", to=house.group)
    await house.settles()
    assert house.in_group()[-1].startswith("这里还没有看板。")

    zhou = await house.moves_in("周文华")
    zhou.starts(house.community.house.signed("claim", claim_value(house.clock.seconds())))
    await house.settles()
    zhou.says("/board", to=house.group)
    await house.settles()
    assert board(house)


async def test_a_group_of_no_place_has_no_board(house: House) -> None:
    wang = await house.moves_in("王芳")

    wang.says("/board", to=house.group)
    await house.settles()

    assert house.in_group() == ["这个群还没说好是哪个小区的。请维护员先定下来，看板就有了。"]


async def test_without_the_right_to_pin_the_board_goes_on_and_the_steward_hears_of_it_once(house: House) -> None:
    zhou = await house.moves_in("周文华")
    zhou.starts(house.community.house.signed("claim", claim_value(house.clock.seconds())))
    house.world.chats[house.group].bot = "member"
    await house.settles()
    await hang(house)

    assert board(house) and pinned(house) == []
    assert zhou.reads().startswith("“锦江苑”里我没有置顶的权限")
    zhou.says("/board", to=house.group)
    await house.settles()
    assert len([text for text in zhou.sees() if "没有置顶的权限" in text]) == 1
    assert (await house.db.read.house.parked()) == 0


async def test_a_deleted_board_is_sent_anew_and_pinned_again(house: House) -> None:
    await _steward(house)
    chat = house.world.chats[house.group]
    chat.posts[pinned(house)[0]].deleted = True
    chat.pinned.clear()
    wang = await house.moves_in("王芳")

    wang.says("求助 梯子", to=house.group)
    await house.settles()
    await house.later(**MINUTE)
    await house.later(**MINUTE)

    assert "梯子" in board(house) and len(pinned(house)) == 1


async def test_the_board_changes_its_language_with_the_group(house: House) -> None:
    zhou = await _steward(house)

    zhou.says("/language en", to=house.group)
    await house.settles()
    await house.later(**MINUTE)

    assert "📌 锦江苑 · Board\n\nAll is well today" in house.in_group()[0]


async def test_in_private_the_boards_of_ones_groups_are_one_message(house: House) -> None:
    await _steward(house)
    wang = await house.moves_in("王芳")
    anna = await house.moves_in("Anna", language="en")
    wang.says("求助 梯子", to=house.group)
    await house.settles()

    wang.says("看板")
    anna.says("/board")
    await house.settles()

    assert wang.reads().startswith("📌 锦江苑 · 小区看板\n\n🙋 等人帮\n· 梯子")
    assert "no board" in anna.reads()
    anna.says("/need a saw", to=house.group)
    await house.settles()
    anna.says("board")
    await house.settles()
    assert "🙋 Waiting for help\n· 梯子\n· a saw" in anna.reads()


async def test_a_removed_bot_lets_the_board_rest_and_draws_it_when_it_is_back(house: House) -> None:
    await _steward(house)
    wang = await house.moves_in("王芳")
    await house.db.whole(lambda tx: tx.rooms.pause(house.group, 1))
    before = _drawings(house)
    await house.later(days=1)
    assert _drawings(house) == before

    wang.says("求助 梯子", to=house.group)
    await house.settles()
    await house.later(**MINUTE)
    assert "梯子" in board(house)


async def test_at_every_start_each_group_of_a_place_has_its_board(house: House) -> None:
    await house.bind_group()

    await house.restarts()

    assert board(house)
    await house.restarts()
    assert board(house)


async def test_where_its_topic_is_deleted_the_board_goes_on_in_general(house: House) -> None:
    zhou = await _steward(house)
    forum = house.world.add_group("锦江苑二期", [zhou.id], bot="administrator", topics=["邻里"])
    [thread] = house.world.chats[forum].topics

    async def bind(tx: Any) -> None:
        room = await tx.rooms.open(forum, thread, "锦江苑二期")
        await tx.rooms.belongs_to(room.id, (await tx.places.root()).id)
        await house.community._turn(tx).hang_board(room)

    await house.db.whole(bind)
    await house.settles()
    house.world.chats[forum].topics[thread].deleted = True
    house.world.chats[forum].posts[house.world.chats[forum].pinned[0]].deleted = True
    zhou.says("/need 梯子", to=forum)
    await house.settles()
    await house.later(**MINUTE)
    await house.later(**MINUTE)

    boards = [text for text in zhou.sees(forum) if text.startswith("📌")]
    assert len(boards) == 1 and "梯子" in boards[0]


async def test_the_seventh_card_of_an_hour_joins_a_list_and_stays_there(house: House) -> None:
    await _steward(house)
    wang, chen, li = await house.moves_in("王芳", "陈明", "李敏")
    for nth, who in enumerate((wang, wang, wang, chen, chen, chen, wang, chen), 1):
        who.says(f"求助 梯子<{nth}>", to=house.group)
        await house.settles()

    cards = [text for text in house.in_group() if "想要" in text]
    assert len(cards) == 7 and cards[-1].startswith("📋 这一小时事情多，都在这里：")
    assert "1. 🙋 有位邻居想要 · 梯子<7>" in cards[-1] and "2. 🙋 有位邻居想要 · 梯子<8>" in cards[-1]

    await li.presses("2 · 🙋 我有", on=house.group)
    [listed] = [text for text in house.in_group() if text.startswith("📋")]
    assert "2. 🤝 有位邻居要的 · 梯子<8> · 李敏接了" in listed
    await chen.presses("解决了", containing="李敏")
    [listed] = [text for text in house.in_group() if text.startswith("📋")]
    assert "2. ✅ 邻居要的“梯子<8>”解决了，谢谢李敏。" in listed


async def test_an_hour_later_cards_stand_alone_again(house: House) -> None:
    await _steward(house)
    wang, chen = await house.moves_in("王芳", "陈明")
    for who in (wang, wang, wang, chen, chen, chen, chen):
        who.says("求助 梯子", to=house.group)
        await house.settles()
    await house.later(hours=1, minutes=1)

    wang.says("求助 锯子", to=house.group)
    await house.settles()

    assert [text for text in house.in_group() if "锯子" in text and not text.startswith("📌")][-1].startswith("🙋")
    [listed] = [row for row in await house.db.read.cards.of("ask_7") if row.view == "group"]
    assert listed.message_id is None


@pytest.mark.parametrize("name", ["很长" * 200, "🙋" * 300])
async def test_a_board_never_outgrows_a_message(house: House, name: str) -> None:
    await _steward(house)
    people = await house.moves_in(*(f"人{number}" for number in range(6)))
    for who in people:
        who.says(f"求助 {name}", to=house.group)
    await house.settles()
    await house.later(**MINUTE)

    assert len(board(house).encode("utf-16-le")) // 2 <= 4096
