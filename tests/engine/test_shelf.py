"""Ten thousand offers on the shelf: the nearest first page by page, and never a walk over the whole of it."""

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import files
from storage.offers import Offers
from tests.engine.test_plans import Watched, full_scans

MANY, BUILDINGS, STAIRS, HOMES = 10_000, 20, 2, 10
PAGE = 8


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    files.create(tmp_path / "linli.db", "锦江苑")
    made = sqlite3.connect(tmp_path / "linli.db")
    made.row_factory = sqlite3.Row
    _builds(made)
    yield made
    made.close()


def _add(db: sqlite3.Connection, parent: int, kind: str, name: str) -> int:
    return (
        db.execute("INSERT INTO places (parent_id, kind, name) VALUES (?, ?, ?)", (parent, kind, name)).lastrowid or 0
    )


def _builds(db: sqlite3.Connection) -> None:
    homes, chance = [], random.Random(7)
    for building in range(1, BUILDINGS + 1):
        house = _add(db, 1, "building", f"{building}栋")
        for stair in range(1, STAIRS + 1):
            entrance = _add(db, house, "stair", f"{stair}单元")
            homes += [_add(db, entrance, "dwelling", f"{number}01") for number in range(1, HOMES + 1)]
    db.executemany(
        "INSERT INTO people (id, telegram_id, name, created_at, seen_at, started_at) VALUES (?1, ?1, '邻', 0, 0, 0)",
        [(number,) for number in range(1, 501)],
    )
    keys = ["ladder", "drill", "books", "toys", ""]
    rows = [
        (number, 1 + number % 500, chance.choice(homes), chance.choice(keys), chance.choice(["thing", "skill"]))
        for number in range(1, MANY + 1)
    ]
    db.executemany(
        """INSERT INTO offers (id, person_id, place_id, key, kind, what, state, made_at, opened_at, until)
           VALUES (?, ?, ?, ?, ?, '东西', 'open', 0, 0, 1)""",
        rows,
    )


def _nearest(db: sqlite3.Connection, home: int, kind: str) -> list[int]:
    """The whole shelf by hand: how near, then the newest."""
    above = {
        place: [
            row[0] for row in db.execute("SELECT above_id FROM above WHERE place_id = ? ORDER BY distance", (place,))
        ]
        for (place,) in db.execute("SELECT id FROM places WHERE kind = 'dwelling'")
    }
    mine = above[home]

    def far(place: int) -> int:
        return next(at for at, level in enumerate(mine) if level in above[place])

    rows = db.execute("SELECT id, place_id FROM offers WHERE kind = ?", (kind,)).fetchall()
    return [row["id"] for row in sorted(rows, key=lambda row: (far(row["place_id"]), -row["id"]))]


async def test_page_after_page_the_nearest_stand_first_and_nothing_is_shown_twice(db: sqlite3.Connection) -> None:
    home = db.execute("SELECT id FROM places WHERE kind = 'dwelling' LIMIT 1 OFFSET 137").fetchone()[0]
    shelf, expected = Offers(Watched(db)), _nearest(db, home, "thing")

    for page in (0, 1, 2, 5, 15, 31, 32, 100, len(expected) // PAGE):
        found = await shelf.shelf(["thing"], home, PAGE, page * PAGE)
        assert [one.offer.id for one in found] == expected[page * PAGE : (page + 1) * PAGE], page


async def test_no_question_to_a_full_shelf_walks_all_of_it(db: sqlite3.Connection) -> None:
    home = db.execute("SELECT id FROM places WHERE kind = 'dwelling' LIMIT 1").fetchone()[0]
    watched = Watched(db)

    await Offers(watched).shelf(["thing", "skill"], home, PAGE, 4000)
    found = await Offers(watched).holders(["thing"], ["ladder"], home, 20, but=[3])

    assert full_scans(watched.plans) == []
    assert len(found) == 20 and {one.key for one in found} == {"ladder"} and 3 not in {one.person_id for one in found}
    nearest = set(_nearest(db, home, "thing")[:250])
    assert {one.id for one in found} <= nearest


async def test_who_is_kept_away_or_cannot_be_reached_is_not_asked(db: sqlite3.Connection) -> None:
    home = db.execute("SELECT id FROM places WHERE kind = 'dwelling' LIMIT 1").fetchone()[0]
    db.execute("UPDATE people SET blocked_at = 1 WHERE id % 2 = 0")
    db.execute("UPDATE people SET unreachable_at = 1 WHERE id % 2 = 1 AND id % 3 = 0")

    found = await Offers(Watched(db)).holders(["thing"], ["ladder"], home, 50)
    shown = await Offers(Watched(db)).shelf(["thing"], home, 50)

    assert found and all((one.person_id or 0) % 2 and (one.person_id or 0) % 3 for one in found)
    assert all((one.offer.person_id or 0) % 2 for one in shown)
