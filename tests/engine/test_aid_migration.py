"""A database from before several neighbours could help: whoever had a plea has it still."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import files
from storage.database import Database

NINE = 1_764_291_600
BEFORE = """
INSERT INTO people (id, name, created_at, seen_at) VALUES (1, '王芳', 1, 1), (2, '陈明', 1, 1), (3, '何婶', 1, 1);
INSERT INTO rooms (id, chat_id, kind) VALUES (1, -100, 'group');
INSERT INTO asks (id, person_id, room_id, thing, note, state, opened_at, until) VALUES
  (1, 1, 1, '梯子', '', 'draft', 100, 900), (2, 1, 1, '电池', '急', 'open', 100, 900);
INSERT INTO asks (id, person_id, by_id, room_id, thing, note, state, opened_at, until, taker_id, taker_by_id,
                  taken_at, note_told, asker_shown, taker_shown, ended_at) VALUES
  (3, 1, NULL, 1, '胶水', '快', 'taken', 100, 900, 2, 3, 200, 1, 1, 1, NULL),
  (4, 1, 3, 1, '剪刀', '', 'done', 100, 900, 2, NULL, 200, 0, 0, 0, 300),
  (5, 1, NULL, 1, '雨伞', '', 'withdrawn', 100, 900, 2, NULL, 200, 0, 0, 0, 300),
  (6, 1, NULL, 1, '水桶', '', 'expired', 100, 900, NULL, NULL, NULL, 0, 0, 0, 900),
  (7, 1, NULL, 1, '锯子', '', 'taken', 100, 900, NULL, NULL, 200, 0, 0, 0, NULL),
  (8, NULL, NULL, NULL, '', '', 'done', 100, 900, 2, NULL, NULL, 0, 0, 0, 300);
INSERT INTO alarms (kind, thing, at) VALUES ('ask.question', 'ask_3', 500), ('ask.end', 'ask_3', 900);
"""
"""Asks in every state; the seventh lost its neighbour, the eighth its asker, because they were forgotten."""


@pytest.fixture
def before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the migration found it: at the last version in which one neighbour had it."""
    older = tmp_path / "older"
    older.mkdir()
    for number, file in files.migrations():
        if number < 13:
            shutil.copy(file, older)
    with monkeypatch.context() as then:
        then.setattr("storage.files.MIGRATIONS", older)
        files.create(tmp_path / "linli.db", "锦江苑")
    with closing(sqlite3.connect(tmp_path / "linli.db")) as db:
        db.executescript(BEFORE)
    return tmp_path / "linli.db"


async def test_whoever_had_a_plea_is_its_giver_and_every_state_stays(before: Path, tmp_path: Path) -> None:
    db = await Database.open(before, tmp_path / "backups")
    try:
        asks = {ask.id: ask for ask in await db.read.asks.all()}
        broken = await db.read.sql.rows("PRAGMA foreign_key_check")
    finally:
        await db.close()

    assert {number: ask.state for number, ask in asks.items()} == {
        1: "draft", 2: "open", 3: "taken", 4: "done", 5: "withdrawn", 6: "expired", 7: "open", 8: "done",
    }  # fmt: skip
    [has] = asks[3].givers
    assert (has.person_id, has.by_id, has.state, has.amount, has.since) == (2, 3, "giving", 1, 200)
    assert has.agreed_at == 200 and has.asker_shown and has.shown and has.note_told
    assert (asks[3].note, asks[3].until, asks[3].missing) == ("快", 900, 0)
    assert [(one.person_id, one.state) for number in (4, 5, 8) for one in asks[number].givers] == [
        (2, "given"), (2, "giving"), (2, "given"),
    ]  # fmt: skip
    assert asks[4].by_id == 3 and asks[5].reopen(until=NINE, at=NINE).state == "taken"
    assert [asks[number].givers for number in (1, 2, 6, 7)] == [()] * 4
    assert broken == []
