"""Linli's database for the scene, filled once through the stores and copied for every run."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from bench import scene
from bot.domain.rules import thing
from storage import files
from storage.database import Database, Tx

HOURS = 3600


def build(path: Path) -> None:
    files.create(path, scene.COMMUNITY)
    asyncio.run(_fill(path))


async def _fill(path: Path) -> None:
    async with await Database.open(path) as db:
        at = int(time.time())
        room = await db.whole(_group)
        homes = await db.whole(_places)
        await db.whole(_people(room, homes, at))
        await db.whole(_pleas(room, at))


def changes(path: Path) -> dict[str, int]:
    """What a run has left there: pleas opened and taken since the scene, and what had to be parked."""
    return asyncio.run(_changes(path))


async def _changes(path: Path) -> dict[str, int]:
    async with await Database.open(path) as db:
        asks = await db.read.asks.all()
        taken = sum(ask.state == "taken" for ask in asks)
        opened = len(asks) - scene.OPEN - scene.TAKEN
        return {"plea": opened, "press": taken - scene.TAKEN, "parked": await db.read.house.parked()}


async def _group(tx: Tx) -> int:
    room = await tx.rooms.open(scene.GROUP, 0, scene.COMMUNITY)
    await tx.rooms.belongs_to(room.id, (await tx.places.root()).id)
    return room.id


async def _places(tx: Tx) -> list[int]:
    """→ the dwellings"""
    root, homes = (await tx.places.root()).id, []
    areas = [await tx.places.add(root, "area", f"第{number + 1}片区") for number in range(scene.AREAS)]
    for number in range(scene.BLOCKS):
        block = await tx.places.add(areas[number % scene.AREAS], "building", f"{number + 1}栋")
        for stair in range(scene.STAIRS):
            inside = await tx.places.add(block, "stair", f"{stair + 1}单元")
            homes += [
                await tx.places.add(inside, "dwelling", f"{flat + 101}") for flat in range(scene.DWELLINGS_PER_STAIR)
            ]
    villas = [await tx.places.add(areas[0], "building", f"别墅{number + 1}") for number in range(scene.VILLAS)]
    return homes + [await tx.places.add(villa, "dwelling", "1") for villa in villas]


def _people(room: int, homes: list[int], at: int) -> Callable[[Tx], Coroutine[Any, Any, None]]:
    async def fill(tx: Tx) -> None:
        for number in range(scene.ASKERS + scene.CROWD):
            telegram_id = scene.FIRST_PERSON + number
            person = await tx.people.arrives(telegram_id, f"邻居{number}", None, "zh", at)
            await tx.people.starts(person.id, at)
            await tx.rooms.private(person.id, telegram_id)
            await tx.rooms.joins(room, person.id)
            await tx.residents.lives(person.id, homes[number % len(homes)], "owner")
            await tx.people.mute(person.id, "ask.asked")  # that neighbours are asked is measured by itself

    return fill


def _pleas(room: int, at: int) -> Callable[[Tx], Coroutine[Any, Any, None]]:
    """People's numbers in the database begin with 1, as they came."""

    async def fill(tx: Tx) -> None:
        for number in range(1, scene.OPEN + scene.TAKEN + 1):
            asker = scene.asker(number) + 1
            ask = await tx.asks.open(asker, room, None, "布洛芬", "", "open", at, at + 12 * HOURS)
            if number > scene.OPEN:
                await tx.asks.save(ask.take(scene.crowd(number) + 1, at=at))
            await _card(tx, thing("ask", ask.id), room, number, at)

    return fill


async def _card(tx: Tx, name: str, room: int, number: int, at: int) -> None:
    await tx.cards.show(name, "group", room, rank=2, at=at)
    row = await tx.cards.get(name, "group", room)
    assert row
    await tx.cards.drawn(row, scene.post_of(number), True)
