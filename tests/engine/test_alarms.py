"""Alarms ring once and in order, whatever the clock does; an outage is told; and nobody is woken for what can wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.rules import RuleError
from bot.i18n import page
from bot.playground.server import acts
from bot.playground.server.state import BOT, Post
from bot.runtime.alarms import Alarms
from bot.runtime.intake import Intake
from handlers.context import NOTICE, Neighbourhood, Saying, Showing, Turn, html
from handlers.doors import DOORS
from storage.alarms import Alarms as AlarmTable
from storage.cards import Cards
from tests.house import MORNING, House, Neighbour

HOUR, DAY = 3600, 86_400


async def until(true: Callable[[], object], seconds: float = 8) -> None:
    """Wait for something that will come about."""
    patience = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < patience, "it does not come about"
        await asyncio.sleep(0.004)


async def in_turn(house: House, work: Callable[[Turn], Awaitable[Any]]) -> Any:
    """One transaction of the house's own."""
    now = int(house.clock.seconds())
    return await house.db.whole(lambda tx: work(Turn(tx, now, now, house.community.house)))


async def rows(house: House, sql: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in await house.db.read.sql.rows(sql, *values)]


class Bells:
    """Alarms of the test's own: which rang, and when by the wall."""

    def __init__(self, house: House):
        self.house, self.rang, self.late = house, list[str](), dict[str, bool]()
        self.times: dict[str, list[int]] = {}
        self.does: dict[str, Callable[[Turn], Awaitable[None]]] = {}

    async def ring(self, turn: Turn) -> None:
        self.rang.append(turn.thing)
        self.times.setdefault(turn.thing, []).append(turn.now)
        self.late[turn.thing] = turn.late
        if turn.thing in self.does:
            await self.does[turn.thing](turn)

    def now(self) -> int:
        return int(self.house.clock.seconds())

    async def set(self, **after: int) -> None:
        """Seconds from now."""

        async def work(turn: Turn) -> None:
            for thing, seconds in after.items():
                await turn.alarm("test.bell", thing, turn.now + seconds)

        await in_turn(self.house, work)


@pytest.fixture
def bells(house: House, monkeypatch: pytest.MonkeyPatch) -> Bells:
    made = Bells(house)
    monkeypatch.setitem(DOORS.rings, "test.bell", made.ring)
    return made


async def fails(turn: Turn) -> None:
    raise KeyError("a bug of ours")


# ringing


async def test_alarms_ring_once_and_in_their_order(house: House, bells: Bells) -> None:
    await bells.set(third=300, first=100, second=200, later=5000)

    await house.later(seconds=99)
    assert bells.rang == []
    await house.later(seconds=400)
    await house.later(seconds=400)

    assert bells.rang == ["first", "second", "third"]


async def test_more_alarms_than_one_look_takes_all_ring_once(house: House, bells: Bells) -> None:
    await bells.set(**{f"thing_{number}": number for number in range(1, 251)})

    await house.later(minutes=10)

    assert bells.rang == [f"thing_{number}" for number in range(1, 251)]


async def test_two_looks_at_once_ring_once(house: House, bells: Bells) -> None:
    await bells.set(**{f"thing_{number}": 1 for number in range(20)})
    house.clock.push(60)

    await asyncio.gather(*(house.community.alarms.look() for _ in range(5)))

    assert sorted(bells.rang) == sorted(f"thing_{number}" for number in range(20))


async def test_an_alarm_rings_by_itself_within_a_second_or_so(house: House, bells: Bells) -> None:
    await bells.set(soon=60)

    house.clock.push(61)

    await until(lambda: bells.rang == ["soon"])


async def test_an_alarm_that_was_moved_rings_at_its_new_time_only(house: House, bells: Bells) -> None:
    await bells.set(thing=100)
    await bells.set(thing=1000)

    await house.later(seconds=500)
    assert bells.rang == []
    await house.later(seconds=600)

    assert bells.rang == ["thing"]


async def test_an_alarm_that_was_cleared_does_not_ring(house: House, bells: Bells) -> None:
    await bells.set(thing=100)
    await in_turn(house, lambda turn: turn.no_alarm("test.bell", thing="thing"))

    await house.later(seconds=500)

    assert bells.rang == []


async def test_an_alarm_may_clear_and_move_others_that_are_due_with_it(house: House, bells: Bells) -> None:
    async def acts_on_others(turn: Turn) -> None:
        await turn.no_alarm("test.bell", thing="cleared")
        await turn.alarm("test.bell", "moved", turn.now + 1000)

    bells.does["first"] = acts_on_others
    await bells.set(first=1, cleared=2, moved=3, last=4)

    await house.later(seconds=10)
    assert bells.rang == ["first", "last"]
    await house.later(seconds=1000)

    assert bells.rang == ["first", "last", "moved"]


async def test_an_alarm_may_set_itself_again(house: House, bells: Bells) -> None:
    async def again(turn: Turn) -> None:
        await turn.alarm("test.bell", "thing", turn.now + HOUR)

    bells.does["thing"] = again
    await bells.set(thing=HOUR)

    for _ in range(3):
        await house.later(hours=1)

    assert bells.rang == ["thing"] * 3


@pytest.mark.parametrize(("seconds", "late"), [(5, False), (590, False), (700, True)])
async def test_an_alarm_is_told_when_it_rings_late(house: House, bells: Bells, seconds: int, late: bool) -> None:
    await bells.set(thing=60)

    await house.later(seconds=60 + seconds)

    assert bells.late == {"thing": late}


# failing


async def test_a_failing_alarm_leaves_nothing_behind_and_the_others_ring(house: House, bells: Bells) -> None:
    wang = await house.moves_in("王芳")

    async def promises_and_fails(turn: Turn) -> None:
        await turn.tx.house.set("test", "half a change")
        person = await turn.tx.people.by_telegram(wang.id)
        assert person
        await turn.tell(person.id, "test.news", Saying(lambda t: page(["半句话"])))
        raise RuleError("not-saved")

    bells.does["bad"] = promises_and_fails
    await bells.set(before=1, bad=2, after=3)

    await house.later(seconds=10)

    assert bells.rang == ["before", "bad", "after"]
    assert await rows(house, "SELECT value FROM house WHERE key = 'test'") == []
    assert "半句话" not in wang.sees()


async def test_a_failing_alarm_is_put_off_one_five_and_thirty_minutes_and_then_parked(
    house: House, bells: Bells
) -> None:
    bells.does["bad"] = fails
    await bells.set(bad=60)

    for seconds, rang in ((61, 1), (57, 1), (6, 2), (294, 2), (9, 3), (1793, 3), (10, 4), (4000, 4)):
        await house.later(seconds=seconds)
        assert len(bells.rang) == rang, seconds

    assert await rows(house, "SELECT kind, exception FROM parked") == [
        {"kind": "alarm:test.bell", "exception": "KeyError"}
    ]
    assert await rows(house, "SELECT thing FROM alarms WHERE kind = 'test.bell'") == []


async def test_an_alarm_that_recovers_rings_on_as_if_nothing_had_been(house: House, bells: Bells) -> None:
    bells.does["bad"] = fails
    await bells.set(bad=60)
    await house.later(seconds=61)
    del bells.does["bad"]

    await house.later(seconds=61)
    await house.later(hours=1)

    assert bells.rang == ["bad", "bad"]
    assert await rows(house, "SELECT kind FROM parked") == []


async def test_an_alarm_nobody_knows_any_more_is_parked_and_holds_up_nobody(house: House, bells: Bells) -> None:
    await in_turn(house, lambda turn: turn.alarm("test.long-gone", "thing", turn.now + 1))
    await bells.set(good=2)

    await house.later(minutes=1)
    assert bells.rang == ["good"]
    for minutes in (2, 6, 31):
        await house.later(minutes=minutes)

    assert [row["kind"] for row in await rows(house, "SELECT kind FROM parked")] == ["alarm:test.long-gone"]


# the clock


@pytest.mark.parametrize(
    "jumps",
    [
        [HOUR, HOUR, DAY, DAY, DAY, 7 * DAY],
        [7 * DAY],
        [HOUR, -HOUR, HOUR, DAY, 7 * DAY],
        [-HOUR, -HOUR, HOUR, HOUR, DAY, 7 * DAY],
        [2 * HOUR, -HOUR, -HOUR, 3 * HOUR, -HOUR, 4 * DAY, -HOUR, 7 * DAY],
    ],
)
async def test_whatever_the_clock_does_every_alarm_rings_once_and_none_too_early(
    house: House, bells: Bells, jumps: list[int]
) -> None:
    began = bells.now()
    after = {"soon": 600, "hour": HOUR + 60, "night": 16 * HOUR, "days": 3 * DAY}
    await bells.set(**after)

    for jump in jumps:
        await house.later(seconds=jump)

    assert sorted(bells.rang) == sorted(after)
    assert all(bells.times[thing][0] >= began + seconds for thing, seconds in after.items())


async def test_a_wall_clock_that_is_set_back_does_not_stop_the_alarms(house: House, bells: Bells) -> None:
    """APScheduler then waits for a time that is an hour off."""
    alarms = house.community.alarms
    alarms.scheduler.modify_job("look", next_run_time=datetime.now(UTC) + timedelta(hours=1))
    alarms.looked -= 10
    await bells.set(thing=1)
    house.clock.push(2)

    await until(lambda: bells.rang == ["thing"])


async def test_overdue_alarms_ring_once_after_a_restart(house: House, bells: Bells) -> None:
    await bells.set(first=60, second=120)
    await house.stops()
    house.clock.push(DAY)

    await house.starts()
    await house.rings()
    await house.restarts()
    await house.rings()

    assert bells.rang == ["first", "second"]


async def test_a_house_whose_alarms_ring_is_not_at_rest(house: House) -> None:
    alarms, seen = house.community.alarms, []
    good = alarms._ring

    async def watched(alarm: Any) -> None:
        seen.append(await house.community.at_rest())
        await good(alarm)

    alarms._ring = watched  # type: ignore[method-assign]  # to look while it rings
    await house.later(days=1)

    assert seen and not any(seen)
    assert await house.community.at_rest()


async def test_the_houses_own_alarms_go_on_for_a_week(house: House) -> None:
    for _ in range(8):
        await house.later(days=1)

    kinds = await rows(house, "SELECT kind, at > ? AS ahead FROM alarms ORDER BY kind", int(house.clock.seconds()))
    own = (
        "evening.day", "evening.week", "house.second", "house.snapshot",
        "house.tidy", "house.weekly", "keep.prune", "months.evening",
        "months.month", "todo.morning",
    )  # fmt: skip
    assert kinds == [{"kind": kind, "ahead": 1} for kind in own]


# an outage


STOPPED = "停了一会儿"


@pytest.fixture
async def two_pleas(house: House, monkeypatch: pytest.MonkeyPatch) -> tuple[House, Neighbour, Neighbour]:
    """Two open pleas and one that is over; and a house that does not wait long before it asks again."""
    trouble = Intake._trouble

    async def hurried(self: Intake, error: Exception, failures: int) -> float:
        await trouble(self, error, failures)
        return 0.005

    monkeypatch.setattr(Intake, "_trouble", hurried)
    wang, chen = await house.moves_in("王芳", "陈明")
    for thing in ("布洛芬", "雨伞", "梯子"):
        wang.says(f"/need {thing}", to=house.group)
        await house.settles()
    wang.says("/done 3", to=house.group)
    await house.settles()
    return house, wang, chen


def cards(house: House, chat: int) -> dict[str, Post]:
    """The newest message of each plea in a chat."""
    posts = [post for post in house.world.chats[chat].posts.values() if post.sender == BOT and not post.deleted]
    found: dict[str, Post] = {}
    for post in posts:
        text = post.body.get("text", "")
        found |= {thing: post for thing in ("布洛芬", "雨伞", "梯子") if f"\n{thing}" in text or f"“{thing}”" in text}
    return found


def telling(house: House, chat: int) -> dict[str, bool]:
    return {thing: STOPPED in post.body["text"] for thing, post in cards(house, chat).items()}


async def polling_fails(house: House, minutes: float) -> None:
    """Telegram cannot be asked for so long."""
    house.world.updates.change(None, {"url": "https://example.org/"})
    house.world.updates.abort("a test")
    await until(lambda: house.community.intake.health.trouble)
    house.clock.push(minutes * 60)
    assert house.community.intake.health.polled
    house.community.intake.health.polled -= minutes * 60


async def works_again(house: House) -> None:
    house.world.updates.change(None, None)
    await until(lambda: house.community.intake.health.trouble is None)
    await house.settles()


async def test_after_ten_minutes_without_telegram_every_open_card_says_so_once(
    two_pleas: tuple[House, Neighbour, Neighbour],
) -> None:
    house, wang, _ = two_pleas
    before = len(house.calls("editMessageText"))

    await polling_fails(house, 10)
    await works_again(house)

    assert telling(house, house.group) == {"布洛芬": True, "雨伞": True, "梯子": False}
    edits = [call["params"] for call in house.calls("editMessageText")[before:]]
    assert sorted(call["chat_id"] for call in edits).count(str(house.group)) == 2
    assert len({(call["chat_id"], call["message_id"]) for call in edits}) == len(edits)
    assert "请再按一次" in cards(house, house.group)["布洛芬"].body["text"]
    assert telling(house, wang.id)["雨伞"]


async def test_after_ten_minutes_across_a_restart_every_open_card_says_so_once(
    two_pleas: tuple[House, Neighbour, Neighbour],
) -> None:
    house, _, _ = two_pleas
    await house.stops()
    house.clock.push(600)
    before = len(house.calls("editMessageText"))

    await house.starts()
    await house.settles()

    assert telling(house, house.group) == {"布洛芬": True, "雨伞": True, "梯子": False}
    to_group = [c for c in house.calls("editMessageText")[before:] if c["params"]["chat_id"] == str(house.group)]
    assert len(to_group) == 2


async def test_an_outage_that_a_restart_ends_is_told_too(two_pleas: tuple[House, Neighbour, Neighbour]) -> None:
    """Polling failed for ten minutes; then somebody restarted the house."""
    house, _, _ = two_pleas

    await polling_fails(house, 10)
    await house.stops()
    house.world.updates.change(None, None)
    await house.starts()
    await house.settles()

    assert telling(house, house.group) == {"布洛芬": True, "雨伞": True, "梯子": False}


@pytest.mark.parametrize("across_a_restart", [False, True])
async def test_a_short_silence_is_no_outage(
    two_pleas: tuple[House, Neighbour, Neighbour], across_a_restart: bool
) -> None:
    house, _, _ = two_pleas
    before = len(house.calls("editMessageText"))

    if across_a_restart:
        await house.stops()
        house.clock.push(90)
        await house.starts()
        await house.settles()
    else:
        await polling_fails(house, 1.5)
        await works_again(house)

    assert len(house.calls("editMessageText")) == before


async def test_the_next_change_takes_the_outage_off_its_card_only(
    two_pleas: tuple[House, Neighbour, Neighbour],
) -> None:
    house, _, chen = two_pleas
    await polling_fails(house, 10)
    await works_again(house)

    await chen.presses("我有", on=house.group, containing="布洛芬")

    assert telling(house, house.group) == {"布洛芬": False, "雨伞": True, "梯子": False}
    assert "陈明" in cards(house, house.group)["布洛芬"].body["text"]


async def test_a_press_that_waited_through_the_outage_counts(two_pleas: tuple[House, Neighbour, Neighbour]) -> None:
    house, _, chen = two_pleas
    await house.stops()
    house.clock.push(600)
    card = cards(house, house.group)["布洛芬"]
    pressing = asyncio.create_task(acts.press(house.world, chen.id, house.group, card.id, "ask_take_1"))
    await asyncio.sleep(0)

    await house.starts()
    await house.settles()
    await pressing

    assert telling(house, house.group) == {"布洛芬": False, "雨伞": True, "梯子": False}


async def test_after_an_outage_cards_are_as_urgent_as_before(two_pleas: tuple[House, Neighbour, Neighbour]) -> None:
    """Telling of it may wait; the next press may not."""
    house, _, chen = two_pleas
    await polling_fails(house, 10)
    await works_again(house)
    card = cards(house, house.group)["布洛芬"]

    async def a_press_and_a_notice(turn: Turn) -> None:
        number = await turn.tx.sql.value("SELECT id FROM rooms WHERE chat_id = ?", house.group)
        room = await turn.tx.rooms.get(number)
        await turn.promise(room, "test.notice", "sendMessage", html(page(["周末停水"])), rank=NOTICE)
        await turn.redraw("ask_1")

    before = house.calls()[-1]["n"]
    await in_turn(house, a_press_and_a_notice)
    await house.settles()

    to_group = [c for c in house.world.calls.since(before) if c["params"].get("chat_id") == str(house.group)]
    assert [call["method"] for call in to_group] == ["editMessageText", "sendMessage"]
    assert card and chen


# who may be woken


async def tells(
    house: House, neighbour: Neighbour, text: str, *, thing: str | None = "ask_1", kind: str = "test.news",
    awaited: bool = False,
) -> bool:  # fmt: skip
    async def work(turn: Turn) -> bool:
        person = await turn.tx.people.by_telegram(neighbour.id)
        assert person
        return await turn.tell(person.id, kind, Saying(lambda t: page([text]), thing), awaited=awaited)

    told: bool = await in_turn(house, work)
    await house.settles()
    return told


def at(house: House, clock: str, days: int = 0) -> None:
    hour, minute = map(int, clock.split(":"))
    house.set_clock((MORNING + timedelta(days=days)).replace(hour=hour, minute=minute, second=5))


async def looks(house: House) -> None:
    house.community.delivery.woken.set()
    await house.settles()


@pytest.mark.parametrize(
    ("told_at", "not_yet", "arrives"),
    [
        ("22:00", (1, "07:29"), (1, "07:30")),
        ("23:30", (1, "07:29"), (1, "07:30")),
        ("12:30", (0, "13:59"), (0, "14:00")),
        ("13:59", (0, "13:59"), (0, "14:00")),
    ],
)
async def test_what_rings_waits_for_the_end_of_the_quiet_hours(
    house: House, told_at: str, not_yet: tuple[int, str], arrives: tuple[int, str]
) -> None:
    wang = await house.moves_in("王芳")
    at(house, told_at)

    assert await tells(house, wang, "有人接了")
    at(house, not_yet[1], not_yet[0])
    await looks(house)
    assert "有人接了" not in wang.sees()
    at(house, arrives[1], arrives[0])
    await looks(house)

    assert wang.sees().count("有人接了") == 1


@pytest.mark.parametrize(("days", "told_at"), [(0, "12:29"), (0, "14:00"), (0, "21:59"), (1, "07:00"), (1, "07:15")])
async def test_in_waking_hours_news_comes_at_once(house: House, days: int, told_at: str) -> None:
    wang = await house.moves_in("王芳")
    at(house, told_at, days)

    await tells(house, wang, "有人接了")

    assert "有人接了" in wang.sees()


async def test_at_six_in_the_morning_it_is_still_night(house: House) -> None:
    wang = await house.moves_in("王芳")
    at(house, "06:59", 1)

    await tells(house, wang, "有人接了")
    assert "有人接了" not in wang.sees()
    at(house, "07:30", 1)
    await looks(house)

    assert "有人接了" in wang.sees()


@pytest.mark.parametrize("reason", ["awake", "night_ok", "awaited"])
async def test_at_night_news_comes_at_once_to_who_is_awake_offered_it_or_waits_for_it(
    house: House, reason: str
) -> None:
    wang = await house.moves_in("王芳")
    at(house, "23:00")
    if reason == "awake":
        wang.says("/help")
        await house.settles()
        house.clock.push(50 * 60)
    if reason == "night_ok":
        await in_turn(house, lambda turn: turn.tx.sql.run("UPDATE people SET night_ok = 1"))

    await tells(house, wang, "有人接了", awaited=reason == "awaited")

    assert "有人接了" in wang.sees()


async def test_an_hour_after_the_last_word_somebody_is_taken_for_asleep(house: House) -> None:
    wang = await house.moves_in("王芳")
    at(house, "22:30")
    wang.says("/help")
    await house.settles()
    house.clock.push(61 * 60)

    await tells(house, wang, "有人接了")

    assert "有人接了" not in wang.sees()


async def test_news_of_the_same_thing_that_still_waits_gives_way_to_the_newer(house: House) -> None:
    wang = await house.moves_in("王芳")
    at(house, "23:00")

    await tells(house, wang, "有人接了")
    await tells(house, wang, "又没有了")
    await tells(house, wang, "雨伞有了", thing="ask_2")
    at(house, "07:30", 1)
    await looks(house)

    assert wang.sees()[-2:] == ["又没有了", "雨伞有了"]
    assert "有人接了" not in wang.sees()


async def test_news_of_no_particular_thing_does_not_swallow_other_news(house: House) -> None:
    wang = await house.moves_in("王芳")
    at(house, "23:00")

    await tells(house, wang, "明天停水", thing=None)
    await tells(house, wang, "电梯修好了", thing=None)
    at(house, "07:30", 1)
    await looks(house)

    assert wang.sees()[-2:] == ["明天停水", "电梯修好了"]


async def test_news_that_is_waited_for_after_all_comes_at_once_and_only_once(house: House) -> None:
    wang = await house.moves_in("王芳")
    at(house, "23:00")
    await tells(house, wang, "有人接了")

    await tells(house, wang, "有人来了", awaited=True)
    at(house, "07:30", 1)
    await looks(house)

    assert wang.sees()[-1] == "有人来了"
    assert "有人接了" not in wang.sees()


async def test_a_card_told_at_night_comes_in_the_morning_and_is_true_then(house: House) -> None:
    wang, chen = await house.moves_in("王芳", "陈明")
    wang.says("/need 雨伞", to=house.group)
    await house.settles()
    at(house, "23:00")
    before = len(wang.sees())

    async def work(turn: Turn) -> None:
        person = await turn.tx.people.by_telegram(wang.id)
        assert person
        await turn.tell(person.id, "test.news", Showing("ask_1", "asker"))

    await in_turn(house, work)
    await looks(house)
    assert len(wang.sees()) == before
    chen.says("/have 1", to=house.group)
    at(house, "07:30", 1)
    await looks(house)

    assert "陈明" in wang.reads()


async def test_what_somebody_muted_is_not_told_and_other_kinds_are(house: House) -> None:
    wang = await house.moves_in("王芳")
    await in_turn(
        house,
        lambda turn: turn.tx.sql.run("INSERT INTO mutes SELECT id, 'test.chatter' FROM people WHERE name = '王芳'"),
    )

    assert await tells(house, wang, "听说", kind="test.chatter")
    assert await tells(house, wang, "要紧", kind="test.news")

    assert "听说" not in wang.sees()
    assert wang.reads() == "要紧"


async def test_who_cannot_be_reached_is_not_told_and_the_teller_knows(house: House) -> None:
    wang = await house.moves_in("王芳", started=False)
    wang.says("/help", to=house.group)
    await house.settles()

    assert await tells(house, wang, "有人接了") is False

    assert await rows(house, "SELECT kind FROM notes") == []


async def test_everybody_is_told_in_their_own_language(house: House) -> None:
    wang = await house.moves_in("王芳")
    anna = await house.moves_in("Anna", language="en")

    async def work(turn: Turn) -> None:
        for neighbour in (wang, anna):
            person = await turn.tx.people.by_telegram(neighbour.id)
            assert person
            await turn.tell(person.id, "test.news", Saying(lambda t: page([t("language-name")])))

    await in_turn(house, work)
    await house.settles()

    assert (wang.reads(), anna.reads()) == ("中文", "English")


# planted bugs: each of them one of the checks above must see


async def test_an_alarm_that_is_not_taken_off_the_list_is_caught(
    house: House, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def rings(self: AlarmTable, alarm: Any) -> bool:
        return True

    monkeypatch.setattr(AlarmTable, "rings", rings)

    with pytest.raises(AssertionError):
        await test_alarms_ring_once_and_in_their_order(house, bells)


async def test_an_alarm_that_fails_without_being_undone_is_caught(
    house: House, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    from storage.stores import Tx

    async def undo(self: Tx) -> None: ...

    monkeypatch.setattr(Tx, "undo", undo)

    with pytest.raises(AssertionError):
        await test_a_failing_alarm_leaves_nothing_behind_and_the_others_ring(house, bells)


async def test_a_scheduler_that_nobody_wakes_is_caught(
    house: House, bells: Bells, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wake(self: Alarms) -> None: ...

    monkeypatch.setattr(Alarms, "wake", wake)
    house.community.alarms.scheduler.modify_job("look", next_run_time=datetime.now(UTC) + timedelta(hours=1))
    await bells.set(thing=1)
    house.clock.push(2)

    with pytest.raises(AssertionError):
        await until(lambda: bells.rang == ["thing"], seconds=2.5)


async def test_an_outage_nobody_tells_of_is_caught(
    two_pleas: tuple[House, Neighbour, Neighbour], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def outage(self: Cards, *_: Any) -> int:
        return 0

    monkeypatch.setattr(Cards, "outage", outage)

    with pytest.raises(AssertionError):
        await test_after_ten_minutes_without_telegram_every_open_card_says_so_once(two_pleas)


async def test_a_house_that_rings_at_night_is_caught(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Neighbourhood, "awake", lambda self, at, person=None: at)

    with pytest.raises(AssertionError):
        await test_what_rings_waits_for_the_end_of_the_quiet_hours(house, "23:30", (1, "07:29"), (1, "07:30"))
