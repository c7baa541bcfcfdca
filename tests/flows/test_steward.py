"""The steward's week: a card on Monday, a word at once when something is wrong, the search for a second."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.playground.server import acts
from bot.playground.server.state import BOT
from bot.runtime import community as engine
from handlers import FEATURES
from handlers.cards import Look
from handlers.features import Feature
from handlers.people import claim_value
from handlers.steward import tell_troubles
from storage.database import Tx
from tests.engine.faults import failing
from tests.house import MORNING, House, Neighbour

LITTLE = shutil.disk_usage("/")._replace(free=200_000_000)
PLENTY = shutil.disk_usage("/")._replace(free=90_000_000_000)


async def becomes_steward(house: House, who: Neighbour) -> None:
    who.starts(house.community.house.signed("claim", claim_value(house.clock.seconds() + who.id % 60)))
    await house.settles()


async def looks(house: House) -> None:
    await house.community.caretaker.look()
    await house.settles()


async def changes(house: House, work: Any) -> None:
    await house.db.whole(work)


def news(who: Neighbour, word: str) -> list[str]:
    """What the steward was sent that has this word in it."""
    return [text for text in who.sees() if word in text]


@pytest.fixture
async def steward(house: House, monkeypatch: pytest.MonkeyPatch) -> Neighbour:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: PLENTY)
    found: Neighbour = await house.moves_in("老陈")
    await becomes_steward(house, found)
    return found


async def a_week_goes_by(house: House, missing: int = 0) -> None:
    """Seven nights from Saturday on, with a snapshot each but for some; now it is Monday of the week after, 08:59."""
    start = int((MORNING - timedelta(days=6)).timestamp())

    async def nights(tx: Tx) -> None:
        await tx.house.set("born", str(start))
        for night in range(7 - missing):
            at = int((MORNING + timedelta(days=3 + night)).replace(hour=3, minute=30).timestamp())
            await tx.steward.record("snapshots", at, at)
            await tx.house.set("last_snapshot", str(at))
        await tx.alarms.set("house.snapshot", "house", start + 90 * 86_400)

    await changes(house, nights)
    house.set_clock((MORNING + timedelta(days=9)).replace(hour=8, minute=59))
    await changes(house, lambda tx: tx.alarms.set("house.weekly", "house", int(house.clock.seconds()) + 60))


# The weekly card


async def test_on_monday_at_nine_the_steward_reads_that_all_is_well(house: House, steward: Neighbour) -> None:
    await a_week_goes_by(house)
    now = int(house.clock.seconds())
    await changes(house, lambda tx: tx.steward.record("outages", now - 86_400, now - 86_400 + 220))

    await house.later(minutes=1)

    assert news(steward, "本周") == ["本周一切正常：备份 7/7，停机 4 分钟"]
    [again] = await house.db.read.sql.rows("SELECT at FROM alarms WHERE kind = 'house.weekly'")
    assert house.community.house.local(again["at"]).strftime("%a %H:%M") == "Mon 09:00"
    assert again["at"] - house.clock.seconds() > 6.9 * 86_400


async def test_what_is_not_well_comes_with_its_next_step(house: House, steward: Neighbour) -> None:
    await a_week_goes_by(house, missing=2)
    now = int(house.clock.seconds())
    await changes(house, lambda tx: tx.house.park(7, "command", "KeyError", "aid.py:3", now - 60))
    await changes(house, lambda tx: tx.steward.record("outages", now - 90_000, now - 80_000))

    await house.later(minutes=1)

    [card] = news(steward, "本周")
    assert card.splitlines()[0] == "本周有3件事要看一下：备份 5/7，停机 167 分钟"
    assert "少了 2 次备份" in card and "代理" in card and "有 1 件事没办成" in card and "make upgrade" in card


async def test_a_feature_adds_what_waits_for_somebody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def two(look: Look) -> list[str]:
        return ["2 waiting to be confirmed"]

    monkeypatch.setattr(engine, "FEATURES", (*FEATURES, Feature("joining", weekly=two)))
    async with House(tmp_path, language="en") as house:
        anna = await house.moves_in("Anna", language="en")
        await becomes_steward(house, anna)
        await a_week_goes_by(house)

        await house.later(minutes=1)

        assert news(anna, "All well") == ["All well this week: backups 7/7, away 0 min, 2 waiting to be confirmed"]


async def test_a_house_that_began_last_night_has_nothing_to_tell(house: House, steward: Neighbour) -> None:
    house.set_clock((MORNING + timedelta(days=1)).replace(hour=20))
    await changes(house, lambda tx: tx.house.set("born", str(int(house.clock.seconds()))))

    house.set_clock((MORNING + timedelta(days=2)).replace(hour=9))
    await house.rings()

    assert news(steward, "本周") == []
    assert await house.db.read.alarms.is_set("house.weekly", "house")


async def test_a_late_monday_is_told_when_people_are_awake(house: House, steward: Neighbour) -> None:
    await a_week_goes_by(house)

    house.set_clock((MORNING + timedelta(days=10)).replace(hour=2))
    await house.rings()
    assert news(steward, "本周") == []

    house.set_clock((MORNING + timedelta(days=10)).replace(hour=7, minute=31))
    await house.rings()
    assert len(news(steward, "本周")) == 1


async def test_an_outage_is_kept_in_minutes(house: House) -> None:
    await house.stops()
    house.clock.push(1800)
    await house.starts()

    [(since, until)] = await house.db.read.steward.recorded("outages")
    assert 1790 <= until - since <= 1830


async def test_a_nightly_snapshot_counts_for_the_week(house: House, steward: Neighbour) -> None:
    house.set_clock((MORNING + timedelta(days=1)).replace(hour=3, minute=31))
    await house.rings()
    until = time.monotonic() + 10
    while not (made := await house.db.read.steward.recorded("snapshots")):
        assert time.monotonic() < until
        await house.settles()

    assert len(made) == 1


# At once


async def test_a_disk_that_fills_wakes_the_steward_once_a_day(
    house: House, steward: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: LITTLE)
    house.set_clock(MORNING.replace(hour=23))

    await looks(house)
    await looks(house)
    assert len(news(steward, "磁盘只剩 200 MB")) == 1

    house.clock.push(86_400)
    await looks(house)
    assert len(news(steward, "磁盘只剩")) == 2

    monkeypatch.setattr(shutil, "disk_usage", lambda _: PLENTY)
    house.clock.push(86_400)
    await looks(house)
    assert len(news(steward, "磁盘只剩")) == 2


async def test_what_can_wait_waits_for_the_morning_and_comes_as_one(house: House, steward: Neighbour) -> None:
    house.set_clock((MORNING + timedelta(days=1)).replace(hour=2))
    now = int(house.clock.seconds())
    for number in range(3):
        await changes(house, lambda tx, n=number: tx.house.park(n, "command", "KeyError", "aid.py:3", now))
        await looks(house)
    await changes(house, lambda tx: tx.house.park(None, "job:house.snapshot", "DatabaseRefused", "files.py:3", now))
    await looks(house)
    assert news(steward, "要您看一下") == []

    house.set_clock((MORNING + timedelta(days=1)).replace(hour=7, minute=31))
    await looks(house)

    [one] = news(steward, "要您看一下")
    assert one.startswith("有2件事要您看一下") and "3 件事没办成" in one and "昨夜的备份没做成" in one
    await looks(house)
    assert len(news(steward, "要您看一下")) == 1


async def test_a_snapshot_that_is_too_old_is_told_and_a_new_one_ends_it(house: House, steward: Neighbour) -> None:
    await changes(house, lambda tx: tx.house.set("last_snapshot", str(int(house.clock.seconds()) - 35 * 3600)))
    await looks(house)
    assert news(steward, "没有新备份") == []

    house.clock.push(3600)
    await looks(house)
    assert len(news(steward, "36 个小时没有新备份了")) == 1

    await changes(house, lambda tx: tx.house.set("last_snapshot", str(int(house.clock.seconds()))))
    house.clock.push(30 * 3600)
    await looks(house)
    assert len(news(steward, "没有新备份")) == 1


async def test_a_group_that_removes_us_is_told_and_comes_back_in_silence(house: House, steward: Neighbour) -> None:
    await house.bind_group()
    chat = house.world.chats[house.group]

    house.world.member_changed(chat, BOT, "kicked", by=steward.id)
    await house.settles()
    await looks(house)
    assert len(news(steward, "我在群“锦江苑”里说不了话了")) == 1

    house.world.member_changed(chat, BOT, "administrator", by=steward.id)
    await house.settles()
    house.clock.push(86_400)
    await looks(house)
    assert len(news(steward, "锦江苑”里说不了话")) == 1


async def test_a_right_that_is_taken_away_is_told(house: House, steward: Neighbour) -> None:
    await house.bind_group()

    house.world.member_changed(house.world.chats[house.group], BOT, "member", by=steward.id)
    await house.settles()
    await looks(house)

    assert len(news(steward, "群“锦江苑”收走了我的管理员权限")) == 1


async def test_a_group_that_was_never_ours_may_let_us_go_unnoticed(house: House, steward: Neighbour) -> None:
    house.world.member_changed(house.world.chats[house.group], BOT, "kicked", by=steward.id)
    await house.settles()
    await looks(house)

    assert news(steward, "要您看一下") == []


async def test_another_program_with_our_token_is_told_but_not_a_start(house: House, steward: Neighbour) -> None:
    house.world.updates.abort("other getUpdates request")
    until = time.monotonic() + 10
    while house.community.intake.health.conflicts == 0:
        assert time.monotonic() < until
        await asyncio.sleep(0.01)
    await looks(house)
    assert news(steward, "另一个程序") == []

    house.community.intake.health.conflicts += 3
    await looks(house)
    assert len(news(steward, "有另一个程序也在用我的令牌")) == 1


async def test_a_database_that_took_nothing_for_a_minute_is_told_once_it_works_again(
    house: House, steward: Neighbour, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.set_clock(MORNING.replace(hour=23))
    with failing(house, lambda sql: sqlite3.SQLITE_FULL if "house" in sql else None):
        await house.community.caretaker.look()
    caretaker = house.community.caretaker
    assert caretaker.failing is not None

    caretaker.failing -= 180
    await looks(house)

    assert len(news(steward, "有 3 分钟什么都存不下来，现在好了")) == 1
    assert caretaker.failing is None


async def test_a_short_hiccup_of_the_database_is_no_news(house: House, steward: Neighbour) -> None:
    with failing(house, lambda sql: sqlite3.SQLITE_BUSY if "house" in sql else None):
        await house.community.caretaker.look()

    await looks(house)

    assert news(steward, "要您看一下") == []


async def test_without_a_steward_it_waits_for_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: LITTLE)
    chen = await house.moves_in("老陈")
    await looks(house)
    assert news(chen, "磁盘") == []

    await becomes_steward(house, chen)
    await looks(house)

    assert len(news(chen, "磁盘只剩")) == 1


async def test_residents_hear_nothing_of_it(house: House, steward: Neighbour, monkeypatch: pytest.MonkeyPatch) -> None:
    wang = await house.moves_in("王芳")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: LITTLE)

    await looks(house)

    assert news(wang, "磁盘") == []


# A second steward


async def test_after_a_week_alone_a_second_steward_is_asked_for_and_then_monthly(
    house: House, steward: Neighbour
) -> None:
    await house.later(days=6)
    assert news(steward, "再找一位维护员") == []

    await house.later(days=1, minutes=2)
    await house.later(days=1)
    [asked] = news(steward, "再找一位维护员")
    assert "/appoint" in asked and "任命" in asked

    await house.later(days=28)
    assert len(news(steward, "再找一位维护员")) == 1
    await house.later(days=3)
    assert len(news(steward, "再找一位维护员")) == 2


async def test_two_stewards_are_left_in_peace(house: House, steward: Neighbour) -> None:
    second = await house.moves_in("老李")
    await becomes_steward(house, second)

    await house.later(days=40)

    assert news(steward, "再找一位") == [] and news(second, "再找一位") == []


async def test_a_steward_who_came_late_has_a_week_as_well(house: House) -> None:
    await house.later(days=6)
    chen = await house.moves_in("老陈")
    await becomes_steward(house, chen)

    await house.later(days=2)
    assert news(chen, "再找一位") == []

    await house.later(days=6)
    assert len(news(chen, "再找一位维护员")) == 1


@pytest.fixture
async def english(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path, language="en") as house:
        yield house


async def test_every_trouble_has_its_words_in_english(english: House) -> None:
    anna = await english.moves_in("Anna", language="en")
    await becomes_steward(english, anna)
    kinds = ("database", "disk", "snapshot-old", "snapshot-failed", "parked", "conflict")

    async def all_at_once(tx: Tx) -> None:
        for kind in kinds:
            await tx.steward.notice(kind, int(english.clock.seconds()), number=5)

    await changes(english, all_at_once)
    acts.say(english.world, anna.id, "bot", "/help")
    await english.settles()
    await english.db.whole(lambda tx: tell_troubles(english.community._turn(tx)))
    await english.settles()

    [one] = news(anna, "things need you")
    assert one.startswith("6 things need you") and len(one.split("\n\n")) == 7
