"""The database fails, is somebody else's, is old, broken or full: nothing is confirmed, nothing lost, nobody misled."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.i18n import words
from bot.playground.server import acts
from bot.playground.server.faults import Fault
from bot.runtime import web
from bot.runtime.community import Community
from bot.runtime.flood import MOST
from handlers import FEATURES
from storage import files
from storage.database import Database, DatabaseRefused, broken
from storage.rooms import Rooms
from storage.sql import Sql
from tests.engine.dump import places_of, waiting
from tests.engine.faults import (
    CODES,
    Nth,
    failing,
    full,
    held_by_somebody_else,
    no_file_grows,
    small_disk,
    sqlite_error,
)
from tests.engine.journey import Truth
from tests.house import MORNING, House, Neighbour

T = words("zh")


async def asks(house: House) -> list[str]:
    return [ask.thing for ask in await house.db.read.asks.all()]


async def healthz(*communities: Community) -> tuple[int, dict[str, Any]]:
    async def reports() -> list[dict[str, Any]]:
        return [await community.report() for community in communities]

    transport = httpx.ASGITransport(web.application(reports))
    async with httpx.AsyncClient(transport=transport, base_url="http://house") as http:
        answer = await http.get("/healthz")
    return answer.status_code, answer.json()["communities"][0]


async def takes_updates_by_hand(house: House) -> None:
    """The loop that asks rests; the test hands over what waits."""
    polling = house.community.tasks[0]
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def promises_are_kept(house: House) -> list[str]:
    truth = Truth(house)
    await truth.of_the_file()
    await truth.of_the_cards()
    return truth.broken


# it fails while the house is running


async def test_a_database_that_somebody_else_holds_confirms_nothing_says_so_and_goes_on_by_itself(house: House) -> None:
    wang = await house.moves_in("王芳")
    await house.db.writer.execute("PRAGMA busy_timeout = 20")

    with held_by_somebody_else(house.database):
        wang.says("/need 梯子", to=house.group)
        await asyncio.sleep(0.2)
        status, report = await healthz(house.community)
        assert (status, report["database_writable"], report["well"]) == (503, False, False)
        assert len(waiting(house)) == 1
        assert await asks(house) == []
    await house.settles()

    assert await asks(house) == ["梯子"]
    assert (await healthz(house.community))[0] == 200
    assert await promises_are_kept(house) == []


async def _fails_once_at_every_statement(house: House, code: int) -> int:
    """How many statements were failed at."""
    wang = await house.moves_in("王芳")
    await takes_updates_by_hand(house)
    for number in range(1, 100):
        wang.says("/need 梯子", to=house.group)
        [raw] = waiting(house)
        house.world.updates.clear()
        nth = Nth(number, code)
        with failing(house, nth):
            try:
                await house.community.intake.handle(raw)
            except sqlite3.Error as error:
                assert broken(error)
        failed = nth.left <= 0
        assert not house.db.writer.in_transaction
        assert len(await asks(house)) == (0 if failed else 1), f"half a change at {number}"
        await house.community.intake.handle(raw)
        await house.community.intake.handle(raw)
        await house.settles()
        assert await asks(house) == ["梯子"], f"lost or doubled at {number}"
        assert await promises_are_kept(house) == []
        if not failed:
            return number - 1
        await _forgets_the_plea(house)
    raise AssertionError("it never came through")


async def _forgets_the_plea(house: House) -> None:
    async def forget(tx: Any) -> None:
        for table in ("asks", "cards", "alarms", "notes"):
            await tx.sql.run(f"DELETE FROM {table}")  # noqa: S608  # our tables

    await house.db.whole(forget)


@pytest.mark.parametrize("name", ["FULL", "IOERR_WRITE", "BUSY"])
async def test_a_failure_at_any_statement_leaves_nothing_behind_and_the_update_comes_again(
    house: House, name: str
) -> None:
    assert await _fails_once_at_every_statement(house, CODES[name]) > 15


async def test_the_harness_sees_a_house_that_takes_a_full_disk_for_a_bug(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.runtime.intake.broken", lambda error: False)
    with pytest.raises((AssertionError, sqlite3.Error)):
        await _fails_once_at_every_statement(house, CODES["BUSY"])


async def test_the_harness_sees_a_house_that_does_not_roll_back(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = type(house.db._sql).run

    async def run(self: Any, sql: str, *values: Any) -> int:
        skipped = sql == "ROLLBACK" and self.db is house.db.writer
        return 0 if skipped else await whole(self, sql, *values)

    monkeypatch.setattr(type(house.db._sql), "run", run)
    with pytest.raises((AssertionError, sqlite3.Error)):
        await _fails_once_at_every_statement(house, CODES["BUSY"])


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_what_counts_as_a_failing_database(code: int) -> None:
    assert broken(sqlite_error(code))


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_CONSTRAINT_UNIQUE])
def test_what_does_not(code: int) -> None:
    assert not broken(sqlite_error(code))
    assert not broken(KeyError())


async def test_an_update_that_had_to_be_tried_often_is_not_taken_for_a_flood(house: House) -> None:
    wang = await house.moves_in("王芳")
    house.community.intake.flood.most = MOST
    await takes_updates_by_hand(house)
    wang.says("/need 梯子", to=house.group)
    [raw] = waiting(house)
    house.world.updates.clear()

    with failing(house, lambda sql: CODES["FULL"]):
        for _ in range(MOST + 5):
            with pytest.raises(sqlite3.Error):
                await house.community.intake.handle(raw)
    await house.community.intake.handle(raw)
    await house.settles()

    assert await asks(house) == ["梯子"]


class While:
    """Statements that begin so fail until `mended`."""

    def __init__(self, start: str, code: int = sqlite3.SQLITE_FULL):
        self.start, self.code, self.mended, self.met = start, code, False, 0

    def __call__(self, sql: str) -> int | None:
        if self.mended or not sql.startswith(self.start):
            return None
        self.met += 1
        return self.code


async def until(holds: Callable[[], Any]) -> None:
    for _ in range(1000):
        if holds():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it never happened")


@pytest.mark.parametrize("lasting", [False, True], ids=["a moment", "a while"])
async def test_a_sentence_said_once_is_not_said_again_because_its_arrival_could_not_be_written_down(
    house: House, lasting: bool
) -> None:
    wang = await house.moves_in("王芳")
    said = wang.says("/need 梯子", to=house.group)
    await house.settles()
    fault = While("DELETE FROM notes")
    with failing(house, fault):
        acts.edit(house.world, wang.id, house.group, said.id, "/need 椅子")
        await until(lambda: fault.met)
        if lasting:
            await asyncio.sleep(0.1)
        fault.mended = True
        await asyncio.sleep(0.05)
    await house.later(minutes=2)
    await house.later(minutes=45)

    assert house.in_group().count(T("edited")) == 1
    assert await house.db.read.sql.value("SELECT count(*) FROM notes") == 0


async def test_a_note_whose_outcome_could_not_be_written_down_is_not_left_on_its_way(house: House) -> None:
    wang = await house.moves_in("王芳")
    said = wang.says("/need 梯子", to=house.group)
    await house.settles()
    fault = While("BEGIN")
    house.world.calls.faults.append(Fault("sendmessage", when="after", hang=0.05))

    acts.edit(house.world, wang.id, house.group, said.id, "/need 椅子")
    await until(lambda: T("edited") in house.in_group())
    with failing(house, fault):
        await until(lambda: fault.met >= 2)
        await asyncio.sleep(0.05)
    await house.later(minutes=45)

    assert house.in_group().count(T("edited")) == 1
    assert await house.db.read.sql.value("SELECT count(*) FROM notes") == 0
    assert (await house.community.report())["oldest_promise_seconds"] is None


async def test_delivery_survives_a_database_that_fails_at_its_very_start(house: House) -> None:
    wang = await house.moves_in("王芳")
    community, delivery = house.community, house.community.delivery
    community.tasks[1].cancel()
    await asyncio.gather(community.tasks[1], return_exceptions=True)
    fault = While("BEGIN")

    with failing(house, fault):
        community.tasks[1] = asyncio.create_task(delivery.run())
        await until(lambda: fault.met)
        await asyncio.sleep(0.02)
        fault.mended = True
        assert not community.tasks[1].done(), "nobody delivers any more"
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    assert any("梯子" in text for text in house.in_group())


async def test_an_alarm_that_met_a_full_disk_rings_later(house: House) -> None:
    wang = await house.moves_in("王芳")
    wang.says("/need 梯子", to=house.group)
    await house.settles()

    with failing(house, lambda sql: sqlite3.SQLITE_FULL if sql.startswith("DELETE FROM alarms") else None):
        house.clock.push(24 * 3600)
        await house.community.alarms.look()
        assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    await house.rings()
    await house.later(days=1)

    assert [ask.state for ask in await house.db.read.asks.all()] == ["expired"]


async def _lives_through(house: House, wang: Neighbour, fault: Any) -> None:
    with fault:
        wang.says("/need 梯子", to=house.group)
        await until(lambda: house.community.intake.health.database)
        status, report = await healthz(house.community)
        assert (status, report["database_writable"]) == (503, False)
        assert len(waiting(house)) == 1
        assert await asks(house) == []
    await house.settles()
    assert await asks(house) == ["梯子"]
    assert (await healthz(house.community))[0] == 200
    assert await promises_are_kept(house) == []


async def test_a_file_that_may_not_grow_confirms_nothing_says_so_and_goes_on_when_it_may(house: House) -> None:
    wang = await house.moves_in("王芳")

    await _lives_through(house, wang, no_file_grows(house.database))


async def test_a_full_disk_confirms_nothing_says_so_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with small_disk(disk, 4) as is_small:
        async with House(disk) as house:
            wang = await house.moves_in("王芳")
            await _lives_through(house, wang, full(disk) if is_small else no_file_grows(house.database))


def test_a_copy_that_finds_no_room_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    database, disk = tmp_path / "linli.db", tmp_path / "disk"
    files.create(database, "锦江苑")
    with small_disk(disk, 1) as is_small, full(disk) if is_small else nullcontext():
        with pytest.MonkeyPatch.context() as patch:
            usage = shutil.disk_usage(tmp_path)
            free = usage._replace(free=10**9 if is_small else 0)
            patch.setattr("storage.files.shutil.disk_usage", lambda path: free)
            with pytest.raises((sqlite3.OperationalError, DatabaseRefused)):
                files.nightly(database, disk / "backups", MORNING)
        assert [path.name for path in disk.rglob("*") if path.is_file() and path.name != "ballast"] == []
    files.verify(database)


# at the start


def refusal(path: Path, backups: Path | None = None) -> DatabaseRefused:
    with pytest.raises(DatabaseRefused) as refused:
        asyncio.run(Database.open(path, backups))
    return refused.value


def made(folder: Path, name: str = "linli.db") -> Path:
    files.create(folder / name, "锦江苑")
    return folder / name


def with_people(path: Path, *names: str) -> Path:
    with closing(sqlite3.connect(path)) as db, db:
        for name in names:
            db.execute("INSERT INTO people (name, created_at, seen_at) VALUES (?, 1, 1)", (name,))
    return path


def names_in(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as db:
        return [name for (name,) in db.execute("SELECT name FROM people ORDER BY id")]


def test_a_missing_file_is_not_made_silently(tmp_path: Path) -> None:
    assert refusal(tmp_path / "linli.db").code == "database-missing"
    assert refusal(tmp_path / "nowhere" / "linli.db").code == "database-missing"
    assert not (tmp_path / "linli.db").exists()


def test_an_empty_file_is_refused_and_stays_empty(tmp_path: Path) -> None:
    (tmp_path / "linli.db").touch()

    assert refusal(tmp_path / "linli.db").code == "database-empty"
    assert (tmp_path / "linli.db").stat().st_size == 0


def test_somebody_elses_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "linli.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE songs (title)")
    before = path.read_bytes()

    assert refusal(path).code == "database-foreign"
    assert path.read_bytes() == before


def test_a_newer_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = made(tmp_path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {files.newest_version() + 1}")

    refused = refusal(path)

    assert (refused.code, refused.details["version"]) == ("database-newer", files.newest_version() + 1)


def spoil(path: Path, page: int, pages: int = 1) -> None:
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(b"\x5a" * 4096 * pages)


@pytest.mark.parametrize("page", [0, 1, 3, 7])
def test_a_broken_file_is_refused_with_the_newest_good_snapshot(tmp_path: Path, page: int) -> None:
    path, backups = with_people(made(tmp_path), "王芳"), tmp_path / "backups"
    for night in range(3):
        files.nightly(path, backups, MORNING + timedelta(days=night))
    newest = files.snapshots(backups)[0]
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spoil(path, page)

    refused = refusal(path, backups)

    assert (refused.code, refused.details["snapshot"]) == ("database-broken", str(newest))


def test_a_snapshot_that_has_spoiled_itself_is_not_recommended(tmp_path: Path) -> None:
    path, backups = made(tmp_path), tmp_path / "backups"
    for night in range(2):
        files.nightly(path, backups, MORNING + timedelta(days=night))
    newest, older = files.snapshots(backups)
    spoil(path, 3)
    spoil(newest, 3)

    assert refusal(path, backups).details["snapshot"] == str(older)


def test_without_a_snapshot_a_broken_file_says_so(tmp_path: Path) -> None:
    path = made(tmp_path)
    spoil(path, 0)

    refused = refusal(path)

    assert refused.details["snapshot"] == "–"
    assert T(refused.code, **refused.details)


def test_text_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "linli.db"
    path.write_text("锦江苑\n" * 1000, encoding="utf-8")

    assert refusal(path).code in ("database-broken", "database-foreign")


async def test_a_second_house_on_the_same_file_is_refused_and_the_first_goes_on(house: House) -> None:
    wang = await house.moves_in("王芳")

    with pytest.raises(DatabaseRefused) as refused:
        await Community(house.plan, house.clock.seconds, (house.wire(), house.wire())).start()
    assert refused.value.code == "database-in-use"
    with pytest.raises(DatabaseRefused, match="in-use"):
        files.restore(house.database, house.database, MORNING)

    wang.says("/need 梯子", to=house.group)
    await house.settles()
    assert await asks(house) == ["梯子"]


async def test_a_house_that_was_refused_at_its_start_lets_go_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "linli.db").touch()
    for _ in range(2):
        with pytest.raises(DatabaseRefused, match="empty"):
            await Database.open(tmp_path / "linli.db")
    (tmp_path / "linli.db").unlink()
    db = await Database.open(made(tmp_path))
    await db.close()


def test_creating_never_touches_what_is_there(tmp_path: Path) -> None:
    path = with_people(made(tmp_path), "王芳")

    with pytest.raises(DatabaseRefused, match="exists"):
        files.create(path, "另一个")

    assert names_in(path) == ["王芳"]


# migrations


def at_version(folder: Path, version: int) -> Path:
    """A database as that version left it, with a person in it."""
    with pytest.MonkeyPatch.context() as patch:
        known = [(number, file) for number, file in files.migrations() if number <= version]
        patch.setattr("storage.files.migrations", lambda: known)
        return with_people(made(folder), "王芳")


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        [(version,)] = db.execute("PRAGMA user_version")
        return int(version)


@pytest.mark.parametrize("version", [number for number, _ in files.migrations()])
async def test_a_database_of_any_earlier_version_is_brought_up_with_its_data(tmp_path: Path, version: int) -> None:
    path = at_version(tmp_path, version)

    async with await Database.open(path, tmp_path / "backups") as db:
        assert [person.name for person in [await db.read.people.get(1)]] == ["王芳"]

    assert version_of(path) == files.newest_version()
    copies = sorted((tmp_path / "backups").glob("*")) if version < files.newest_version() else []
    assert [version_of(copy) for copy in copies] == [version] * (version < files.newest_version())
    assert [names_in(copy) for copy in copies] == [["王芳"]] * len(copies)
    fresh = made(tmp_path, "fresh.db")
    assert schema(path) == schema(fresh)


def schema(path: Path) -> list[Any]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name").fetchall()


@pytest.fixture
def next_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Writes the migration after the newest."""
    folder = tmp_path / "migrations"
    shutil.copytree(files.MIGRATIONS, folder)
    number = files.newest_version() + 1
    monkeypatch.setattr("storage.files.MIGRATIONS", folder)

    def write(script: str) -> None:
        (folder / f"{number:04}_next.sql").write_text(script, encoding="utf-8")

    return write


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE songs (title TEXT) STRICT;\nUPDATE people SET name = 'x';\nINSERT INTO nowhere VALUES (1);",
        "UPDATE people SET name = 'x';\nINSERT INTO residents VALUES (1, 999, 'owner');",
        "DROP TABLE journal;\nUPDATE people SET name = NULL;",
        "UPDATE people SET name = 'x';\nCREATE TABLE half (",
    ],
    ids=["a statement fails", "a row refers to nothing", "a constraint fails", "it breaks off"],
)
def test_a_migration_that_fails_changes_nothing(
    tmp_path: Path, next_migration: Callable[[str], None], script: str
) -> None:
    path = with_people(made(tmp_path), "王芳")
    before, version = schema(path), version_of(path)
    next_migration(script)

    for _ in range(2):
        with pytest.raises((sqlite3.Error, ValueError)):
            asyncio.run(Database.open(path, tmp_path / "backups"))

    assert (schema(path), version_of(path), names_in(path)) == (before, version, ["王芳"])
    [copy] = (tmp_path / "backups").iterdir()
    files.verify(copy)


def test_the_harness_sees_a_migration_that_commits_on_the_way(
    tmp_path: Path, next_migration: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def scripted(db: sqlite3.Connection, due: list[tuple[int, Path]]) -> None:
        for number, file in due:
            db.executescript(file.read_text(encoding="utf-8"))
            db.execute(f"PRAGMA user_version = {number}")

    failing_script = "UPDATE people SET name = 'x';\nINSERT INTO nowhere VALUES (1);"
    monkeypatch.setattr("storage.files._apply", scripted)
    monkeypatch.setattr("tests.engine.test_database.made", lambda folder: _created_whole(folder))
    with pytest.raises(AssertionError):
        test_a_migration_that_fails_changes_nothing(tmp_path, next_migration, failing_script)


def _created_whole(folder: Path) -> Path:
    path = folder / "linli.db"
    with closing(sqlite3.connect(path)) as db:
        for _, file in files.migrations():
            db.executescript(file.read_text(encoding="utf-8"))
        db.execute(f"PRAGMA user_version = {files.newest_version()}")
        db.execute(f"PRAGMA application_id = {files.APPLICATION_ID}")
    return path


def test_without_room_for_the_copy_no_migration_begins(
    tmp_path: Path, next_migration: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = with_people(made(tmp_path), "王芳")
    version = version_of(path)
    next_migration("CREATE TABLE songs (title TEXT) STRICT;")
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr("storage.files.shutil.disk_usage", lambda folder: usage._replace(free=0))

    assert refusal(path, tmp_path / "backups").code == "disk-full"
    assert version_of(path) == version


# restore


async def test_a_restored_snapshot_takes_the_place_and_what_stood_there_is_kept(house: House) -> None:
    wang = await house.moves_in("王芳")
    snapshot = await asyncio.to_thread(files.nightly, house.database, house.plan.backups, MORNING)
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await house.stops()

    aside = await asyncio.to_thread(files.restore, snapshot, house.database, MORNING)
    await house.starts()

    assert await asks(house) == []
    assert (await house.db.read.people.get(1)).name == "王芳"
    assert aside
    with closing(sqlite3.connect(aside)) as old:
        assert old.execute("SELECT thing FROM asks").fetchall() == [("梯子",)]
    files.verify(snapshot)


def test_a_restore_keeps_what_stood_only_in_the_write_ahead_log(tmp_path: Path) -> None:
    path = made(tmp_path)
    snapshot = files.nightly(path, tmp_path / "backups", MORNING)
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("INSERT INTO people (name, created_at, seen_at) VALUES ('王芳', 1, 1)")
    db.commit()
    for tail in ("", "-wal"):
        shutil.copyfile(f"{path}{tail}", f"{path}{tail}.copy")
    db.close()
    for tail in ("", "-wal"):
        Path(f"{path}{tail}.copy").rename(f"{path}{tail}")

    aside = files.restore(snapshot, path, MORNING)

    assert aside
    assert names_in(aside) == ["王芳"]
    assert names_in(path) == []


@pytest.mark.parametrize("bad", ["spoiled", "foreign", "empty", "missing"])
def test_only_a_sound_snapshot_of_ours_is_restored(tmp_path: Path, bad: str) -> None:
    path, snapshot = with_people(made(tmp_path), "王芳"), tmp_path / "snapshot.db"
    if bad == "spoiled":
        spoil(files.snapshot(path, snapshot), 3)
    elif bad == "foreign":
        sqlite3.connect(snapshot).execute("CREATE TABLE songs (title)").connection.close()
    elif bad == "empty":
        snapshot.touch()

    with pytest.raises(DatabaseRefused):
        files.restore(snapshot, path, MORNING)

    assert names_in(path) == ["王芳"]
    assert sorted(p.name for p in tmp_path.glob("linli.db*") if p.suffix not in (".lock", "")) in (
        ["linli.db"],
        ["linli.db", "linli.db-shm", "linli.db-wal"],
    )


async def test_a_restored_house_gets_the_updates_it_had_forgotten_only_if_telegram_still_has_them(
    house: House,
) -> None:
    """A restore goes back in time: cards whose messages are newer than the snapshot are drawn anew, once."""
    wang = await house.moves_in("王芳")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    snapshot = await asyncio.to_thread(files.nightly, house.database, house.plan.backups, MORNING)
    await wang.presses(T("ask-solved-already"))
    await house.stops()

    await asyncio.to_thread(files.restore, snapshot, house.database, MORNING)
    await house.starts()
    await wang.presses(T("ask-undo"))

    assert [ask.state for ask in await house.db.read.asks.all()] == ["open"]
    assert not house.db.writer.in_transaction


# what the house knows of a person


TRACES = [trace for feature in FEATURES for trace in feature.traces]


async def columns_that_name_people(house: House) -> set[str]:
    named = {"people.id"}
    for (table,) in await house.db.read.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        keys = await house.db.read.sql.rows(f"PRAGMA foreign_key_list({table})")
        named |= {f"{table}.{key['from']}" for key in keys if key["table"] == "people"}
    return named


async def test_every_column_that_names_a_person_is_handed_over_and_forgotten_by_some_feature(house: House) -> None:
    assert await columns_that_name_people(house) - {trace.column for trace in TRACES} == set()


OURS = {
    "people": "language quiet_from quiet_to keys menu",
    "imports": "state mark",
    "joins": "role pad state reason",
    "matters": "kind state",
    "moved": "role way",
    "notices": "kind media_kind state step",
    "lines": "media",
    "circles": "title",
    "dangers": "kind state file_kind",
    "ask_files": "kind",
    "danger_told": "title answer",
    "relays": "about state why",
    "places": "kind",
    "residents": "role way",
    "offices": "title",
    "rooms": "kind language",
    "cards": "thing view",
    "notes": "kind thing method",
    "alarms": "kind thing",
    "jobs": "kind",
    "questions": "door",
    "mutes": "kind",
    "parked": "kind",
    "journal": "verb thing chain",
    "house": "key",
    "asks": "state kind spoken",
    "tickets": "category state reason told became",
    "categories": "key also",
    "ticket_notes": "kind file_kind says",
    "ticket_visits": "state",
    "ticket_charges": "answer",
    "outsiders": "work",
    "givers": "state checked",
    "askings": "answer",
    "festivals": "state",
    "wishes": "media_kind state reason",
    "grantors": "state",
    "circle_kinds": "kind",
    "titles": "key same_as",
    "duties": "title",
    "codes": "kind detail",
    "consents": "purpose",
    "pruned": "key",
    "cases": "thing state",
    "reports": "reason",
    "hidden": "thing",
    "blocks": "reason",
    "kept_away": "mark",
    "troubles": "kind thing",
    "offers": "kind key times expires media_kind state",
    "wants": "state",
    "medicines": "kind key",
}
"""Columns that hold only words of the house's own: keys, states, kinds, addresses."""

WORDS = {  # every text column: what people typed, and how it goes; or that nobody typed it
    "people.name": "forgotten",
    "people.username": "forgotten",
    "dangers.file_id": "forgotten, dangers",
    "ask_files.file_id": "forgotten, ask-files",
    "ask_files.line": "forgotten, ask-files",
    "asks.thing": "forgotten, asks",
    "givers.phone": "forgotten, ask-notes",
    "givers.asker_phone": "forgotten, ask-notes",
    "asks.note": "forgotten, ask-notes",
    "tickets.text": "forgotten, tickets",
    "ticket_notes.text": "forgotten, tickets",
    "ticket_charges.what": "forgotten, tickets",
    "ticket_notes.file_id": "forgotten, ticket-files",
    "outsiders.name": "an office's",
    "outsiders.phone": "an office's",
    "notes.payload": "forgotten, notes",
    "questions.payload": "forgotten, questions",
    "letters.words": "forgotten, letters",
    "letters.answer": "forgotten, letters",
    "reports.words": "forgotten, reports",
    "joins.said": "forgotten, join",
    "joins.reason_said": "forgotten, join",
    "joins.voice": "forgotten, join",
    "notices.words": "forgotten, notices",
    "notices.media_id": "forgotten, notices",
    "lines.words": "forgotten, lines",
    "offers.what": "forgotten, offers",
    "offers.media_id": "forgotten, offers",
    "medicines.name": "the steward's",
    "lines.file_id": "forgotten, lines",
    "circles.name": "an organiser's",
    "festivals.name": "an organiser's",
    "wishes.words": "forgotten, wishes",
    "wishes.heard": "forgotten, wishes",
    "wishes.media_id": "forgotten, wishes",
    "group_links.link": "Telegram's own",
    "imports.shown": "numbers and places, for a day",
    "imports.listing": "the steward's list, until it is answered, a day at most",
    "offices.phone": "forgotten",
    "rooms.title": "a group's own name",
    "room_wishes.name": "a place's name",
    "room_wishes.circle": "heads, team, or a circle's number",
    "places.name": "the register's",
    "titles.zh": "the steward's",
    "categories.zh": "the steward's",
    "categories.en": "the steward's",
    "categories.words": "the steward's",
    "titles.en": "the steward's",
    "duties.words": "the steward's",
    "house.value": "the house's own",
    "jobs.payload": "the house's own",
    "journal.numbers": "numbers",
    "parked.exception": "a class of ours",
    "parked.place": "a line of ours",
} | {f"{table}.{name}": "a word of ours" for table, names in OURS.items() for name in names.split()}
"""A new text column adds a line: who wrote it, and which retention lets go of it if a neighbour did."""


async def test_every_text_column_says_whose_words_it_holds_and_how_they_go(house: House) -> None:
    texts = set()
    for (table,) in await house.db.read.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        columns = await house.db.read.sql.rows("SELECT name, type FROM pragma_table_info(?)", table)
        texts |= {f"{table}.{column['name']}" for column in columns if column["type"] == "TEXT"}
    kept = {keep.key for feature in FEATURES for keep in feature.keeps}

    assert texts == set(WORDS)
    named = {word for how in WORDS.values() if how.startswith("forgotten, ") for word in how.split(", ")[1:]}
    assert named - kept == set()


async def test_words_that_go_with_their_person_are_emptied_by_some_feature(house: House) -> None:
    """Each column of them is in a table whose trace changes it, or takes the row away."""
    for column in (column for column, how in WORDS.items() if how.startswith("forgotten")):
        table, name = column.split(".")
        forgets = [trace.forget for trace in TRACES if trace.forget and f" {table} " in f" {trace.forget} "]
        gone = [sql for sql in forgets if (f"FROM {table} " in sql and "DELETE" in sql) or f"{name} = " in sql]
        assert gone, column


IN_EVERY_TABLE = (  # ?1 somebody, ?2 a neighbour of theirs, ?3 a dwelling
    "INSERT INTO mutes VALUES (?1, 'ask.taken')",
    "INSERT INTO dangers (person_id, by_id, kind, state, opened_at) VALUES (?1, ?2, 'fire', 'told', 1)",
    "INSERT INTO dangers (person_id, by_id, kind, state, opened_at) VALUES (?2, ?1, 'fire', 'told', 1)",
    "INSERT INTO ask_files SELECT id, 'voice', 'f', '梯子', ?1 FROM asks ORDER BY id LIMIT 1",
    """INSERT INTO tickets (person_id, by_id, owner_id, from_id, place_id, category, text, state, opened_at, asked_at,
                            clock_from, moved_at)
       VALUES (?1, ?2, ?2, ?2, ?3, 'lift', '电梯停了', 'taken', 1, 1, 1, 1)""",
    """INSERT INTO tickets (person_id, by_id, owner_id, from_id, place_id, category, text, state, opened_at, asked_at,
                            clock_from, moved_at)
       VALUES (?2, ?1, ?1, ?1, ?3, 'lift', '', 'taken', 1, 1, 1, 1)""",
    "INSERT INTO ticket_desks VALUES (2, ?1, 0, 1, 1)",
    "INSERT INTO ticket_followers VALUES (2, ?1, ?1, 1)",
    "INSERT INTO ticket_notes (ticket_id, person_id, at, kind, text) VALUES (2, ?1, 1, 'note', '看过了')",
    "INSERT INTO ticket_charges (ticket_id, cents, what, person_id, asked_at) VALUES (2, 8000, '灯管', ?1, 1)",
    """INSERT INTO ticket_charges (ticket_id, cents, what, asked_at, answer, answered_by, answered_at)
       VALUES (2, 8000, '灯管', 1, 'yes', ?1, 2)""",
    "INSERT INTO repairers (person_id, place_id, by_id, since) VALUES (?1, 1, ?2, 1)",
    "INSERT INTO repairers (person_id, place_id, by_id, since) VALUES (?2, 1, ?1, 1)",
    "INSERT INTO danger_told (danger_id, person_id, at) SELECT id, ?1, 1 FROM dangers WHERE by_id = ?1",
    "UPDATE people SET noted_by = ?1 WHERE id = ?2",
    "INSERT INTO people (name, created_at, seen_at, merged_into) VALUES ('王芳芳', 1, 1, ?1)",
    "UPDATE residents SET confirmed_by = ?1 WHERE person_id = ?2",
    "INSERT INTO codes (kind, target, issued_by, issued_at, expires_at, used_by) VALUES ('home', ?3, ?1, 1, 2, ?1)",
    "INSERT INTO wrong_codes VALUES (?1, 1)",
    "INSERT INTO room_wishes (room_id, by_id, at) SELECT id, ?1, 1 FROM rooms WHERE kind = 'group' LIMIT 1",
    "INSERT INTO helpers VALUES (?1, ?2, 1)",
    "INSERT INTO helpers VALUES (?2, ?1, 1)",
    "INSERT INTO acting VALUES (?1, ?2, 1)",
    "INSERT INTO acting VALUES (?2, ?1, 1)",
    "INSERT INTO imports (person_id, sent_at, state) VALUES (?1, 1, 'reading')",
    "UPDATE asks SET by_id = ?1, called_id = ?1, called_at = 1 WHERE id = 2",
    "UPDATE givers SET by_id = ?1 WHERE ask_id = 1",
    "INSERT INTO askings VALUES (2, ?1, 1, 1, NULL) ON CONFLICT DO NOTHING",
    "INSERT INTO joins (person_id, state, asked_at) VALUES (?1, 'draft', 1)",
    """INSERT INTO joins (person_id, by_id, claims_id, state, asked_at, ended_at, ended_by)
       VALUES (?2, ?1, ?1, 'refused', 1, 2, ?1)""",
    "INSERT INTO matters (kind, person_id, place_id, state, asked_at) VALUES ('gone', ?1, ?3, 'open', 1)",
    """INSERT INTO matters (kind, person_id, other_id, place_id, by_id, state, asked_at, ended_at, ended_by)
       VALUES ('same', ?2, ?1, ?3, ?1, 'done', 1, 2, ?1)""",
    """INSERT INTO moved (person_id, place_id, role, since, way, confirmed_by, at, own)
       VALUES (?2, ?3, 'owner', 1, 'head', ?1, 1, 1)""",
    """INSERT INTO moved (person_id, place_id, role, since, way, at, own)
       VALUES (?1, ?3, 'owner', 1, 'head', 1, 1)""",
    "INSERT INTO group_links VALUES (1, 'https://t.me/+x', ?1, 1)",
    "INSERT INTO consents VALUES (?1, 'keep', 1, 1, 1, NULL)",
    "INSERT INTO copies VALUES (?1, 1)",
    "INSERT INTO letters (person_id, words, written_at) VALUES (?1, '孩子发烧三十九度', 1)",
    "INSERT INTO letters (person_id, words, written_at, answered_by) VALUES (?2, '好', 1, ?1)",
    """INSERT INTO cases (thing, person_id, by_id, decided_by, state, opened_at)
       VALUES ('ask_7', ?1, ?1, ?1, 'hidden', 1)""",
    "INSERT INTO reports VALUES (1, ?1, 'other', '孩子发烧三十九度', 1)",
    "INSERT INTO blocks (person_id, reason, since) VALUES (?1, 'ads', 1)",
    "INSERT INTO blocks (person_id, by_id, reason, since) VALUES (?2, ?1, 'ads', 1)",
    """INSERT INTO notices (id, kind, person_id, by_id, place_id, words, state, written_at, decided_by, decided_at)
       VALUES (1, 'notice', ?1, ?1, ?3, '孩子发烧三十九度', 'draft', 1, ?1, 1)""",
    "INSERT INTO notice_people VALUES (1, ?1, 1, 1)",
    "UPDATE offices SET ended_by = ?1, until = 2 WHERE person_id = ?2",
    "INSERT INTO invitations SELECT id, ?1 FROM codes",
    "INSERT INTO lines (from_id, by_id, to_id, words, at) VALUES (?2, ?1, ?2, '水管', 1), (?1, NULL, ?2, '电梯', 1)",
    "INSERT INTO lines (from_id, to_id, words, at) VALUES (?2, ?1, '好的', 1)",
    "INSERT INTO no_lines VALUES (?1, 1)",
    "INSERT INTO circles (name, place_id, lead_id, made_by, made_at) VALUES ('合唱队', ?3, ?1, ?1, 1)",
    "INSERT INTO circle_members SELECT id, ?1, 1 FROM circles",
    """INSERT INTO festivals (id, name, place_id, person_id, state, made_at, collects, grants)
       VALUES (1, '春节', ?3, ?1, 'collecting', 1, 2, 3)""",
    """INSERT INTO wishes (id, festival_id, person_id, by_id, words, heard, state, made_at, worded_at)
       VALUES (1, 1, ?1, ?1, '孩子发烧三十九度', '孩子发烧三十九度', 'waiting', 1, 1)""",
    """INSERT INTO wishes (id, festival_id, person_id, words, state, made_at, worded_at)
       VALUES (2, 1, ?2, '棉鞋', 'open', 1, 1)""",
    "INSERT INTO grantors (wish_id, person_id, by_id, state, since) VALUES (2, ?1, ?1, 'giving', 1)",
    """INSERT INTO offers (kind, person_id, by_id, place_id, what, state, made_at, recommended_by)
       VALUES ('thing', ?1, ?1, ?3, '孩子发烧三十九度', 'draft', 1, ?1)""",
    "INSERT INTO wants (offer_id, person_id, by_id, state, asked_at) SELECT id, ?1, ?1, 'asked', 1 FROM offers",
    "INSERT INTO willing VALUES (?1, 1)",
    "INSERT INTO categories (key, zh, by_id, at) VALUES ('own-1', '充电桩', ?1, 1)",
    "INSERT INTO medicines VALUES ('某某片', 'prescription', '', ?1, 1)",
    """INSERT INTO relays (id, about, one_id, other_id, asked_id, state, asked_at, ended_at, why, ended_by)
       VALUES (1, 'ask_1', ?1, ?2, ?1, 'ended', 1, 2, 'done', ?1),
              (2, 'ask_1', ?2, ?1, ?2, 'ended', 1, 2, 'done', ?2)""",
    "INSERT INTO relay_seats (person_id, relay_id) VALUES (?1, 1)",
)
"""What the journey before does not leave by itself; a new column that names people adds a line."""


async def _everything_about(house: House) -> tuple[Neighbour, Neighbour]:
    """Somebody who has left a mark in every table."""
    wang, chen = await house.moves_in("王芳芳", "陈明明", unit="3-2-501")
    house.world.people[wang.id].username = "wang_fangfang"
    await house.bind_group()
    wang.says("/need 布洛芬缓释胶囊 孩子发烧三十九度", to=house.group)
    await house.settles()
    await chen.presses(T("ask-i-can", kind="thing"), on=house.group)
    wang.says("/need")
    chen.says("/need 折叠梯子", to=house.group)
    await house.settles()
    await wang.presses(T("ask-i-can", kind="thing"), on=house.group)
    await chen.presses(T("ask-agree"), containing="折叠梯子")
    await wang.presses(T("ask-show-account"), containing="折叠梯子")

    async def more(tx: Any) -> None:
        person = await tx.people.by_telegram(wang.id)
        root = await tx.places.root()
        await tx.offices.appoint(person.id, "steward", root.id, None, 1)
        await tx.offices.appoint((await tx.people.by_telegram(chen.id)).id, "building_head", root.id, person.id, 1)
        other = await tx.people.by_telegram(chen.id)
        home = await tx.residents.home(person.id)
        for statement in IN_EVERY_TABLE:
            values = (person.id, other.id, home)
            await tx.sql.run(statement, *values[: max(int(n) for n in re.findall(r"\?(\d)", statement))])

    await house.db.whole(more)
    return wang, chen


async def _forget(house: House, person: int) -> None:
    async def forget(tx: Any) -> None:
        rooms = await tx.sql.rows("SELECT id FROM rooms WHERE person_id = ?", person)
        names = [(await tx.people.get(person)).name]
        await tx.privacy.forget_promises(person, TRACES)
        await tx.privacy.forget(person, TRACES, names)
        for room in rooms:
            await tx.privacy.room_is_left(room["id"])

    await house.db.whole(forget)


MARKS = ("王芳芳", "wang_fangfang", "布洛芬缓释胶囊", "孩子发烧三十九度")


async def test_who_is_forgotten_was_shown_everything_and_leaves_no_name_no_id_and_no_word(house: House) -> None:
    wang, chen = await _everything_about(house)
    person = (await house.db.read.people.by_telegram(wang.id)).id
    exported = {trace.column: await house.db.read.sql.rows(trace.export, person) for trace in TRACES}
    shown = json.dumps([[tuple(row) for row in rows] for rows in exported.values()], ensure_ascii=False)
    named = await columns_that_name_people(house)
    assert [column for column, rows in exported.items() if column in named and not rows] == []
    assert [mark for mark in MARKS if mark not in shown] == []

    await _forget(house, person)

    assert {mark: await places_of(house, mark) for mark in (*MARKS, str(wang.id))} == {
        mark: [] for mark in (*MARKS, str(wang.id))
    }
    assert await places_of(house, "陈明明") == ["people"]
    assert await places_of(house, str(chen.id)) != []
    assert not await house.db.read.sql.rows("PRAGMA foreign_key_check")
    with closing(sqlite3.connect(f"{house.database.as_uri()}?mode=ro", uri=True)) as db:
        for table, column in (name.split(".") for name in sorted(named - {"people.id", "journal.person_id"})):
            found = db.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (person,)).fetchone()  # noqa: S608
            assert found == (0,), f"{table}.{column}"


async def test_the_harness_sees_a_feature_that_forgets_to_forget(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    careless = [trace for trace in TRACES if trace.column != "asks.person_id"]
    monkeypatch.setattr("tests.engine.test_database.TRACES", careless)
    with pytest.raises(AssertionError):
        await test_who_is_forgotten_was_shown_everything_and_leaves_no_name_no_id_and_no_word(house)


async def test_what_waits_to_be_said_forgets_them_too(house: House) -> None:
    wang, _ = await _everything_about(house)
    person = (await house.db.read.people.by_telegram(wang.id)).id
    await house.db.whole(lambda tx: tx.rooms.pause(wang.id, 1))
    await house.db.whole(lambda tx: tx.rooms.pause(house.group, 1))
    house.community.tasks[1].cancel()  # Telegram is out of reach: what was promised waits
    wang.starts()
    wang.says("/have", to=house.group)
    await until(lambda: not len(house.world.updates))
    await asyncio.sleep(0.05)
    assert await places_of(house, "王芳芳") != ["people"]

    await _forget(house, person)

    assert {mark: await places_of(house, mark) for mark in MARKS} == {mark: [] for mark in MARKS}


async def test_the_file_itself_forgets_them(house: House) -> None:
    """secure_delete: what was removed is not left between the rows."""
    wang, _ = await _everything_about(house)
    person = (await house.db.read.people.by_telegram(wang.id)).id

    await _forget(house, person)
    await house.stops()
    content = house.database.read_bytes()
    await house.starts()

    assert [mark for mark in MARKS if mark.encode() in content] == []


async def test_the_house_lives_on_with_somebody_forgotten(house: House) -> None:
    wang, _ = await _everything_about(house)
    person = (await house.db.read.people.by_telegram(wang.id)).id
    await _forget(house, person)

    wang.starts()
    await house.settles()
    for _ in range(3):
        await house.later(days=1)

    assert await house.db.read.house.parked() == 0
    again = await house.db.read.people.by_telegram(wang.id)
    assert again is not None
    assert again.id != person
    assert {ask.state for ask in await house.db.read.asks.all()} <= {"expired", "withdrawn", "done"}


async def test_when_two_rooms_become_one_everything_that_names_the_other_moves(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column that stays behind would stop a group from becoming a supergroup."""
    tables = [row[0] for row in await house.db.read.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    named = {
        (table, key["from"])
        for table in tables
        for key in await house.db.read.sql.rows(f"PRAGMA foreign_key_list({table})")
        if key["table"] == "rooms"
    }
    said: list[str] = []

    async def listens(self: Sql, sql: str, *values: Any) -> int:
        said.append(sql)
        return 0

    monkeypatch.setattr(Sql, "run", listens)
    await Rooms(house.db.read.sql)._move(1, 2)

    moved = {
        (table, column) for table, column in named for sql in said if re.search(rf"{table} SET {column} = \?", sql)
    }
    assert named - moved == set()
