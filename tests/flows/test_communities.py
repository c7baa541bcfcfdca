"""Two communities in one process: nothing a resident does in one can be seen or used in the other."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.i18n import words
from bot.playground.server import World, acts, application
from bot.playground.server.state import BOT
from bot.runtime import running
from bot.runtime.community import Plan
from handlers import codes
from storage.codes import Code
from tests.engine.dump import dump
from tests.house import HOURS, ZONE, House, Neighbour

T = words("zh")


class Estate(House):
    """A community with a name, a token and a Telegram of its own."""

    def __init__(self, folder: Path, name: str, token: str):
        folder.mkdir()
        super().__init__(folder)
        self.name, self.token = name, token
        self.world = World(self.clock, None, token, limits=False)
        self.server = application(self.world, page=None)
        self.group = self.world.add_group(name, [], bot="administrator")

    @property
    def plan(self) -> Plan:
        backups = self.folder / "backups"
        return Plan(self.name, self.token, self.database, backups, ZONE, HOURS, "zh", "http://telegram")


@pytest.fixture
async def estates(tmp_path: Path) -> AsyncIterator[tuple[Estate, Estate]]:
    jin, yu = Estate(tmp_path / "a", "锦江苑", "1000000001:a"), Estate(tmp_path / "b", "玉林院", "1000000002:b")
    async with jin, yu:
        yield jin, yu


async def both(estates: tuple[Estate, Estate]) -> tuple[Neighbour, Neighbour]:
    """The same account in both: a plea in the first, nothing in the second."""
    jin, yu = estates
    here = await jin.moves_in("王芳", unit="3-2-501")
    there = await yu.moves_in("王芳", unit="3-2-501")
    assert here.id == there.id
    await jin.bind_group()
    await yu.bind_group()
    here.says("/need 折叠梯子", to=jin.group)
    await jin.settles()
    return here, there


def last(house: House, who: Neighbour) -> int:
    return [post for post in house.posts(who.id, "bot") if post.sender == BOT][-1].id


async def test_what_is_asked_in_one_is_nowhere_in_the_other(estates: tuple[Estate, Estate]) -> None:
    _, yu = estates
    _, there = await both(estates)
    there.says("/me")
    await yu.settles()

    assert "折叠梯子" not in str(await dump(yu)) + "".join(there.sees()) + "".join(yu.in_group())
    assert T("mine-empty") in there.reads()


@pytest.mark.parametrize("data", ["ask_take_1", "ask_open_1", "ask_done_1", "ask_withdraw_1"])
async def test_the_others_numbers_name_nothing_here(estates: tuple[Estate, Estate], data: str) -> None:
    jin, yu = estates
    _, there = await both(estates)

    answer = await there.pushes(data, last(yu, there))

    assert answer and answer["text"] == T("ask-unknown")
    assert [ask.state for ask in await jin.db.read.asks.all()] == ["open"]


@pytest.mark.parametrize("door", ["room", "report", "ask"])
async def test_a_link_signed_in_one_proves_nothing_in_the_other(estates: tuple[Estate, Estate], door: str) -> None:
    jin, yu = estates
    _, there = await both(estates)
    there.says("/need 灯泡", to=yu.group)
    await yu.settles()
    eve = await yu.moves_in("夏娃")
    await yu.db.whole(lambda tx: tx.abuse.about_thing("ask_1", None, None, None, 1))
    made = jin.community.house
    at = int(jin.clock.seconds())
    eve.starts(made.signed_today(door, 1, at) if door == "room" else made.signed(door, 1))
    await yu.settles()

    assert T("report-why") not in "".join(eve.sees()) and "灯泡" not in "".join(eve.sees())
    assert await yu.db.read.sql.rows("SELECT 1 FROM members WHERE person_id = 2") == []


async def test_a_code_handed_out_in_one_opens_nothing_in_the_other(estates: tuple[Estate, Estate]) -> None:
    jin, yu = estates
    issued = await _issue(jin)
    assert (await _issue(yu)).id == issued.id
    theirs, ours = codes.link(jin.community.house, issued), codes.link(yu.community.house, issued)
    assert theirs.partition("start=")[2] != ours.partition("start=")[2]
    assert jin.community.house.key != yu.community.house.key


async def _issue(house: House) -> Code:
    issued: Code = await house.db.whole(lambda tx: tx.codes.issue("home", 1, by=None, at=1, expires_at=2**40))
    return issued


async def test_a_reasons_button_of_one_reports_nothing_in_the_other(estates: tuple[Estate, Estate]) -> None:
    jin, yu = estates
    _, there = await both(estates)
    there.says("/need 灯泡", to=yu.group)
    eve = await yu.moves_in("夏娃")
    await yu.settles()
    case = await yu.db.whole(lambda tx: tx.abuse.about_thing("ask_1", 1, None, None, 1))
    proof = jin.community.house.sign(f"why_{case.id}_2")

    answer = await eve.pushes(f"report_why_{case.id}_ads_{proof}", last(yu, eve))

    assert answer and answer["text"] == T("button-is-old")
    assert await yu.db.read.abuse.reasons(case.id) == []


async def test_forgotten_or_kept_away_in_one_is_at_home_in_the_other(estates: tuple[Estate, Estate]) -> None:
    jin, yu = estates
    here, there = await both(estates)
    here.says("/forget")
    await jin.settles()
    post, data = jin.button(here.id, "bot", T("forget-yes"))
    await acts.press(jin.world, here.id, "bot", post.id, data)
    await jin.settles()

    assert await jin.db.read.people.by_telegram(here.id) is None
    found: Any = await yu.db.read.people.by_telegram(there.id)
    assert found.started and await yu.db.read.residents.home(found.id)


async def test_the_health_page_tells_of_both_and_names_nobody(estates: tuple[Estate, Estate]) -> None:
    await both(estates)

    reports = await running.reports([estate.community for estate in estates])

    assert len(reports) == 2
    assert "王芳" not in str(reports) and "折叠梯子" not in str(reports)
