"""Fixtures every kind of test uses. The house is imported where it is used: who hands out the tests needs none."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.house import House


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a journey waits for its playground now and then."""
    return (os.cpu_count() or 1) + 1


LONGEST = (
    "tests/journeys/",
    "tests/flows/test_upgrade.py",
    "tests/engine/test_crash.py",
    "tests/engine/test_relays.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, and a file of journeys stays together: they share a playground and a browser."""
    items.sort(key=lambda item: next((nth for nth, path in enumerate(LONGEST) if item.nodeid.startswith(path)), 9))
    for item in items:
        if item.nodeid.startswith("tests/journeys/"):
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house that speaks Chinese, on a Saturday morning at nine."""
    from tests.house import House

    async with House(tmp_path) as made:
        yield made


@pytest.fixture
async def english_house(tmp_path: Path) -> AsyncIterator[House]:
    from tests.house import House

    async with House(tmp_path, language="en") as made:
        yield made
