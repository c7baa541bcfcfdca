"""Every door, pushed by everybody with everything: nobody gets in where they may not, and nothing breaks."""

import ast
import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.domain.rights import RIGHTS
from bot.playground.server import acts
from handlers.doors import DOORS
from tests.house import House, Neighbour

VALUES = ("", "_1", "_999999", "_1_1", "_1_1-f5", "_x", "_1_000000000000", "_99999999999999999999")
UNTOUCHED = (
    "offices", "residents", "helpers", "titles", "duties", "codes", "rooms", "places", "asks", "room_wishes",
    "circles", "notices", "hidden", "cases", "reports", "blocks", "kept_away", "letters", "consents", "copies",
    "dangers", "danger_told", "ask_files", "tickets", "ticket_desks", "ticket_followers", "ticket_notes",
    "ticket_visits", "ticket_charges", "repairers", "outsiders",
)  # fmt: skip


async def _everything(house: House) -> dict[str, list[Any]]:
    """What a stranger's push must leave alone."""
    there = {row["name"] for row in await house.db.read.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    tables = [table for table in UNTOUCHED if table in there]
    return {
        table: [tuple(row) for row in await house.db.read.sql.rows(f"SELECT * FROM {table}")]  # noqa: S608  # names from the list above
        for table in tables
    }


async def _lived_in(house: House) -> tuple[Neighbour, Neighbour]:
    """A group, a head, a resident with a plea, and a stranger who pressed Start."""
    await house.bind_group()
    chen, wang = await house.moves_in("陈建国", "王芳", unit="3-1-301")
    wang.says("求助 梯子", to=house.group)
    wang.says("报修 3栋1单元路灯不亮", to=house.group)

    async def appoint(tx: Any) -> None:
        root = (await tx.places.root()).id
        await tx.offices.appoint(1, "steward", root, None, 1)
        await tx.offices.appoint(1, "building_head", 2, None, 1)

    await house.db.whole(appoint)
    [number] = house.world.add_people([{"first_name": "路人", "language_code": "zh-hans"}])
    stranger = house.neighbour(number, "路人")
    stranger.starts()
    await house.settles()
    return chen, stranger


FEATURES = sorted({door[0] for door in DOORS.presses})


def _doors(feature: str) -> list[str]:
    """Those that may change something come last, so that what they leave behind is nobody else's."""
    every = ["_".join(door) for door in DOORS.presses if door[0] == feature]
    return sorted(every, key=lambda door: (door in ALLOWED, door))


async def _pushes(house: House, who: Neighbour, door: str) -> None:
    """With every value, one right after the other, as somebody's program would."""
    message = house.posts(who.id, "bot")[-1].id
    pushed = [door + value for value in VALUES if len(door + value) <= 64]
    await asyncio.gather(*(acts.press(house.world, who.id, "bot", message, data) for data in pushed))
    await house.settles()
    assert await house.db.read.house.parked() == 0, door


@pytest.mark.parametrize("feature", FEATURES)
async def test_a_strangers_push_at_a_door_changes_nothing_and_breaks_nothing(house: House, feature: str) -> None:
    _, stranger = await _lived_in(house)
    before = await _everything(house)

    for door in _doors(feature):
        await _pushes(house, stranger, door)
        after = await _everything(house)
        assert {table for table in before if before[table] != after[table]} <= ALLOWED.get(door, set()), door
        before = after


ALLOWED: dict[str, set[str]] = {
    "privacy_copy": {"copies"},  # of one's own data
    "danger_call-head": {"dangers", "danger_told"},  # whoever is in danger may have somebody called
    "acting_name": {"codes"},  # anybody may name a helper for themselves
}
"""What a stranger may well do, by door."""


@pytest.mark.parametrize("feature", FEATURES)
async def test_a_stewards_push_at_a_door_with_any_values_breaks_nothing(house: House, feature: str) -> None:
    chen, _ = await _lived_in(house)

    for door in _doors(feature):
        await _pushes(house, chen, door)


@pytest.mark.parametrize("kind", sorted(DOORS.opens))
async def test_a_forged_link_opens_nothing(house: House, kind: str) -> None:
    _, stranger = await _lived_in(house)
    before = await _everything(house)

    for value in ("", "_1", "_1_000000000000", "_x_y", "_999_000000000000"):
        stranger.starts(kind + value)
        await house.settles()

    assert await house.db.read.house.parked() == 0
    assert await _everything(house) == before


@pytest.mark.parametrize("command", sorted(DOORS.commands))
async def test_every_command_is_answered_wherever_it_is_said(house: House, command: str) -> None:
    chen, stranger = await _lived_in(house)
    bot = house.community.house.username

    for who, chat, name in ((stranger, "bot", ""), (chen, "bot", ""), (chen, house.group, f"@{bot}")):
        for words in ("", " 3栋", " " + "很长" * 900, " <b>&"):
            said = who.says(f"/{command}{name}{words}", to=chat)
            await house.settles()
            assert house.posts(who.id, chat)[-1].id > said.id or chat == house.group, (command, chat, words)

    assert await house.db.read.house.parked() == 0


def test_every_right_is_asked_for_at_some_door() -> None:
    """A row of the table that no handler asks for protects nothing."""
    asked = set()
    for path in (Path(__file__).parents[2] / "handlers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in RIGHTS:
                asked.add(node.value)
    assert set(RIGHTS) - asked == set()
