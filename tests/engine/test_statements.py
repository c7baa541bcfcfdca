"""How many SQL statements one update costs, counted; and what is asked once in a transaction is never out of date."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from storage import files
from storage.database import INSIDE, Tx
from storage.sql import APART, Sql
from tests.house import House, Neighbour

Statements = list[str]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Statements:
    """Every statement of every transaction, from BEGIN to COMMIT."""
    heard: Statements = []

    def listens(name: str) -> Callable[..., Any]:
        whole = getattr(Sql, name)

        async def listening(self: Sql, sql: str, *values: Any) -> Any:
            if INSIDE.get():
                heard.append(" ".join(sql.split()))
            return await whole(self, sql, *values)

        return listening

    for name in ("run", "rows", "row", "many"):
        monkeypatch.setattr(Sql, name, listens(name))
    return heard


def of_update(said: Statements) -> Statements:
    """Those of the one update that was handled."""
    begins = [*(at for at, sql in enumerate(said) if sql.startswith("BEGIN")), len(said)]
    every = [said[at:end] for at, end in pairwise(begins)]
    [one] = [each for each in every if each[1].startswith("INSERT INTO seen")]
    return one


@pytest.fixture
async def neighbours(house: House) -> tuple[Neighbour, Neighbour]:
    """Two who are known to the house and to its group, which has heard a plea before."""
    await house.bind_group()
    wang, chen = await house.moves_in("王芳", unit="3-2-501"), await house.moves_in("陈明", unit="5-1-201")
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    await chen.presses("我有", on=house.group)
    return wang, chen


@pytest.mark.parametrize(
    ("words", "where", "most"),
    [
        ("/need 布洛芬 孩子发烧", "group", 26),
        ("求助 借一个轮椅", "bot", 27),
        ("/start", "bot", 15),
        ("今天天气不错", "bot", 17),
    ],
    ids=["a plea in the group", "a plea in private", "start", "a plain word"],
)
async def test_what_is_said_costs_so_many_statements_and_no_more(
    house: House, neighbours: tuple[Neighbour, Neighbour], said: Statements, words: str, where: str, most: int
) -> None:
    said.clear()

    neighbours[0].says(words, to=house.group if where == "group" else where)
    await house.settles()

    assert 5 < len(of_update(said)) <= most, "\n".join(of_update(said))


async def test_a_press_costs_so_many_statements_and_no_more(
    house: House, neighbours: tuple[Neighbour, Neighbour], said: Statements
) -> None:
    wang, chen = neighbours
    wang.says("/need 布洛芬", to=house.group)
    await house.settles()
    said.clear()

    await chen.presses("我有", on=house.group)

    assert 5 < len(of_update(said)) <= 29, "\n".join(of_update(said))


async def test_nothing_is_asked_twice_in_a_plea(
    house: House, neighbours: tuple[Neighbour, Neighbour], said: Statements
) -> None:
    said.clear()
    neighbours[0].says("/need 布洛芬", to=house.group)
    await house.settles()

    asked = [sql for sql in of_update(said) if sql.startswith("SELECT")]
    assert len(asked) == len(set(asked))


async def test_whatever_is_asked_once_is_asked_anew_after_it_was_changed(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")

    async def moves(tx: Tx) -> tuple[str, str, bool, bool]:
        person = await tx.people.by_telegram(wang.id)
        assert person
        before, home = (await tx.people.get(person.id)).name, await tx.residents.home(person.id)
        await tx.people.is_called(person.id, "王小芳", None)
        await tx.sql.run("DELETE FROM residents WHERE person_id = ?", person.id)
        known = await tx.offices.titles_of(person.id)
        await tx.offices.appoint(person.id, "steward", (await tx.places.root()).id, None, 1)
        after = await tx.offices.titles_of(person.id)
        gone = home is not None and await tx.residents.home(person.id) is None
        return before, (await tx.people.get(person.id)).name, gone, not known and after == {"steward"}

    assert await house.db.whole(moves) == ("王芳", "王小芳", True, True)


async def test_what_a_refusal_takes_back_is_not_remembered(house: House) -> None:
    wang = await house.moves_in("王芳")

    async def refused(tx: Tx) -> str:
        await tx.savepoint()
        person = await tx.people.by_telegram(wang.id)
        assert person
        await tx.people.is_called(person.id, "别人", None)
        assert (await tx.people.get(person.id)).name == "别人"
        await tx.undo()
        return (await tx.people.get(person.id)).name

    assert await house.db.whole(refused) == "王芳"


async def test_a_transaction_remembers_nothing_of_the_one_before(house: House, said: Statements) -> None:
    async def root(tx: Tx) -> None:
        await tx.places.root()
        await tx.places.root()

    said.clear()
    await house.db.whole(root)
    await house.db.whole(root)

    assert sum("FROM places" in sql for sql in said) == 2
    assert house.db._sql.memo is None


async def test_nothing_asked_once_reads_what_is_written_without_forgetting(
    house: House, neighbours: tuple[Neighbour, Neighbour], monkeypatch: pytest.MonkeyPatch, said: Statements
) -> None:
    """In everything that a plea, a press, a start and plain words ask once."""
    once, whole = list[str](), Sql.once

    async def listens(self: Sql, question: Any, ask: Any) -> Any:
        before = len(said)
        found = await whole(self, question, ask)
        once.extend(said[before:])
        return found

    monkeypatch.setattr(Sql, "once", listens)
    wang, chen = neighbours
    for words, to in (("/need 布洛芬", house.group), ("求助 轮椅", "bot"), ("/start", "bot"), ("你好吗", "bot")):
        wang.says(words, to=to)
        await house.settles()
    await chen.presses("我有", on=house.group)

    assert len(once) > 10
    assert [sql for sql in once if set(re.findall(r"\w+", sql)) & set(APART)] == []


def test_a_write_without_forgetting_sets_off_no_other(tmp_path: Path) -> None:
    """No trigger, and no deletion that spreads."""
    files.create(tmp_path / "linli.db", "锦江苑")
    with closing(sqlite3.connect(tmp_path / "linli.db")) as db:
        triggers = db.execute("SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        spreading = db.execute(
            """SELECT tables.name, keys."table" FROM sqlite_schema AS tables
                 JOIN pragma_foreign_key_list(tables.name) AS keys
               WHERE tables.type = 'table' AND keys.on_delete <> 'NO ACTION'"""
        ).fetchall()
    assert [sql for table, sql in triggers if table in APART and "raise(" not in sql] == []
    assert [child for child, parent in spreading if parent in APART and child not in APART] == []
