"""Spam and abuse: reported in private, hidden for now, objected to, decided; people and groups kept away."""

from typing import Any

import pytest

from bot.domain.abuse import MOST_A_DAY
from bot.i18n import words
from bot.playground.server.state import BOT, Post
from handlers.doors import DOORS
from tests.engine.dump import places_of
from tests.flows.test_privacy import holds, number, steward
from tests.house import House, Neighbour

T = words("zh")


async def asked(house: House, thing: str = "便宜药 加我") -> tuple[Neighbour, Post]:
    """A plea in the group that somebody will not like, and its card."""
    eve: Neighbour = await house.moves_in("夏娃", unit="3-2-501")
    eve.says(f"/need {thing}", to=house.group)
    await house.settles()
    return eve, newest(house)


def newest(house: House) -> Post:
    posts = house.world.chats[house.group].posts.values()
    return [post for post in posts if post.sender == BOT and not post.deleted][-1]


async def reports(house: House, who: Neighbour, post: Post, reason: str = "ads") -> None:
    who.says("/report", to=house.group, reply_to=post.id)
    await house.settles()
    await who.presses(T(f"report-{reason}"))


async def test_a_report_goes_to_the_nearest_head_and_the_steward_and_the_group_never_learns(house: House) -> None:
    await house.bind_group()
    liang, head, far = await steward(house), await house.moves_in("楼长"), await house.moves_in("别栋楼长")
    eve, post = await asked(house)
    wang = await house.moves_in("王芳")
    places = {place.name: place.id for place in await house.db.read.places.all()}
    await holds(house, head, "building_head", places["锦江苑"])
    await house.lives(far, "5-1-101")
    await holds(house, far, "building_head", {p.name: p.id for p in await house.db.read.places.all()}["5栋"])
    before = house.in_group()

    wang.says("/report", to=house.group, reply_to=post.id)
    await house.settles()
    assert wang.reads().startswith(T("report-why"))
    assert house.in_group() == before
    assert [p for p in house.posts(wang.id, house.group) if p.sender == wang.id] == []
    answer = await wang.presses(T("report-ads"))

    assert answer and answer["text"] == T("report-thanks")
    assert wang.reads() == T("report-thanks") and wang.buttons() == []
    for judge in (liang, head):
        assert T("case-judge-open") in judge.reads() and "📢 广告或骗钱 1人" in judge.reads()
        assert "便宜药" in judge.reads() and "王芳" not in judge.reads()
    assert T("case-block") in liang.buttons() and T("case-block") not in head.buttons()
    assert T("case-judge-open") not in "".join(far.sees() + eve.sees())
    assert house.in_group() == before


async def test_hidden_objected_and_shown_again(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    eve, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post)

    await liang.presses(T("case-hide"))
    assert house.in_group() == [T("abuse-hidden")]
    assert house.buttons_in_group() == []
    assert T("case-author-hidden") in eve.reads() and "便宜药" in eve.reads() and "王芳" not in eve.reads()
    await eve.presses(T("case-object"))
    assert T("case-judge-objected") in liang.reads()
    assert T("case-author-objected-next") in eve.reads()

    await liang.presses(T("case-unhide"))
    assert "便宜药" in house.in_group()[0]
    assert T("ask-i-can", kind="thing") in house.buttons_in_group()[0]
    assert eve.reads() == T("case-author-fine")
    assert [entry.verb for entry in await house.db.read.journal.of("case_1")] == [
        "case.opened", "case.hidden", "case.objected", "case.shown",
    ]  # fmt: skip
    assert (
        wang.id and await house.db.read.sql.rows("SELECT 1 FROM journal WHERE verb = 'case.opened' AND person_id") == []
    )


async def test_a_steward_keeps_it_hidden_and_may_still_change_their_mind(house: House) -> None:
    await house.bind_group()
    liang, head = await steward(house), await house.moves_in("楼长")
    await holds(house, head, "building_head")
    eve, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post, "sales")
    await head.presses(T("case-hide"))
    await eve.presses(T("case-object"))
    answer = await head.pushes("case_unhide_1", house.posts(head.id, "bot")[-1].id)
    assert answer and answer["text"] == T("case-not-yours")

    await liang.presses(T("case-keep"))
    assert T("case-author-kept-next") in eve.reads() and eve.buttons() == []
    assert house.in_group() == [T("abuse-hidden")]
    await liang.presses(T("case-unhide"))
    assert "便宜药" in house.in_group()[0]


async def test_nothing_wrong_tells_nobody_and_more_voices_only_count(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    eve, post = await asked(house)
    wang, chen = await house.moves_in("王芳", "陈明")
    await reports(house, wang, post)
    await liang.presses(T("case-fine"))
    told = len(liang.sees())

    await reports(house, chen, post, "rude")

    assert len(liang.sees()) == told
    assert "📢 广告或骗钱 1人 · 🤬 骂人 1人" in liang.reads()
    assert "举报" not in "".join(eve.sees())


async def test_what_is_hidden_nobody_takes_by_any_door_and_its_taker_and_author_keep_it(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    eve, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post)
    await liang.presses(T("case-hide"))

    answer = await wang.pushes("ask_take_1", post.id, on=house.group)
    assert answer and answer["text"] == T("ask-unknown")
    wang.says("/have 1", to=house.group)
    wang.says("/have", to=house.group)
    await house.settles()
    assert [ask.givers for ask in await house.db.read.asks.all()] == [()]
    eve.says("/withdraw 1", to=house.group)
    await house.settles()
    assert [ask.state for ask in await house.db.read.asks.all()] == ["withdrawn"]
    assert house.in_group()[0] == T("abuse-hidden")


async def test_one_voice_each_put_otherwise_and_ten_a_day(house: House) -> None:
    await house.bind_group()
    await steward(house)
    wang, eve = await house.moves_in("王芳", "夏娃")
    posts = [eve.says(f"广告{n}", to=house.group) for n in range(MOST_A_DAY + 1)]
    await house.settles()
    for post in posts[:MOST_A_DAY]:
        await reports(house, wang, post)
    await wang.presses(T("report-rude")) if T("report-rude") in wang.buttons() else None
    assert await house.db.read.abuse.reported_since(await number(house, wang), 0) == MOST_A_DAY

    wang.says("/report", to=house.group, reply_to=posts[-1].id)
    await house.settles()
    answer = await wang.presses(T("report-ads"))
    assert answer and answer["text"] == T("report-too-many", most=MOST_A_DAY)
    assert await house.db.read.abuse.reported_since(await number(house, wang), 0) == MOST_A_DAY


async def test_somebody_elses_message_leaves_no_word_and_is_deleted_by_the_steward(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    wang, eve = await house.moves_in("王芳", "夏娃")
    post = eve.says("包治百病 13800138000", to=house.group)
    await house.settles()

    await reports(house, wang, post, "sales")

    assert "夏娃" in liang.reads() and "包治百病" not in liang.reads()
    assert "包治百病" not in str([tuple(row) for row in await house.db.read.sql.rows("SELECT * FROM cases")])
    assert T("case-hide") not in liang.buttons()
    await liang.presses(T("case-delete"))
    assert post.deleted
    assert T("case-judge-kept") in liang.reads()


async def test_something_else_takes_one_line_that_only_the_heads_read(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    _, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post, "other")
    wang.says("长" * 500)
    await house.settles()

    assert wang.reads() == T("report-thanks") or T("report-thanks") in wang.sees()
    assert "长" * 100 in liang.reads() and "长" * 201 not in liang.reads()


async def test_whoever_never_pressed_start_is_led_to_the_private_chat(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    _, post = await asked(house)
    wang = await house.moves_in("王芳", started=False)

    wang.says("/report", to=house.group, reply_to=post.id)
    await house.settles()
    await wang.follows(T("open-private"), on=house.group)
    await wang.presses(T("report-ads"))

    assert T("case-judge-open") in liang.reads()


async def test_the_button_on_a_closer_look_reports_too(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    await asked(house)
    wang = await house.moves_in("王芳", unit="5-1-101")
    wang.starts(house.community.house.signed("ask", 1))
    await house.settles()

    await wang.presses(T("report-button"))
    await wang.presses(T("report-private"))

    assert "🔓 泄露隐私 1人" in liang.reads()


@pytest.mark.parametrize(
    ("said", "refusal"),
    [("report_thing_ask_1", "button-is-old"), ("report_thing_menu_1", "button-is-old"),
     ("report_why_1_ads_000000000000", "button-is-old"), ("report_why_1_ads", "button-is-old"),
     ("case_hide_1", "case-unknown"), ("case_fine_1", "case-unknown"), ("case_object_1", "case-unknown"),
     ("case_delete_1", "case-unknown"), ("case_keep_99", "case-unknown"), ("block_for_1_day_ads", "block-not-yours"),
     ("block_lift_1", "block-not-yours"), ("roomblock_quiet_1", "block-not-yours"), ("block_object_1", "button-is-old"),
     ("blocks_1", "block-not-yours")],
)  # fmt: skip
async def test_a_stranger_with_forged_buttons_reaches_nothing(house: House, said: str, refusal: str) -> None:
    await house.bind_group()
    await steward(house)
    _, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post)
    mallory = house.world.add_people([{"first_name": "M", "language_code": "zh-hans"}])[0]
    stranger = house.neighbour(mallory, "M")
    stranger.starts()
    await house.settles()

    answer = await stranger.pushes(said, house.posts(mallory, "bot")[-1].id)

    assert answer and answer["text"] == T(refusal)
    assert [row["state"] for row in await house.db.read.sql.rows("SELECT state FROM cases")] == ["open"]
    assert await house.db.read.abuse.blocked() == []


async def test_nobody_reports_or_judges_their_own(house: House) -> None:
    await house.bind_group()
    eve, post = await asked(house)
    await holds(house, eve, "building_head")
    wang = await house.moves_in("王芳")
    eve.says("/report", to=house.group, reply_to=post.id)
    await house.settles()
    assert T("case-is-yours") in house.in_group()

    await reports(house, wang, post)

    assert T("case-judge-open") not in "".join(eve.sees())
    answer = await eve.pushes("case_fine_1", house.posts(eve.id, "bot")[-1].id)
    assert answer and answer["text"] == T("case-about-you")


async def test_a_report_of_nothing_says_how(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/report", to=house.group)
    wang.says("/report")
    await house.settles()

    assert house.in_group() == [T("report-how")]
    assert wang.reads() == T("report-how")


# keeping away


async def blocked(house: House, span: str = "day") -> tuple[Neighbour, Neighbour]:
    await house.bind_group()
    liang = await steward(house)
    eve = await house.moves_in("夏娃")
    post = eve.says("广告", to=house.group)
    await house.settles()
    liang.says("/block", to=house.group, reply_to=post.id)
    await house.settles()
    assert "夏娃" in liang.reads()
    await liang.presses(T("block-span", span=span))
    return liang, eve


async def test_somebody_is_kept_away_for_a_day_reads_why_and_may_object(house: House) -> None:
    liang, eve = await blocked(house)
    assert (await house.db.read.people.by_telegram(eve.id)).blocked
    assert eve.reads().startswith("您在我这里先歇一歇，到明天上午9点")

    await eve.presses(T("case-object"))
    assert T("block-he-objects") in liang.reads()
    await house.later(days=1, minutes=1)

    assert not (await house.db.read.people.by_telegram(eve.id)).blocked
    assert eve.reads() == T("block-over")
    assert "多久" in liang.reads()


async def test_a_lasting_block_ends_when_a_steward_lets_them_in(house: House) -> None:
    liang, eve = await blocked(house, "always")
    await house.later(days=40)
    assert (await house.db.read.people.by_telegram(eve.id)).blocked
    liang.says("/block")
    await house.settles()
    await liang.presses("夏娃")

    await liang.presses(T("block-lift"))

    assert not (await house.db.read.people.by_telegram(eve.id)).blocked
    assert eve.reads() == T("block-over")


async def test_a_longer_block_moves_its_end(house: House) -> None:
    liang, eve = await blocked(house)
    await liang.presses(T("block-span", span="week"))

    await house.later(days=2)
    assert (await house.db.read.people.by_telegram(eve.id)).blocked
    await house.later(days=6)
    assert not (await house.db.read.people.by_telegram(eve.id)).blocked


async def test_only_a_steward_blocks_and_never_another_or_themselves(house: House) -> None:
    liang, he = await steward(house), await steward(house, "何工")
    wang = await house.moves_in("王芳")
    mine, his = liang.says("早", to=house.group), he.says("早", to=house.group)
    await house.settles()
    for who, post, refusal in (
        (wang, his, "block-not-yours"),
        (liang, mine, "block-oneself"),
        (liang, his, "block-steward"),
    ):
        who.says("/block", to=house.group, reply_to=post.id)
        await house.settles()
        assert T(refusal) in house.in_group()[-1]


async def test_in_a_quiet_group_nothing_is_said_or_heard_until_the_steward_says_so(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    _, post = await asked(house, "梯子")
    wang = await house.moves_in("王芳")
    liang.says("/block", to=house.group)
    await house.settles()
    await liang.presses(T("roomblock-quiet"))
    before = house.in_group()

    wang.says("/need 灯泡", to=house.group)
    answer = await wang.pushes("ask_take_1", post.id, on=house.group)
    await house.settles()
    assert answer and answer["text"] == T("roomblock-silent")
    assert house.in_group() == before and len(await house.db.read.asks.all()) == 1
    assert (await house.db.read.asks.all())[0].state == "open"

    liang.says("/block")
    await house.settles()
    await liang.presses("🤫 锦江苑")
    await liang.presses(T("roomblock-speak"))
    wang.says("/need 灯泡", to=house.group)
    await house.settles()
    assert "灯泡" in house.in_group()[-1]


async def test_a_group_that_is_left_stays_blocked_and_a_supergroup_too(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    liang.says("/block", to=house.group)
    await house.settles()

    await liang.presses(T("roomblock-leave"))

    assert house.world.chats[house.group].bot == "left"
    found: Any = await house.db.read.rooms.enter(house.group, 0, None)
    assert found[0].blocked and found[0].paused
    await house.db.whole(lambda tx: tx.rooms.migrates(house.group, -1009999))
    found = await house.db.read.rooms.enter(-1009999, 0, None)
    assert found[0].blocked and found[0].paused
    topic = await house.db.whole(lambda tx: tx.rooms.open(-1009999, 5, None))
    assert topic.blocked and topic.paused


async def test_being_forgotten_is_no_way_around_a_block(house: House) -> None:
    _, eve = await blocked(house)
    eve.says("/forget")
    await house.settles()
    await eve.pushes(f"forget_yes_{await number(house, eve)}", house.posts(eve.id, "bot")[-1].id)
    assert await places_of(house, str(eve.id)) == []

    eve.starts()
    await house.settles()

    assert (await house.db.read.people.by_telegram(eve.id)).blocked
    await house.later(days=1, minutes=1)
    assert not (await house.db.read.people.by_telegram(eve.id)).blocked


async def test_the_same_journey_in_english(english_house: House) -> None:
    house, say = english_house, words("en")
    await house.bind_group()
    [head, eve, anna] = await house.moves_in("Head", "Eve", "Anna", language="en")
    await holds(house, head, "building_head")
    eve.says("/need cheap pills", to=house.group)
    await house.settles()

    anna.says("report", to=house.group, reply_to=newest(house).id)
    await house.settles()
    await anna.presses(say("report-sales"))
    assert head.reads().startswith(say("case-judge-open"))
    await head.presses(say("case-hide"))

    assert house.in_group() == [say("abuse-hidden")]
    assert eve.reads().startswith(say("case-author-hidden"))


async def test_a_photo_is_no_reason_and_the_question_stays_open(house: House) -> None:
    await house.bind_group()
    liang = await steward(house)
    _, post = await asked(house)
    wang = await house.moves_in("王芳")
    await reports(house, wang, post, "other")

    house.sends_photo(wang)
    await house.settles()
    assert wang.reads() == T("report-in-words")
    wang.says("冒充物业")
    await house.settles()

    assert "冒充物业" in liang.reads()


def test_whoever_is_kept_away_still_has_the_doors_to_object_and_to_their_own_data() -> None:
    needed = [("block", "object"), ("privacy", "see"), ("privacy", "copy"), ("forget", "yes"), ("consent", "off")]

    assert {DOORS.presses[door] for door in needed} <= DOORS.always
    assert {DOORS.commands[name] for name in ("privacy", "export", "forget", "consent")} <= DOORS.always
    assert DOORS.commands["need"] not in DOORS.always and DOORS.commands["report"] not in DOORS.always
