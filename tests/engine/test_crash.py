"""Whenever the power goes, no update is lost, none applied twice, and every promise is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.engine.crash import Dead, Moment, MortalHouse
from tests.engine.journey import STEPS, WHOLE, lived
from tests.engine.mutants import MUTANTS, Mutant

EVERY = 1 if os.environ.get("LINLI_EXHAUSTIVE") else 40
"""Of the boundaries of one journey, every so-manieth is died at in a journey of its own."""


class OnceAtEach:
    """Dies at every boundary it has not died at before: each life gets one step further than the last."""

    def __init__(self) -> None:
        self.seen: set[Moment] = set()

    def __call__(self, moment: Moment) -> bool:
        new = moment not in self.seen
        self.seen.add(moment)
        return new


class Never:
    """Lets everybody live and counts the boundaries."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, moment: Moment) -> bool:
        self.count += 1
        return False


class AtThe:
    """Dies once, at the n-th boundary."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, moment: Moment) -> bool:
        self.left -= 1
        return self.left == 0


async def test_the_journey_passes_without_a_death(tmp_path: Path) -> None:
    house = MortalHouse(tmp_path)

    assert await lived(house, *WHOLE) == []
    assert house.deaths == 0


async def test_a_death_at_every_boundary_loses_nothing_doubles_nothing_and_breaks_no_promise(tmp_path: Path) -> None:
    deadly = OnceAtEach()
    house = MortalHouse(tmp_path, deadly)

    broken = await lived(house, *WHOLE)

    assert broken == []
    assert house.deaths == len(deadly.seen) > 300
    assert {moment.step for moment in deadly.seen} == set(STEPS)
    assert {(moment.kind, moment.phase) for moment in deadly.seen} == {
        (kind, phase) for kind in ("sql", "net") for phase in ("before", "after")
    }


async def test_a_single_death_anywhere_in_the_journey_is_survived(tmp_path: Path) -> None:
    counted = Never()
    (tmp_path / "whole").mkdir()
    assert await lived(MortalHouse(tmp_path / "whole", counted), *WHOLE) == []

    found = {}
    for number in range(1, counted.count, EVERY):
        folder = tmp_path / str(number)
        folder.mkdir()
        found[number] = await lived(MortalHouse(folder, AtThe(number)), *WHOLE)

    assert {number: broken for number, broken in found.items() if broken} == {}


@pytest.mark.parametrize(("mutant", "steps"), MUTANTS.items(), ids=lambda value: getattr(value, "__name__", ""))
async def test_the_harness_sees_a_house_that(
    mutant: Mutant, steps: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mutant(monkeypatch)
    house = MortalHouse(tmp_path, OnceAtEach())
    try:
        broken = await lived(house, *steps)
    except AssertionError as error:
        broken = [str(error)]

    assert broken


async def test_the_dead_execute_nothing(tmp_path: Path) -> None:
    house = MortalHouse(tmp_path)
    async with house:
        house.life.ends()
        before = house.database.read_bytes()
        with pytest.raises(Dead):
            await house.db.whole(lambda tx: tx.house.set("ghost", "1"))
        with pytest.raises(Dead):
            await house.community.app.bot.do_api_request("getMe")
        assert house.database.read_bytes() == before
        await house.settles()
        assert await house.db.read.house.value("ghost") is None
