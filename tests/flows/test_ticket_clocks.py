"""A ticket's clocks as people live them: over a night, a weekend, a pause, while we were away, and up the house."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.flows.helping import office
from tests.flows.test_tickets import a_head
from tests.house import ZONE, House, Neighbour


def at(house: House, year: int, month: int, day: int, hour: int, minute: int) -> None:
    house.set_clock(datetime(year, month, day, hour, minute, tzinfo=ZONE))


async def reported(house: House, who: Neighbour, text: str) -> None:
    who.says(f"报修 {text}")
    await house.settles()
    await who.presses("发出去")


async def ticket(house: House, number: int = 1) -> Any:
    return await house.db.read.tickets.get(number)


async def a_worker(house: House, name: str = "林静", title: str = "social_worker") -> Neighbour:
    worker: Neighbour = await house.moves_in(name)
    await office(house, worker, title, (await house.db.read.places.root()).name)
    return worker


async def test_over_a_weekend_nobody_is_late(house: House) -> None:
    wang, head, worker = await house.moves_in("王芳", unit="3-2-501"), await a_head(house), await a_worker(house)
    at(house, 2026, 12, 4, 17, 0)  # a Friday, half an hour before work ends
    await reported(house, wang, "3栋2单元路灯不亮")

    at(house, 2026, 12, 6, 20, 0)
    await house.rings()
    assert "👌 我来处理" not in worker.buttons()

    at(house, 2026, 12, 7, 17, 5)  # nine working hours later
    await house.rings()
    assert worker.buttons()[0] == "👌 我来处理"
    assert "已报上一级" in head.reads()


async def test_at_night_the_number_stands_first_the_duty_holder_is_told_and_the_head_sleeps(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    duty = await a_worker(house, "值班的周师傅", "duty_holder")
    house.community.house.numbers["物业值班"] = "0596-2345678"  # type: ignore[index]  # a dict in a house for tests
    at(house, 2026, 12, 1, 20, 0)
    await house.settles()
    head_heard = len(head.sees())
    at(house, 2026, 12, 2, 1, 0)

    await reported(house, wang, "3栋2单元电梯停了")
    assert wang.reads().startswith("夜里急事，先打电话：\n📞 物业值班 +865962345678")
    assert duty.buttons()[0] == "👌 我来处理"
    assert len(head.sees()) == head_heard

    at(house, 2026, 12, 2, 1, 40)
    await house.rings()
    assert len(head.sees()) == head_heard

    at(house, 2026, 12, 2, 7, 31)
    await house.rings()
    assert any("🛗 3栋2单元 · 电梯" in text for text in head.sees())
    assert (await ticket(house)).level == 0


async def test_without_anybody_on_duty_the_head_has_time_from_the_morning_on(house: House) -> None:
    wang, head, worker = await house.moves_in("王芳", unit="3-2-501"), await a_head(house), await a_worker(house)
    at(house, 2026, 12, 2, 1, 0)

    await reported(house, wang, "3栋2单元电梯停了")
    assert "🌙 夜里不吵醒人，陈建国今天早上7点半看到。" in wang.reads()

    for hour in (3, 5, 7):
        at(house, 2026, 12, 2, hour, 0)
        await house.rings()
    assert (await ticket(house)).level == 0
    at(house, 2026, 12, 2, 7, 45)
    await house.rings()
    assert any("🛗 3栋2单元 · 电梯" in text for text in head.sees())
    assert "👌 我来处理" not in worker.buttons()
    at(house, 2026, 12, 2, 8, 1)
    await house.rings()
    assert worker.buttons()[0] == "👌 我来处理"


async def test_a_pause_moves_the_deadline_whatever_step_ends_it(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    due = await due_of(house)

    await waits(house, "parts")
    at(house, 2026, 12, 1, 9, 0)
    await head.pushes("ticket_let-go_1", house.posts(head.id, "bot")[-1].id)

    found = await ticket(house)
    assert (found.state, found.paused_at, found.paused, found.reason) == ("new", None, 9 * 3600, "")
    assert await due_of(house) >= due


async def waits(house: House, reason: str) -> None:
    async def work(tx: Any) -> None:
        found = await tx.tickets.get(1)
        await tx.tickets.save(found.wait(reason, at=int(house.clock.seconds()), until=None), None)

    await house.db.whole(work)


async def due_of(house: House) -> int:
    return int(await house.db.read.sql.value("SELECT due_at FROM tickets WHERE id = 1"))


async def test_while_we_were_away_no_clock_ran(house: House) -> None:
    wang, worker = await house.moves_in("王芳", unit="3-2-501"), await a_worker(house)
    head = await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元电梯停了")
    await house.community._beat()

    await house.stops()
    at(house, 2026, 11, 30, 15, 0)
    await house.starts()
    await house.settles()
    await house.rings()

    assert "👌 我来处理" not in worker.buttons()
    assert (await ticket(house)).level == 0
    await house.later(minutes=31)
    assert worker.buttons()[0] == "👌 我来处理"
    assert head.reads()


async def test_it_climbs_past_whoever_cannot_be_reached_and_at_the_top_it_stays(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    area = await house.moves_in("赵敏", started=False)
    root = (await house.db.read.places.root()).name
    await office(house, head, "party_secretary", root)  # the same person again, higher up
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")

    at(house, 2026, 12, 2, 17, 0)
    await house.rings()
    found = await ticket(house)
    assert (found.level, found.state) == (0, "new") and "acknowledge" in found.told
    assert "⏰ 从" in head.reads()
    assert area.sees() == []
    assert "ticket.climbed" not in [entry.verb for entry in await house.db.read.journal.of("ticket_1")]


async def test_what_waits_without_a_day_is_asked_about_after_a_week(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")

    async def work(tx: Any) -> None:
        found = await tx.tickets.get(1)
        waiting = found.wait("outside", at=int(house.clock.seconds()), until=None)
        await tx.tickets.save(replace(waiting), None)
        await tx.alarms.set("ticket.bell", "ticket_1", int(house.clock.seconds()) + 7 * 86400)

    await house.db.whole(work)
    await house.later(days=7, minutes=1)
    assert (await ticket(house)).state == "taken"


async def test_an_ending_taken_back_rings_no_bell_a_second_time(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    at(house, 2026, 12, 4, 17, 0)
    for _ in range(4):
        await house.rings()
    told = (await ticket(house)).told
    assert "fix" in told
    await wang.pushes("ticket_withdraw_1", house.posts(wang.id, "bot")[-1].id)
    await wang.presses("点错了")
    assert "fix" in (await ticket(house)).told


async def test_not_fixed_twice_where_nobody_is_above_the_head_is_asked_again(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    at(house, 2026, 11, 30, 9, 0)
    await reported(house, wang, "3栋2单元路灯不亮")
    await head.presses("我来处理")
    for _ in range(2):
        await head.presses("修好了")
        await wang.presses("没修好")
    assert "🔁 邻居说没修好" in head.reads() and head.buttons()[0] == "👌 我来处理"
    assert (await ticket(house)).owner_id is None
