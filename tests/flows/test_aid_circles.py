"""At half time the circle on duty for a kind of plea is asked, too."""

from datetime import timedelta
from typing import Any

from tests.house import MORNING, House


async def test_a_circle_that_sleeps_is_named_as_one_that_reads_it_in_the_morning(house: House) -> None:
    await house.bind_group()
    house.set_clock(MORNING.replace(hour=23))
    wang = await house.moves_in("王芳", unit="3-2-501")
    zhou = await house.moves_in("周敏", unit="12-1-101")

    async def on_duty(tx: Any) -> None:
        circle = await tx.circles.make("互助队", (await tx.places.root()).id, None, 2, 1)
        await tx.circles.is_on_duty(circle.id, "thing", True)

    await house.db.whole(on_duty)
    await house.later(hours=1)
    wang.says("急求 梯子，很急", to=house.group)
    await house.settles()
    await house.later(hours=1, minutes=10)

    assert "我给“互助队”的邻居留了话，今天早上7点半会看到：\n梯子" in "\n".join(wang.sees()), wang.sees()
    assert not any("梯子" in text for text in zhou.sees())
    house.set_clock(MORNING.replace(hour=7, minute=31) + timedelta(days=1))
    await house.rings()
    assert "🙋 我有" in zhou.buttons()


async def test_at_half_time_the_circle_on_duty_for_that_kind_is_asked_too(house: House) -> None:
    await house.bind_group()
    wang = await house.moves_in("王芳", unit="3-2-501")
    zhou = await house.moves_in("周敏", unit="12-1-101")

    async def on_duty(tx: Any) -> None:
        circle = await tx.circles.make("互助队", (await tx.places.root()).id, None, 2, 1)
        await tx.circles.is_on_duty(circle.id, "thing", True)

    await house.db.whole(on_duty)
    wang.says("/need 梯子", to=house.group)
    await house.settles()
    assert not any("梯子" in text for text in zhou.sees())

    await house.later(hours=7)

    assert "3栋有位邻居想要\n梯子" in zhou.reads() and "🙋 我有" in zhou.buttons()
    assert any("我也问了“互助队”的邻居：\n梯子" in text for text in wang.sees())
    await house.later(hours=1)
    assert sum("梯子" in text for text in zhou.sees()) == 1
