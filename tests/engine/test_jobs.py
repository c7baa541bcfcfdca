"""Slow work: promised, done off the loop, tried again, and never in anybody's way."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.runtime.jobs import Jobs, Trade
from handlers.context import Turn
from storage import files
from tests.engine.faults import sqlite_error
from tests.house import MORNING, House


async def waits_until(house: House, sql: str, value: object, seconds: float = 10) -> None:
    patience = time.monotonic() + seconds
    while (found := await house.db.read.sql.value(sql)) != value:
        assert time.monotonic() < patience, f"{sql}: {found}"
        await asyncio.sleep(0.01)


async def nobody(turn: Turn, result: Any) -> None:
    """Nobody waits for the result."""


def trades(house: House, **kinds: Trade) -> None:
    house.community.jobs.trades = {**house.community.jobs.trades, **kinds}


async def promise(house: House, kind: str, **payload: Any) -> None:
    async def promised(tx: Any) -> None:
        await tx.jobs.promise(kind, payload, int(house.clock.seconds()))
        tx.promised = True

    await house.db.whole(promised)


def writes_down(done: list[Any]) -> Trade:
    return Trade(lambda payload: done.append(dict(payload)), nobody)


async def test_every_night_a_verified_snapshot_is_made_and_the_next_one_set(house: House) -> None:
    await house.moves_in("王芳")
    house.set_clock((MORNING + timedelta(days=1)).replace(hour=3, minute=31))

    await house.rings()
    await waits_until(house, "SELECT count(*) FROM jobs", 0)

    [made] = files.snapshots(house.plan.backups)
    files.verify(made)
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT name FROM people").fetchall() == [("王芳",)]
    assert made.stat().st_mode & 0o777 == 0o600
    [again] = await house.db.read.sql.rows("SELECT at FROM alarms WHERE kind = 'house.snapshot'")
    assert 23.9 * 3600 < again["at"] - house.clock.seconds() < 24 * 3600
    assert await house.db.read.house.value("last_snapshot") is not None


async def test_the_harness_sees_a_copy_without_its_write_ahead_log(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def copied(database: Path, target: Path) -> Path:
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(database, target)
        target.chmod(0o600)
        return target

    monkeypatch.setattr("storage.files.snapshot", copied)
    with pytest.raises((AssertionError, sqlite3.Error)):
        await test_every_night_a_verified_snapshot_is_made_and_the_next_one_set(house)


async def test_a_night_that_was_slept_through_is_made_up_for_once(house: House) -> None:
    house.clock.push(3 * 86_400)

    await house.rings()
    await waits_until(house, "SELECT count(*) FROM jobs", 0)

    assert len(files.snapshots(house.plan.backups)) == 1


async def test_seven_snapshots_are_kept_and_those_before_migrations_stay(house: House) -> None:
    backups = house.plan.backups
    await asyncio.to_thread(files.snapshot, house.database, backups / "before-0002-from-0001.db")
    for night in range(10):
        await asyncio.to_thread(files.nightly, house.database, backups, MORNING + timedelta(days=night))

    kept = [path.name for path in files.snapshots(backups)]

    assert kept == [f"linli-{MORNING + timedelta(days=night):%Y-%m-%d-%H%M}.db" for night in range(9, 2, -1)]
    assert (backups / "before-0002-from-0001.db").exists()


async def test_a_snapshot_made_while_people_write_is_a_whole_state(house: House) -> None:
    wang = await house.moves_in("王芳")
    for number in range(150):
        wang.says("/help" if number % 3 else f"/need 梯子{number}")
    made = [
        await asyncio.to_thread(files.snapshot, house.database, house.folder / f"{number}.db") for number in range(5)
    ]
    await house.settles()

    counts = []
    for path in made:
        files.verify(path)
        with closing(sqlite3.connect(path)) as copy:
            [(seen,)] = copy.execute("SELECT count(*) FROM seen")
            counts.append(seen)
    assert counts == sorted(counts)
    files.verify(await asyncio.to_thread(files.snapshot, house.database, house.folder / "last.db"))


async def test_without_room_no_snapshot_is_begun_and_the_old_ones_stay(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asyncio.to_thread(files.nightly, house.database, house.plan.backups, MORNING)
    usage = shutil.disk_usage(house.folder)
    monkeypatch.setattr("storage.files.shutil.disk_usage", lambda path: usage._replace(free=1_000_000))

    await promise(house, "house.snapshot", at=int(house.clock.seconds()) + 86_400)
    await waits_until(house, "SELECT failures FROM jobs", 1)

    assert [path.name for path in house.plan.backups.iterdir()] == [f"linli-{MORNING:%Y-%m-%d-%H%M}.db"]
    monkeypatch.undo()
    house.clock.push(61)
    await waits_until(house, "SELECT count(*) FROM jobs", 0)
    assert len(files.snapshots(house.plan.backups)) == 2


async def test_a_copy_that_breaks_off_never_bears_the_name(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(path: Path) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr("storage.files.verify", fails)
    with pytest.raises(sqlite3.OperationalError):
        await asyncio.to_thread(files.nightly, house.database, house.plan.backups, MORNING)

    assert list(house.plan.backups.iterdir()) == []


async def test_work_that_fails_is_put_off_then_parked_and_lets_others_pass(house: House) -> None:
    done: list[Any] = []

    def fails(payload: Mapping[str, Any]) -> None:
        raise ValueError("这句话不许留下")

    trades(house, bad=Trade(fails, nobody), good=writes_down(done))
    await promise(house, "bad")
    await promise(house, "good", n=1)
    for failures, minutes in ((1, 1), (2, 5), (3, 30)):
        await waits_until(house, "SELECT failures FROM jobs", failures)
        house.clock.push(minutes * 60 + 1)
    await waits_until(house, "SELECT count(*) FROM jobs", 0)

    assert done == [{"n": 1}]
    [parked] = await house.db.read.sql.rows("SELECT kind, exception, place FROM parked")
    assert tuple(parked)[:2] == ("job:bad", "ValueError")
    assert "不许" not in str(tuple(parked))


async def test_a_job_may_fetch_from_telegram_first_and_works_on_what_came(house: House) -> None:
    done: list[Any] = []

    async def fetch(bot: Any, payload: Mapping[str, Any]) -> str:
        assert threading.current_thread() is threading.main_thread()
        return f"{(await bot.get_me()).username} {payload['n']}"

    def work(material: str) -> None:
        assert threading.current_thread() is not threading.main_thread()
        done.append(material)

    trades(house, fetches=Trade(work, nobody, fetch))
    await promise(house, "fetches", n=1)
    await waits_until(house, "SELECT count(*) FROM jobs", 0)

    assert done == [f"{house.community.house.username} 1"]


async def test_whoever_waits_for_work_hears_when_it_is_given_up(house: House) -> None:
    heard: list[Any] = []

    async def fetch(bot: Any, payload: Mapping[str, Any]) -> None:
        raise NetworkError("no way through")

    async def failed(turn: Turn, payload: Mapping[str, Any]) -> None:
        await turn.tx.house.set("given_up", str(payload["n"]))
        heard.append(payload["n"])

    trades(house, fetches=Trade(writes_down(heard).work, nobody, fetch, failed))
    await promise(house, "fetches", n=7)
    for failures, minutes in ((1, 1), (2, 5), (3, 30)):
        await waits_until(house, "SELECT failures FROM jobs", failures)
        assert heard == []
        house.clock.push(minutes * 60 + 1)
    await waits_until(house, "SELECT count(*) FROM jobs", 0)

    assert heard == [7] and await house.db.read.house.value("given_up") == "7"
    assert await house.db.read.house.parked() == 1


async def test_a_copy_that_meets_a_full_disk_is_put_off_and_lets_others_pass(house: House) -> None:
    done: list[Any] = []

    def full(payload: Mapping[str, Any]) -> None:
        raise sqlite_error(sqlite3.SQLITE_FULL)

    trades(house, copy=Trade(full, nobody), good=writes_down(done))
    await promise(house, "copy")
    await promise(house, "good", n=1)
    await waits_until(house, "SELECT count(*) FROM jobs WHERE kind = 'good'", 0, seconds=3)

    assert await house.db.read.sql.value("SELECT failures FROM jobs WHERE kind = 'copy'") == 1


async def test_a_job_nobody_knows_any_more_holds_up_nobody(house: House) -> None:
    done: list[Any] = []
    trades(house, good=writes_down(done))

    await promise(house, "long.gone")
    await promise(house, "good", n=1)
    await waits_until(house, "SELECT count(*) FROM jobs WHERE kind = 'good'", 0, seconds=3)

    assert done == [{"n": 1}]


async def test_a_result_that_cannot_be_taken_is_put_off_and_lets_others_pass(house: House) -> None:
    done: list[Any] = []

    async def fails(turn: Turn, result: Any) -> None:
        await turn.tx.house.set("half", "done")
        raise KeyError("half")

    trades(house, bad=Trade(lambda payload: None, fails), good=writes_down(done))
    await promise(house, "bad")
    await promise(house, "good", n=1)
    await waits_until(house, "SELECT count(*) FROM jobs WHERE kind = 'good'", 0, seconds=3)

    assert done == [{"n": 1}]
    assert await house.db.read.house.value("half") is None
    assert await house.db.read.sql.value("SELECT failures FROM jobs WHERE kind = 'bad'") == 1


def _hangs(started: threading.Event, ends: threading.Event) -> Callable[[Mapping[str, Any]], str]:
    def work(payload: Mapping[str, Any]) -> str:
        started.set()
        ends.wait(10)
        return "done"

    return work


async def test_slow_work_holds_up_neither_people_nor_the_end_and_is_done_after_a_restart(house: House) -> None:
    wang = await house.moves_in("王芳")
    started, ends = threading.Event(), threading.Event()
    trades(house, slow=Trade(_hangs(started, ends), nobody))
    await promise(house, "slow", n=1)
    await asyncio.to_thread(started.wait, 5)

    wang.says("/need 梯子", to=house.group)
    await house.settles()
    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    stopping = time.monotonic()
    await house.stops()
    assert time.monotonic() - stopping < 2

    ends.set()
    await house.starts()
    done: list[Any] = []
    trades(house, slow=writes_down(done))
    house.clock.push(61)  # the new house may have met the job before it learned the trade
    house.community.jobs.woken.set()
    await waits_until(house, "SELECT count(*) FROM jobs", 0)
    assert done == [{"n": 1}]


async def test_the_harness_sees_jobs_that_are_struck_out_before_they_are_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    do = Jobs._do

    async def struck(self: Jobs, job: Any) -> None:
        await self.db.whole(lambda tx: tx.jobs.done(job.id))
        await do(self, job)

    monkeypatch.setattr(Jobs, "_do", struck)
    with pytest.raises(AssertionError):
        await test_slow_work_holds_up_neither_people_nor_the_end_and_is_done_after_a_restart(house)
