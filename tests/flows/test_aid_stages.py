"""What happens to a plea that nobody touches: half time, the question, the end, and the head who finds out."""

import pytest

from tests.flows.helping import asked, hidden, number_of, office, people, state, verbs
from tests.house import House, Neighbour

PLEA = "求助 布洛芬 下午6点前"
TO_HALF = {"hours": 5, "minutes": 10}
"""Asked at nine in the morning; half time falls into the midday rest, after which the head is told."""
TO_QUESTION = {"hours": 2, "minutes": 30}
TO_END = {"hours": 1, "minutes": 40}


async def with_head(house: House, language: str = "zh-hans") -> tuple[Neighbour, Neighbour]:
    """Somebody who asks in 3栋, and the head of that building, who lives elsewhere."""
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501", language=language)
    head = await house.moves_in("陈建国", unit="5-1-201", language=language)
    await office(house, head)
    return wang, head


async def unanswered(house: House, wang: Neighbour, said: str = PLEA) -> None:
    """Nobody has it and nobody says anything."""
    await asked(house, wang, said)
    for span in (TO_HALF, TO_QUESTION, TO_END):
        await house.later(**span)


async def due(house: House, who: Neighbour) -> str:
    who.says("/todo")
    await house.settles()
    return who.reads()


# half time


async def test_at_half_time_the_head_is_told_and_the_asker_reads_by_name_who_knows(house: House) -> None:
    wang, head = await with_head(house)
    await asked(house, wang, "求助 布洛芬 下午6点前 孩子发烧")

    await house.later(**TO_HALF)

    assert head.reads().startswith("🙋 王芳（3栋）在求助，时间过了一半，还没有人接：\n布洛芬")
    assert "发烧" not in head.reads() and "501" not in head.reads()
    assert "还没有人接。我已经告诉楼栋长陈建国。" in wang.reads()
    said = house.in_group()[-1]
    assert said == "还没有人接，能帮的邻居看一看：\n布洛芬"
    [call] = [one["params"] for one in house.calls("sendMessage") if "能帮的邻居" in one["params"]["text"]]
    assert str(house.posts(wang.id, house.group)[1].id) in str(call["reply_parameters"])
    assert await verbs(house) == ["ask.opened", "ask.half"]


async def test_half_time_is_said_once_whatever_rings_again(house: House) -> None:
    wang, head = await with_head(house)
    await asked(house, wang, PLEA)
    await house.later(**TO_HALF)
    told = head.sees()

    await house.restarts()
    await house.later(hours=1)
    await house.db.whole(lambda tx: tx.alarms.set("ask.half", "ask_1", int(house.clock.seconds())))
    await house.rings()

    assert sum("能帮的邻居" in text for text in house.in_group()) == 1
    assert head.sees() == told


async def test_the_head_takes_it_on_from_their_own_card(house: House) -> None:
    wang, head = await with_head(house)
    await asked(house, wang, PLEA)
    await house.later(**TO_HALF)

    await head.presses("我有", containing="时间过了一半")

    assert wang.reads().startswith("🤝 陈建国（5栋）有，愿意给您。")
    assert any(text == "这件有邻居接了，谢谢您。\n布洛芬" for text in head.sees())


async def test_in_english_half_time_names_the_head_too(english_house: House) -> None:
    house = english_house
    anna, _ = await with_head(house, "en")
    await asked(house, anna, "/need a ladder by 6pm")

    await house.later(**TO_HALF)

    assert "Nobody has it yet. I told 陈建国 (Building head)." in anna.reads()
    assert house.in_group()[-1] == "Nobody yet. Can anybody help?\na ladder"


async def test_no_head_is_promised_where_none_was_told(house: House) -> None:
    wang, head = await with_head(house)
    await house.db.whole(lambda tx: tx.people.mute(2, "ask.half"))
    assert await number_of(house, head) == 2
    before = head.sees()
    await asked(house, wang, PLEA)

    await house.later(**TO_HALF)

    assert head.sees() == before
    assert "陈建国" not in wang.reads() and "还没有人接。别急，我在群里又问了一声。" in wang.reads()


async def test_of_two_heads_the_one_who_can_be_told_is_named(house: House) -> None:
    wang, head = await with_head(house)
    he = await house.moves_in("何婶", unit="5-1-202")
    await office(house, he)
    await people(house, name="陈建国", unreachable_at=1)
    await asked(house, wang, PLEA)

    await house.later(**TO_HALF)

    assert "我已经告诉楼栋长何婶。" in wang.reads()
    assert "时间过了一半" in he.reads() and "时间过了一半" not in head.reads()


async def test_what_is_hidden_is_not_said_once_more_in_the_group(house: House) -> None:
    wang, _ = await with_head(house)
    await asked(house, wang, PLEA)
    await hidden(house, "ask_1")

    await house.later(**TO_HALF)

    assert not any("布洛芬" in text for text in house.in_group())


async def test_whoever_has_help_in_part_is_not_told_that_nobody_has_it(house: House) -> None:
    wang, head = await with_head(house)
    await asked(house, wang, "求助 口罩 下午6点前", amount=5)
    await head.pushes("ask_take_1_2", house.posts(head.id, house.group)[-1].id, on=house.group)

    await house.later(**TO_HALF)

    assert "ask.half" not in await verbs(house)
    assert not any("还没有人接，家里有的" in text for text in house.in_group())


# the question and the end


@pytest.mark.parametrize(("label", "then"), [("再问半天", "open"), ("解决了", "done"), ("不用了", "withdrawn")])
async def test_before_the_end_the_asker_is_asked_and_every_answer_counts(house: House, label: str, then: str) -> None:
    wang, _ = await with_head(house)
    await asked(house, wang, PLEA)
    await house.later(**TO_HALF)
    await house.later(**TO_QUESTION)
    assert wang.reads().startswith("还没有人接。还要吗？\n布洛芬")

    await wang.presses(label)
    await house.later(**TO_END)

    assert await state(house) == then
    assert "ask.unanswered" not in await verbs(house)


async def test_after_asking_on_for_half_a_day_the_head_is_asked_at_its_half_as_well(house: House) -> None:
    wang, head = await with_head(house)
    await asked(house, wang, PLEA)
    await house.later(**TO_HALF)
    await house.later(**TO_QUESTION)
    await wang.presses("再问半天")
    assert (await verbs(house)).count("ask.half") == 1

    await house.later(hours=6, minutes=10)

    assert (await verbs(house)).count("ask.half") == 2
    ask = await house.db.read.asks.get(1)
    assert ask.called_id == await number_of(house, head) and ask.called_at > ask.again_at


async def test_without_an_answer_it_is_the_heads_task_and_the_asker_reads_whose(house: House) -> None:
    wang, head = await with_head(house)
    await unanswered(house, wang)

    assert await state(house) == "unanswered"
    assert wang.reads().startswith("到时间了，还没有人接。我托楼栋长陈建国来问问您")
    assert wang.buttons() == ["再问半天", "✅ 解决了", "不用了"]
    assert head.reads().startswith("🙋 王芳（3栋）的求助到时间了，没有人接，也没回话：\n布洛芬")
    assert "🙋 布洛芬 · 没人接，请您问问" in await due(house, head)
    await head.presses("1 · 布洛芬")
    assert head.reads().endswith("请您问一句，后来怎么样了？")


@pytest.mark.parametrize(
    ("label", "ended", "asker", "group"),
    [
        ("✅ 解决了", "done", "✅ 解决了，真好。", "✅ 3栋邻居要的“布洛芬”解决了，谢谢大家。"),
        ("不用了", "withdrawn", "撤回了，群里也改了。", "3栋邻居要的“布洛芬”：不用了，谢谢大家。"),
        ("没帮上", "expired", "⏳ 到时间了，这次没有等到。", "⏳ 3栋邻居要的“布洛芬”：到时间了，这次没有等到。"),
    ],
)
async def test_the_head_says_how_it_ended_and_the_asker_may_say_otherwise(
    house: House, label: str, ended: str, asker: str, group: str
) -> None:
    wang, head = await with_head(house)
    await unanswered(house, wang)

    answer = await head.presses(label, containing="请您问一句")
    assert answer and answer["text"] == "记下了，我告诉求助的邻居。辛苦了。"
    assert await state(house) == ended
    assert wang.reads().startswith(asker) and wang.buttons()
    assert house.in_group()[0] == group
    assert "布洛芬" not in await due(house, head)

    await wang.presses("再问半天" if ended == "expired" else "点错了")
    assert await state(house) == "open"
    assert "还没有人接" in house.in_group()[0]


async def test_only_the_head_settles_it_and_in_private(house: House) -> None:
    wang, head = await with_head(house)
    li = await house.moves_in("李奶奶", unit="5-1-202")
    await unanswered(house, wang)
    card = house.posts(li.id, house.group)[-1].id

    for who, data in (
        (li, "ask_settle_1_done"), (wang, "ask_settle_1_done"), (head, "ask_settle_1_won"), (head, "ask_settle_1"),
        (li, "ask_head_1"), (head, "ask_head_1"), (li, "ask_reopen_1"),
    ):  # fmt: skip
        answer = await who.pushes(data, card, on=house.group)
        assert answer and answer["show_alert"], data

    assert await state(house) == "unanswered"
    assert await house.db.read.house.parked() == 0


async def test_a_neighbour_may_still_have_it_when_its_time_is_over(house: House) -> None:
    wang, head = await with_head(house)
    li = await house.moves_in("李奶奶")
    await unanswered(house, wang)

    await li.presses("我有", on=house.group)

    assert await state(house) == "taken"
    assert wang.reads().startswith("🤝 李奶奶有，愿意给您。")
    assert "布洛芬" not in await due(house, head)
    await house.later(hours=1)
    assert await state(house) == "taken"


async def test_the_next_in_line_does_not_make_the_question_ring_again(house: House) -> None:
    wang, head = await with_head(house)
    li, he = await house.moves_in("李奶奶", "何婶")
    await asked(house, wang, "求助 布洛芬 两小时内")
    await head.presses("我有", on=house.group)
    await house.later(hours=5)
    assert wang.reads().startswith("陈建国（5栋）还没看完药盒。再等一等，还是换一位？")
    told = wang.sees()

    for who in (li, he):
        await who.presses("我也行", on=house.group)
        await house.rings()
    await li.presses("不用等我了")
    await house.rings()

    assert wang.sees() == told


async def test_after_two_days_without_a_word_the_next_office_is_asked_too(house: House) -> None:
    wang, head = await with_head(house)
    li = await house.moves_in("李红", unit="5-1-203")
    await office(house, li, "social_worker", "锦江苑")
    await unanswered(house, wang)
    assert "没有人接，也没回话" not in li.reads()

    await house.later(days=2)
    assert any(text.startswith("🙋 王芳（3栋）的求助到时间了，没有人接，也没回话：") for text in li.sees())
    await li.presses("没帮上", containing="请您问一句")

    assert await state(house) == "expired"
    assert any(text.startswith("这件先收起来了，谢谢您。") for text in head.sees())
    before = head.sees(), li.sees()
    await house.later(days=5)
    assert [text for text in head.sees() if "没回话" in text] == [text for text in before[0] if "没回话" in text]


async def test_without_a_head_it_ends_with_a_way_on(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")
    await unanswered(house, wang)

    assert await state(house) == "expired"
    assert wang.reads() == ("⏳ 到时间了，这次没有等到。\n布洛芬\n可以再问半天，也可以换个说法再求助一次。")
    assert wang.buttons() == ["🙋 再问半天"]
    await wang.presses("再问半天")
    assert await state(house) == "open"


async def test_a_head_who_leaves_office_hands_it_to_the_next_or_it_ends_and_the_asker_reads_so(house: House) -> None:
    wang, head = await with_head(house)
    await unanswered(house, wang)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET until = 2, ended_by = 1 WHERE person_id = 2"))
    assert "布洛芬" not in await due(house, head)

    await house.later(days=2)

    assert await state(house) == "expired"
    assert wang.reads().startswith("⏳ 到时间了，这次没有等到。") and wang.buttons() == ["🙋 再问半天"]


async def test_whoever_comes_into_office_finds_it_among_their_tasks(house: House) -> None:
    wang, _ = await with_head(house)
    he = await house.moves_in("何婶", unit="5-1-202")
    await unanswered(house, wang)
    await house.db.whole(lambda tx: tx.sql.run("UPDATE offices SET until = 2, ended_by = 1 WHERE person_id = 2"))
    await office(house, he)

    assert "🙋 布洛芬 · 没人接，请您问问" in await due(house, he)
    await he.presses("1 · 布洛芬")
    await he.presses("再问半天")
    assert await state(house) == "open"


async def test_a_head_who_asks_is_not_their_own_messenger(house: House) -> None:
    _, head = await with_head(house)
    await unanswered(house, head, "求助 布洛芬 3栋 下午6点前")

    assert await state(house) == "expired"
    assert not any("也没回话" in text for text in head.sees())


async def test_the_machine_may_be_off_through_all_of_it(house: House) -> None:
    """After a week without power the question comes first, and nobody is told that they said nothing."""
    wang, head = await with_head(house)
    await asked(house, wang)
    await house.stops()
    house.clock.push(7 * 86400)
    await house.starts()
    await house.rings()
    assert await state(house) == "open"
    assert wang.reads().startswith("还没有人接。还要吗？")
    assert not any("也没回话" in text for text in head.sees())

    await house.later(minutes=31)
    assert await state(house) == "unanswered"


async def test_a_correction_with_another_time_is_kept_by_the_clock(house: House) -> None:
    wang, _ = await with_head(house)
    await asked(house, wang)
    await wang.presses("改一改")
    wang.says("退烧药 后天中午前")
    await house.settles()

    await house.later(days=1)

    assert await state(house) == "open" and "还要吗" not in wang.reads()
