"""What passes between the two of a plea: a name, a voice, a phone; only once both agreed, and never to anybody else."""

from __future__ import annotations

import pytest

from tests.flows.helping import asked
from tests.flows.test_aid_hostile import forges
from tests.flows.test_offices import office, says
from tests.house import House, Neighbour


async def three(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    """An asker in 3-2-501, and two neighbours of the group."""
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    chen = await house.moves_in("陈明", unit="5-1-201")
    li = await house.moves_in("李奶奶", unit="5-1-202")
    return wang, chen, li


def heard(house: House, who: Neighbour) -> int:
    """How many voices were played to somebody."""
    return len([post for post in house.posts(who.id, "bot") if "voice" in post.body])


async def speaks(house: House, who: Neighbour) -> None:
    await says(who, "🙋 求助")
    house.sends_voice(who)
    await house.settles()


# a name


async def test_whoever_takes_it_reads_only_the_building_until_both_agreed(house: House) -> None:
    wang, chen, li = await three(house)
    await asked(house, wang, "求助 梯子")
    await chen.presses("我有", on=house.group)
    await li.presses("我也行", on=house.group)

    assert "3栋的邻居" in chen.reads() and "3栋的邻居" in li.reads()
    assert not [text for who in (chen, li) for text in who.sees() if "王芳" in text]
    await wang.presses("好，谢谢")
    assert "王芳（3栋）" in chen.reads()
    assert not [text for text in li.sees() if "王芳" in text]


async def test_who_was_not_wanted_never_learns_who_asked(house: House) -> None:
    wang, chen, _ = await three(house)
    await asked(house, wang, "求助 梯子")
    await chen.presses("我有", on=house.group)

    await wang.presses("换一位")

    assert not [text for text in chen.sees() if "王芳" in text]


# a voice


async def test_a_voice_is_played_once_both_agreed_and_the_asker_knows_that_before_the_tap(house: House) -> None:
    wang, chen, _ = await three(house)
    await speaks(house, wang)
    assert "🔒 您点了“👌 好，谢谢”，对方才能听您说的那段话" in wang.reads()
    await wang.presses("发到群里")
    await chen.presses("我", on=house.group)
    assert "对方点头了，您就能听那段话。" in chen.reads() and "🎧 听一听" not in "".join(chen.sees())

    answer = await forges(chen, "ask_hear_1")
    assert answer["show_alert"] and answer["text"].startswith("对方点头了才能听")
    assert (await forges(chen, "ask_write_1"))["show_alert"] and heard(house, chen) == 0
    assert "对方才能听您说的那段话" in wang.reads()
    await wang.presses("好，谢谢")
    await chen.presses("听一听")

    assert heard(house, chen) == 1


async def test_what_it_is_about_is_chosen_by_a_tap_so_that_neighbours_know_before_they_take_it(house: House) -> None:
    wang, _, _ = await three(house)
    await speaks(house, wang)

    await wang.presses("🏃")

    assert "✓ 🏃 跑腿搭手" in wang.buttons() and "有人跑个腿、搭把手（🎤 说了一段话，说定了能听）" in wang.reads()
    await wang.presses("发到群里")
    assert "有人跑个腿、搭把手（🎤 说了一段话，说定了能听）" in house.in_group()[0]
    assert "🙋 我去" in house.buttons_in_group()


async def test_the_asker_may_say_that_whoever_takes_it_hears_it_at_once(house: House) -> None:
    wang, chen, li = await three(house)
    await speaks(house, wang)

    answer = await wang.presses("接了就能听")
    assert answer and answer["text"] == "好，谁接了，马上就能听；没人接时问到的楼栋长也能。"
    assert "✓ 🎧 接了就能听" in wang.buttons() and "接了能听" in wang.reads()
    await wang.presses("发到群里")
    await chen.presses("我", on=house.group)
    await chen.presses("听一听")

    assert heard(house, chen) == 1
    await li.presses("我也行", on=house.group)
    assert (await forges(li, "ask_hear_1"))["text"].startswith("您是下一位") and heard(house, li) == 0


async def test_that_yes_is_taken_back_before_it_is_sent_and_kept_by_nobody_else(house: House) -> None:
    wang, chen, _ = await three(house)
    await speaks(house, wang)
    await wang.presses("接了就能听")
    await wang.presses("✓ 🎧 接了就能听")
    assert "说定了能听" in wang.reads()

    refused = await forges(chen, "ask_at-once_1_yes")

    assert refused["show_alert"]
    await wang.presses("发到群里")
    assert (await forges(wang, "ask_at-once_1_yes"))["show_alert"]  # it is sent: nobody agreed to anything else


@pytest.mark.parametrize("at_once", [False, True])
async def test_a_head_hears_it_only_where_the_asker_said_so(house: House, at_once: bool) -> None:
    wang, _, _ = await three(house)
    head = await house.moves_in("陈建国", unit="3-1-101")
    await office(house, head, "building_head", "3栋")
    await speaks(house, wang)
    if at_once:
        await wang.presses("接了就能听")
    await wang.presses("发到群里")
    await house.later(hours=7)

    assert any("时间过了一半" in text for text in head.sees())
    await forges(head, "ask_hear_1")

    assert heard(house, head) == int(at_once)


async def test_a_spoken_medicine_is_heard_before_its_box_is_read(house: House) -> None:
    wang, chen, _ = await three(house)
    await speaks(house, wang)
    await wang.presses("💊")
    await wang.presses("🔧")  # a wrong tap, mended
    await wang.presses("💊")
    await wang.presses("发到群里")
    await chen.presses("我有", on=house.group)
    assert "💊 看看药盒" not in chen.buttons() and "👌 好，谢谢" in wang.buttons()

    await wang.presses("好，谢谢")

    labels = [key["text"] for post in house.posts(chen.id, "bot") for row in house.rows(post) for key in row]
    assert "💊 看看药盒" in labels and "🎧 听一听" in labels and "💬 和对方说话" not in labels


async def test_in_english_it_reads_the_same(english_house: House) -> None:
    house = english_house
    anna = await house.moves_in("Anna", language="en", unit="3-2-501")
    await house.bind_group()
    anna.says("Ask")
    await house.settles()
    house.sends_voice(anna)
    await house.settles()

    await anna.presses("🚗")
    assert "a ride (🎤 spoken; once agreed, they can listen)" in anna.reads()
    await anna.presses("Heard at once")

    assert "a ride (🎤 spoken; whoever takes it can listen)" in anna.reads()


# a phone


async def agreed(house: House) -> tuple[Neighbour, Neighbour, Neighbour]:
    wang, chen, li = await three(house)
    await asked(house, wang, "求助 梯子")
    await chen.presses("我有", on=house.group)
    await wang.presses("好，谢谢")
    return wang, chen, li


def everywhere(house: House, *people: Neighbour) -> str:
    return "\n".join([*house.in_group(), *(text for one in people for text in one.sees())])


async def test_each_shows_their_phone_by_a_tap_of_their_own_to_the_other_alone(house: House) -> None:
    wang, chen, li = await agreed(house)

    await chen.presses("告诉对方电话")
    assert chen.reads().startswith("您的电话是多少？")
    await says(chen, "138 1234 5678")

    assert wang.reads() == "📱 对方给您看电话，只给您一位：\n13812345678\n梯子"
    assert "13812345678" not in everywhere(house, li)
    await wang.presses("告诉对方电话")
    await says(wang, "+86 139-8765-4321")
    assert "+8613987654321" in chen.reads()


async def test_a_phone_is_gone_when_it_ends_and_when_it_is_taken_back(house: House) -> None:
    wang, chen, _ = await agreed(house)
    for who, number in ((chen, "13812345678"), (wang, "13987654321")):
        await who.presses("告诉对方电话")
        await says(who, number)

    await chen.presses("收回电话")
    assert "13812345678" not in "\n".join(wang.sees()) and "号码已经抹掉了" in "\n".join(wang.sees())
    assert "13987654321" in "\n".join(chen.sees())
    await wang.presses("解决了", containing="说定了")

    assert "13987654321" not in "\n".join(chen.sees())
    rows = await house.db.read.sql.rows("SELECT phone, asker_phone FROM givers")
    assert [(row["phone"], row["asker_phone"]) for row in rows] == [("", "")]


@pytest.mark.parametrize("said", ["明天给您", "1234", "138 1234 5678 和 139 8765 4321 都行", "1" * 16])
async def test_what_is_no_number_is_asked_again_and_shown_to_nobody(house: House, said: str) -> None:
    wang, chen, _ = await agreed(house)
    before = wang.sees()
    await chen.presses("告诉对方电话")

    await says(chen, said)

    assert chen.reads().startswith("我没看懂。只打号码") and wang.sees() == before


async def test_nobody_shows_a_phone_before_both_agreed_or_for_somebody_else(house: House) -> None:
    wang, chen, li = await three(house)
    await asked(house, wang, "求助 梯子")
    await chen.presses("我有", on=house.group)
    ask = await house.db.read.asks.get(1)
    giver = ask.givers[0].person_id

    for who in (wang, chen, li):
        refused = await forges(who, f"ask_phone_1_{giver}")
        assert refused["show_alert"], refused
    await wang.presses("好，谢谢")
    assert (await forges(li, f"ask_phone_1_{giver}"))["show_alert"]


async def test_a_number_that_comes_when_it_is_over_is_shown_to_nobody(house: House) -> None:
    wang, chen, _ = await agreed(house)
    await chen.presses("告诉对方电话")
    await wang.presses("解决了", containing="说定了")

    await says(chen, "13812345678")

    assert "13812345678" not in "\n".join(wang.sees())
