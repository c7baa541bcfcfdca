"""Fixtures every kind of test uses."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House


def pytest_xdist_auto_num_workers() -> int:
    """Two more than there are cores: a journey mostly waits for the bot's own pace."""
    return (os.cpu_count() or 1) + 2


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house that speaks Chinese, on a Saturday morning at nine."""
    async with House(tmp_path) as made:
        yield made


@pytest.fixture
async def english_house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path, language="en") as made:
        yield made
