"""The register in the database: a difference applied is whole, and the next look sees nothing left to change."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.register import Listing, Sheet, compare, read
from storage import files
from storage.database import Database
from tests.lists import sheet

COLUMNS = ("片区", "楼栋", "单元", "房号", "面积", "业主", "邻里组")


def listed(*rows: tuple[str, ...]) -> Listing:
    return read([sheet(COLUMNS, *rows)])


async def applied(db: Database, listing: Listing, at: int = 100) -> Any:
    async def work(tx: Any) -> Any:
        made = compare(listing, await tx.register.now())
        assert made.problems == ()
        await tx.register.apply(made, at)
        return made

    return await db.whole(work)


async def opened(folder: Path) -> Database:
    await asyncio.to_thread(files.create, folder / "linli.db", "锦江苑")
    return await Database.open(folder / "linli.db")


@pytest.fixture
async def db(tmp_path: Path) -> Any:
    async with await opened(tmp_path) as made:
        yield made


async def closure_is_true(db: Database) -> None:
    """What is above what, worked out anew from parents, is what stands there; groups aside."""
    rows = await db.read.sql.rows(
        """WITH RECURSIVE up(place, above, distance) AS (
             SELECT id, id, 0 FROM places
             UNION ALL SELECT place, parent_id, distance + 1 FROM up JOIN places ON id = above WHERE parent_id NOT NULL)
           SELECT * FROM up ORDER BY place, above"""
    )
    stands = await db.read.sql.rows(
        """SELECT place_id, above_id, distance FROM above JOIN places ON id = above_id
           WHERE kind <> 'neighbours' OR place_id = above_id ORDER BY place_id, above_id"""
    )
    assert [tuple(row) for row in rows] == [tuple(row) for row in stands]


async def test_a_list_applied_twice_changes_nothing_the_second_time(db: Database) -> None:
    listing = listed(
        ("二", "3栋", "2", "501", "89.5", "王芳、李强", "紫藤组"), ("二", "3栋", "2", "502", "", "王芳", "紫藤组")
    )

    await applied(db, listing)
    again = compare(listing, await db.look(lambda read: read.register.now()))

    assert again.is_empty and again.unchanged == 2
    await closure_is_true(db)
    people = await db.read.sql.rows("SELECT name, telegram_id, noted_at FROM people ORDER BY id")
    assert [tuple(row) for row in people] == [("王芳", None, 100), ("李强", None, 100), ("王芳", None, 100)]
    rows = await db.read.sql.rows("SELECT DISTINCT role, way, speaks FROM residents")
    assert [tuple(row) for row in rows] == [("owner", "register", 0)]


async def test_a_level_put_in_between_moves_what_lies_below_with_its_people_and_groups(db: Database) -> None:
    await applied(db, listed(("", "3栋", "", "501", "", "王芳", "紫藤组")))
    home = await db.read.sql.value("SELECT id FROM places WHERE name = '501'")

    await applied(db, listed(("二", "3栋", "2", "501", "", "王芳", "")))

    await closure_is_true(db)
    above = await db.look(lambda read: read.places.above(home))
    assert {place.name for place in above} == {"501", "2单元", "3栋", "第2片区", "锦江苑", "紫藤组"}
    assert await db.read.sql.value("SELECT count(*) FROM places WHERE kind IN ('building', 'dwelling')") == 2


async def test_owners_who_left_are_forgotten_and_homes_that_went_keep_nobody(db: Database) -> None:
    await applied(db, listed(("", "3栋", "2", "501", "", "王芳", ""), ("", "3栋", "2", "502", "", "李强", "")))

    await applied(db, listed(("", "3栋", "2", "501", "", "赵敏", "")), at=200)

    rows = await db.read.sql.rows("SELECT name, retired_at FROM people ORDER BY id")
    assert [tuple(row) for row in rows] == [("", 200), ("", 200), ("赵敏", None)]
    assert await db.read.sql.value("SELECT gone_at FROM places WHERE name = '502'") == 200
    assert [place.name for place in await db.read.places.all()] == ["锦江苑", "3栋", "2单元", "501"]


async def test_a_home_changes_its_group_and_is_in_one_only(db: Database) -> None:
    await applied(db, listed(("", "3栋", "2", "501", "", "", "紫藤组")))
    await applied(db, listed(("", "3栋", "2", "501", "", "", "海棠组")))

    rows = await db.read.sql.rows(
        "SELECT name FROM above JOIN places ON id = above_id WHERE kind = 'neighbours' AND place_id <> id"
    )
    assert [row["name"] for row in rows] == ["海棠组"]


async def test_a_list_with_problems_is_never_applied(db: Database) -> None:
    made = compare(listed(("", "3栋", "2", "501", "?", "", "")), await db.look(lambda read: read.register.now()))

    with pytest.raises(ValueError):
        await db.whole(lambda tx: tx.register.apply(made, 1))

    assert await db.read.sql.value("SELECT count(*) FROM places") == 1


async def test_it_is_applied_whole_or_not_at_all(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from storage.register import Register

    async def fails(self: Register, joins: Any) -> None:
        raise RuntimeError("the machine dies")

    monkeypatch.setattr(Register, "_join", fails)
    with pytest.raises(RuntimeError):
        await applied(db, listed(("", "3栋", "2", "501", "1", "王芳", "")))

    assert await db.read.sql.value("SELECT count(*) FROM places") == 1
    assert await db.read.sql.value("SELECT count(*) FROM people") == 0


ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "一", "二"]), st.sampled_from(["3栋", "4栋", ""]), st.sampled_from(["1单元", "2单元", ""]),
        st.sampled_from(["101", "102", "201"]), st.sampled_from(["", "89.5"]),
        st.sampled_from(["", "王芳", "王芳、李强"]), st.sampled_from(["", "紫藤组"]),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, min_size=1, max_size=4))
def test_list_upon_list_leaves_nothing_to_change_and_a_true_tree(lists: list[list[tuple[str, ...]]]) -> None:
    async def upon() -> None:
        with tempfile.TemporaryDirectory() as folder:
            async with await opened(Path(folder)) as db:
                for rows in lists:
                    await one(db, read([Sheet("名单", (COLUMNS, *rows))]))

    async def one(db: Database, listing: Listing) -> None:
        made = compare(listing, await db.look(lambda read: read.register.now()))
        if made.problems:
            return
        await db.whole(lambda tx: tx.register.apply(made, 100))
        await closure_is_true(db)
        again = compare(listing, await db.look(lambda read: read.register.now()))
        assert again.problems == () and again.is_empty, again

    asyncio.run(upon())
