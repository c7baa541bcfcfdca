"""What stands in the database, for comparing and for searching."""

from __future__ import annotations

import json
from typing import Any

from tests.house import House


async def tables(house: House) -> list[str]:
    rows = await house.db.read.sql.rows("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return [row["name"] for row in rows]


async def dump(house: House) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the house's own single values."""
    return {
        name: [tuple(row) for row in await house.db.read.sql.rows(f"SELECT * FROM {name}")]  # noqa: S608  # our tables
        for name in await tables(house)
        if name != "house"
    }


async def places_of(house: House, text: str) -> list[str]:
    """The tables in which these words stand."""
    return [name for name, rows in (await dump(house)).items() if any(text in str(value) for r in rows for value in r)]


def waiting(house: House) -> list[dict[str, Any]]:
    """The updates that Telegram keeps for the bot, as they will be sent."""
    return [json.loads(update.text) for update in house.world.updates._queue]
