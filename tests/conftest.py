"""Fixtures every kind of test uses."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.house import House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house that speaks Chinese, on a Saturday morning at nine."""
    async with House(tmp_path) as made:
        yield made


@pytest.fixture
async def english_house(tmp_path: Path) -> AsyncIterator[House]:
    async with House(tmp_path, language="en") as made:
        yield made
