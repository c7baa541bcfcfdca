"""Silence: whatever happens, no log line and no technical table holds a name, a text, a number, a flat or the token."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.playground.server import acts
from bot.playground.server.faults import Fault

ROOT = Path(__file__).parents[2]
TOKEN = "1000000001:AAvery-secret_token-ZZ"
NAMES = ("司马不语", "欧阳轻言", "simabuyu_here")
TEXTS = ("辣椒炒肉", "膝盖旧伤", "三更半夜")
PHONE, FLAT, GROUP = "13900099777", "玖零叁室", "静水深流苑"
MARKS = (*NAMES, *TEXTS, PHONE, FLAT, GROUP, "AAvery-secret", "secret_token", "1000000001:")
TECHNICAL = ("seen", "parked", "alarms", "jobs")


@dataclass(frozen=True)
class Left:
    """What a journey left behind: its log, and the rows of the technical tables."""

    log: str
    tables: dict[str, list[Any]]

    def marks(self) -> list[str]:
        rows = json.dumps(self.tables, ensure_ascii=False)
        return [mark for mark in MARKS if mark in self.log or mark in rows]


def journey(folder: Path, bug: str = "") -> Left:
    """A process of its own, logging everything it can."""
    call = f"from tests.engine.test_silence import main; main({str(folder)!r}, {bug!r})"
    done = subprocess.run([sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, timeout=50)
    assert done.returncode == 0, done.stderr[-3000:]
    return Left(done.stderr, json.loads(done.stdout))


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    return journey(tmp_path_factory.mktemp("journey"))


def test_no_name_text_number_flat_or_token_is_left_anywhere(left: Left) -> None:
    assert left.marks() == []


def test_the_journey_met_everything_it_was_to_meet(left: Left) -> None:
    events = {json.loads(line)["event"] for line in left.log.splitlines() if line.startswith("{")}

    assert events >= {
        "update", "update.parked", "update.unparsable", "poll.failed", "delivery.network", "delivery.429",
        "delivery.ours", "alarm.failed", "job.failed", "database.fails",
    }  # fmt: skip
    assert {row["kind"] for row in left.tables["parked"]} >= {"command", "message"}
    assert left.tables["seen"]


def test_every_line_of_the_house_is_json_and_of_others_only_who_and_what(left: Left) -> None:
    others = [line for line in left.log.splitlines() if line and not line.startswith("{")]

    assert all(len(line) < 100 and ": " in line for line in others), others


def test_no_line_holds_an_update_together_with_a_person(left: Left) -> None:
    """Telegram's ids of people are six digits here; no line holds one at all."""
    words = {word for line in left.log.splitlines() for word in line.replace('"', " ").replace(",", " ").split()}

    assert not words & {"100001", "100002"}
    assert all(set(row) == {"update_id", "at"} for row in left.tables["seen"])


@pytest.mark.parametrize("bug", ["exceptions are logged with their words", "libraries may talk"])
def test_a_house_that_talks_is_caught(tmp_path: Path, bug: str) -> None:
    """The planted bugs."""
    with pytest.raises(AssertionError):
        test_no_name_text_number_flat_or_token_is_left_anywhere(journey(tmp_path, bug))


# the other process


def main(folder: str, bug: str) -> None:
    without_judge()
    import tests.house
    from bot.runtime import logs

    tests.house.TOKEN = TOKEN
    logs.configure("DEBUG")
    hurry()
    plant(bug)
    print(json.dumps(asyncio.run(_journey(Path(folder))), ensure_ascii=False))


def without_judge() -> None:
    """aiogram takes seconds to load, and nobody asks it here."""
    judge = ModuleType("tests.playground.judge")
    judge.__dict__["judge"] = lambda *_: None
    sys.modules[judge.__name__] = judge


def hurry() -> None:
    """Nobody waits between two tries."""
    from bot.runtime.intake import Intake

    trouble = Intake._trouble

    async def hurried(self: Intake, error: Exception, failures: int) -> float:
        await trouble(self, error, failures)
        return 0.02

    Intake._trouble = hurried  # type: ignore[method-assign]


def plant(bug: str) -> None:
    from bot.runtime import intake, logs
    from bot.runtime.delivery import failing, running

    if bug == "exceptions are logged with their words":
        for module in (intake, running, failing):
            setattr(module, "place_of", str)  # noqa: B010  # delivery borrows it from intake
    if bug == "libraries may talk":
        logs.OnlyWhat.filter = lambda self, record: True  # type: ignore[method-assign]
        logging.getLogger().setLevel(logging.DEBUG)
        for name in logs.TALKATIVE:
            logging.getLogger(name).setLevel(logging.DEBUG)


async def _journey(folder: Path) -> dict[str, list[Any]]:
    from handlers.doors import DOORS
    from tests.house import House

    house = House(folder)
    await house.starts()
    house.world.chats[house.group].title = GROUP
    sima, ouyang = await house.moves_in(NAMES[0], NAMES[1], unit=f"7-2-{FLAT}")
    house.world.people[sima.id].username = NAMES[2]
    sima.says(f"/need {TEXTS[0]} {TEXTS[1]} {PHONE} {FLAT}", to=house.group)
    await house.settles()
    ouyang.says(f"有没有{TEXTS[2]}")
    await house.settles()
    await _they_talk(house, sima, ouyang)
    await _everything_fails(house, sima, DOORS)
    await house.settles()
    tables = {
        table: [dict(row) for row in await house.db.read.sql.rows(f"SELECT * FROM {table}")]  # noqa: S608
        for table in TECHNICAL
    }
    await house.stops()
    return tables


async def _they_talk(house: Any, sima: Any, ouyang: Any) -> None:
    """Through the bot: what passes, what is held back, and a number shown by a tap."""
    await ouyang.presses("我有", on=house.group)
    await sima.presses("好，谢谢")
    await sima.presses("和对方说话")
    await ouyang.presses("行，现在说")
    for words in (TEXTS[1], f"转账给{NAMES[0]}", PHONE):
        sima.says(words)
        await house.settles()
    await sima.presses("给对方看我的电话")
    house.world.private(ouyang.id).blocked = True
    sima.says(TEXTS[2])
    await house.settles()
    assert await house.db.read.sql.value("SELECT why FROM relays") == "unreachable"


async def _everything_fails(house: Any, sima: Any, doors: Any) -> None:
    await _handlers_fail(house, sima, doors)
    await _telegram_fails(house, sima)
    await _the_house_fails(house, doors)
    for update in ({"message": {"text": TEXTS[0], "from": {"first_name": NAMES[0]}}}, {NAMES[0]: TEXTS[0]}):
        house.world.updates.add_raw(update)
    await house.settles()
    asyncio.get_running_loop().call_exception_handler({"message": TEXTS[0], "exception": ValueError(NAMES[0])})
    logging.getLogger("somebody.else").error("%s said %s", NAMES[0], TEXTS[0], exc_info=ValueError(PHONE))


def _bug(*_: Any) -> Any:
    raise ValueError(f"{NAMES[0]} {TEXTS[0]} {PHONE} {FLAT} {TOKEN}")


async def _broken(*_: Any) -> Any:
    _bug()


async def _handlers_fail(house: Any, sima: Any, doors: Any) -> None:
    good, doors.commands["me"] = doors.commands["me"], _broken
    sima.says(f"/me {TEXTS[2]}")
    await house.settles()
    doors.commands["me"] = good


async def _telegram_fails(house: Any, sima: Any) -> None:
    faults, delivery = house.world.calls.faults, house.community.delivery
    words = f"{NAMES[0]} {TEXTS[0]} {TOKEN}"
    for fault in (
        Fault("sendmessage", drop=True, chat_id=sima.id),
        Fault("sendmessage", status=502, description=words, chat_id=sima.id),
        Fault("sendmessage", status=429, retry_after=1, description=words, chat_id=sima.id),
        Fault("sendmessage", status=400, description=words, chat_id=sima.id),
    ):
        faults.append(fault)
        sima.says("/help")
        for _ in range(400):
            delivery.down_until = 0.0
            delivery.limits.pauses.clear()
            delivery.woken.set()
            await asyncio.sleep(0.003)
            if fault not in faults and not delivery.flying:
                break
    faults.append(Fault("getupdates", status=500, description=words))
    house.world.updates.abort(words)
    for _ in range(400):
        await asyncio.sleep(0.01)
        if not faults:
            break
    good = house.server._bot_api._call
    house.server._bot_api._call = _garbage  # where JSON is expected
    house.world.updates.abort(words)
    await asyncio.sleep(0.1)
    house.server._bot_api._call = good


async def _garbage(*_: Any) -> tuple[int, str]:
    return 200, f"<h1>{NAMES[0]} {TEXTS[0]} {TOKEN}</h1>"


async def _the_house_fails(house: Any, doors: Any) -> None:
    from bot.runtime.jobs import Trade
    from handlers.context import Turn

    community = house.community
    doors.rings["test.bell"] = _broken
    community.jobs.trades = {**community.jobs.trades, "test.job": Trade(_bug, _broken)}
    at = int(house.clock.seconds())
    await house.db.whole(lambda tx: tx.alarms.set("test.bell", "thing_1", at))
    await house.db.whole(lambda tx: tx.jobs.promise("test.job", {}, at))
    good, community.delivery.draws["ask"] = community.delivery.draws["ask"], _broken
    await house.db.whole(lambda tx: Turn(tx, at, at, community.house).redraw("ask_1"))
    community.jobs.woken.set()
    for _ in range(100):  # until it failed and was put off
        await house.rings()
        if await house.db.read.sql.value("SELECT at FROM alarms WHERE kind = 'test.bell'") > at:
            break
    community.delivery.draws["ask"] = good
    await house.db.writer.execute("PRAGMA query_only = ON")
    acts.say(house.world, next(iter(house.world.people)), house.group, f"/need {TEXTS[1]}")
    await asyncio.sleep(0.2)
    await house.db.writer.execute("PRAGMA query_only = OFF")
