"""First hellos, languages, help, and the steward's claim."""

import pytest

from bot.i18n import words
from bot.runtime.community import link_key
from handlers.people import claim_value
from tests.house import TOKEN, House, Neighbour


async def test_start_says_who_we_are_and_puts_the_big_buttons_down(house: House) -> None:
    wang = await house.moves_in("王芳")

    assert [text for text in wang.sees() if text.startswith("王芳，您好，我是邻里。")]
    assert any(text.startswith("王芳，您好，我是邻里。") for text in wang.sees())
    assert house.keyboard(wang) == ["🙋 求助", "🔧 报修", "☎️ 找谁", "📋 我的", "❓ 怎么用"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("key", "command", "starts"),
    [("key-ask", "need", "ask-what"), ("key-mine", "me", "mine-empty"), ("key-help", "help", "help-title")],
)
async def test_every_key_works_by_button_by_word_and_by_command(
    house: House, language: str, key: str, command: str, starts: str
) -> None:
    t = words(language)
    wang = await house.moves_in("王芳", language=language)

    for said in (t(key), t(key).split()[-1], f"/{command}"):
        wang.says(said)
        await house.settles()

        assert wang.reads().startswith(t(starts)), said
        wang.says("/start")
        await house.settles()


async def test_a_key_is_never_taken_for_an_answer(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("🙋 求助")
    await house.settles()

    wang.says("📋 我的")
    await house.settles()
    wang.says("谢谢你啊")
    await house.settles()

    assert await house.db.read.asks.all() == []


async def test_somebody_changes_their_language_and_reads_the_rest_in_it(house: House) -> None:
    anna = await house.moves_in("Anna")
    anna.says("/language")
    await house.settles()

    await anna.presses("English")

    assert "Hello Anna, I am Linli." in anna.sees()[-1] + anna.sees()[-2]
    anna.says("/me")
    await house.settles()
    assert anna.reads().startswith("Nothing is waiting for you.")


async def test_the_groups_language_is_the_stewards_to_change(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/language en", to=house.group)
    await house.settles()
    assert house.in_group()[-1] == "这个只有维护员能改。"

    await claims(house, wang)
    wang.says("/language en", to=house.group)
    await house.settles()

    assert house.in_group()[-1] == "Fine, English from now on."


async def claims(house: House, who: Neighbour, hours: float = 0) -> None:
    value = claim_value(house.clock.seconds() - hours * 3600)
    who.starts(house.community.house.signed("claim", value))
    await house.settles()


async def test_the_claim_link_makes_its_first_opener_the_steward_once(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")

    await claims(house, wang)
    await claims(house, chen)

    assert "您是“锦江苑”的维护员" in wang.reads()
    assert chen.reads().startswith("这个链接已经用过了。")
    assert await house.db.read.offices.holders("steward") == [1]


async def test_an_old_or_forged_claim_link_is_refused_with_a_way_on(house: House) -> None:
    wang = await house.moves_in("王芳")

    await claims(house, wang, hours=25)
    old = wang.reads()
    wang.starts(f"claim_{claim_value(house.clock.seconds())}_{'0' * 12}")
    await house.settles()

    assert "linli claim" in old and "linli claim" in wang.reads()
    assert await house.db.read.offices.holders("steward") == []


def test_links_are_signed_with_a_key_that_is_not_the_token() -> None:
    assert TOKEN.encode() not in link_key(TOKEN)


NOWHERE = ("nonsense", "ask_1", "ask_1_000000000000", "room_1_x", "_")


@pytest.mark.parametrize("said", ["/nonsense", *(f"/start {link}" for link in NOWHERE)])
async def test_links_and_commands_that_lead_nowhere_are_answered(house: House, said: str) -> None:
    wang = await house.moves_in("王芳")
    before = len(wang.sees())

    wang.says(said)
    await house.settles()

    assert len(wang.sees()) >= before + 2
    assert await house.db.read.house.parked() == 0


async def test_a_photo_in_private_is_answered_with_a_way_on(house: House) -> None:
    wang = await house.moves_in("王芳")

    house.sends_photo(wang)
    await house.settles()

    assert wang.reads().startswith("收到了，先不给别人看。是什么事？")


async def test_a_plea_may_stand_under_a_photo(house: House) -> None:
    wang = await house.moves_in("王芳")

    house.sends_photo(wang, to=house.group, caption="/need 这种灯泡")
    await house.settles()

    assert "这种灯泡" in house.in_group()[0]


async def test_a_name_full_of_tricks_is_shown_tame(house: House) -> None:
    wang = await house.moves_in("王芳")
    bad = await house.moves_in("<b>坏\u202e人</b> 13812345678")
    wang.says("求助 梯子", to=house.group)
    await house.settles()

    await bad.presses("我有", on=house.group)

    shown = house.in_group()[0]
    assert "坏人</b>接了" in shown and "13812345678" not in shown and "\u202e" not in shown


async def test_the_group_that_adds_us_is_greeted_once_and_is_the_communitys(house: House) -> None:
    wang = await house.moves_in("王芳")
    await claims(house, wang)
    fresh = house.world.add_group("新群", [wang.id], bot=None)

    house.adds_bot(wang, fresh)
    await house.settles()

    assert [text for text in wang.sees(fresh) if text.startswith("大家好，我是邻里。")]
    found = await house.db.read.rooms.enter(fresh, 0, None)
    assert found and found[0].place_id == (await house.db.read.places.root()).id


async def test_a_group_that_a_stranger_adds_us_to_is_never_the_communitys(house: House) -> None:
    wang = await house.moves_in("王芳")
    foreign = house.world.add_group("骗子群", [wang.id], bot=None)

    house.adds_bot(wang, foreign)
    await house.settles()

    found = await house.db.read.rooms.enter(foreign, 0, None)
    assert found and found[0].place_id is None


async def test_a_groups_button_lets_nobody_in_after_two_days(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("/start", to=house.group)
    await house.settles()
    [ghost] = house.world.add_people([{"first_name": "路人"}])
    link = next(b["url"] for p in house.posts(wang.id, house.group) for row in house.rows(p) for b in row)
    await house.later(days=3)

    stranger = house.neighbour(ghost, "路人")
    stranger.starts(link.partition("start=")[2])
    await house.settles()
    stranger.says("求助 广告")
    await house.settles()

    assert stranger.reads().startswith("我还不认识您。")


async def test_start_with_a_link_in_a_group_shows_nothing_private_there(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("求助 布洛芬 孩子发烧", to=house.group)
    await house.settles()

    wang.says("/start ask_1", to=house.group)
    await wang.pushes("ask_open_1", house.posts(wang.id, house.group)[-1].id, on=house.group)
    await wang.pushes("menu_mine_1", house.posts(wang.id, house.group)[-1].id, on=house.group)

    assert "发烧" not in "".join(house.in_group())


async def test_a_neighbour_who_comes_by_the_groups_button_is_known_there(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("/start", to=house.group)
    await house.settles()

    await wang.follows("打开私聊", on=house.group)
    wang.says("求助 梯子")
    await house.settles()

    assert wang.reads().startswith("发到“锦江苑”")
