"""Pictures that were sent as files lose when and where they were taken, if the house says so; or go to nobody."""

import asyncio
import io
from typing import Any

import pytest
from PIL import Image

from bot.playground.server import acts
from bot.runtime.picturing import MOST_PIXELS, cleaned
from tests.flows.helping import office
from tests.flows.test_tickets import a_head
from tests.house import House, Neighbour

SECRET = "Sichuan 30.67N"


def telling(form: str = "JPEG", size: tuple[int, int] = (64, 48), turned: int = 1) -> bytes:
    """A picture that says where, when and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = SECRET  # Make
    exif[0x0112] = turned  # Orientation
    exif.get_ifd(0x8825)[1] = "N"  # GPSLatitudeRef
    exif.get_ifd(0x8825)[2] = (30.0, 40.0, 12.0)
    out = io.BytesIO()
    more: dict[str, Any] = {"comment": SECRET.encode()} if form == "JPEG" else {}
    Image.new("RGB", size, "red").save(out, form, exif=exif, **more)
    return out.getvalue()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_left_but_what_can_be_seen(form: str) -> None:
    content = telling(form)
    assert SECRET.encode() in content

    clean = cleaned(content)

    assert clean and SECRET.encode() not in clean and b"Exif" not in clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.format == "JPEG" and picture.size == (64, 48) and not picture.getexif()
        assert not {"comment", "exif", "icc_profile"} & set(picture.info)


def test_a_picture_taken_sideways_stands_upright() -> None:
    clean = cleaned(telling(turned=6))
    assert clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.size == (48, 64)


@pytest.mark.parametrize("content", [b"", b"MZ", b"\xff\xd8\xff", b"GIF89a" * 9, telling()[:200], "不是照片".encode()])
def test_what_is_no_picture_is_passed_on_to_nobody(content: bytes) -> None:
    assert cleaned(content) is None


def test_a_small_file_that_would_fill_the_memory_is_not_opened() -> None:
    out = io.BytesIO()
    Image.new("1", (MOST_PIXELS // 1000 + 1000, 1000)).save(out, "PNG")
    assert cleaned(out.getvalue()) is None


async def works(house: House) -> None:
    """Until the jobs are done."""
    for _ in range(2000):
        if not await house.db.read.sql.value("SELECT count(*) FROM jobs"):
            return await house.settles()
        await asyncio.sleep(0.005)
    raise AssertionError("the job is not done")


async def switched_on(house: House) -> tuple[Neighbour, Neighbour]:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await office(house, head, "steward", "锦江苑")
    head.says("/photos")
    await house.settles()
    assert "原样给处理的人看" in head.reads()
    await head.presses("先去掉再给")
    assert "先去掉拍摄时间和位置" in head.reads()
    return wang, head


async def reports(house: House, wang: Neighbour, name: str, content: bytes) -> None:
    acts.document(house.world, wang.id, "bot", name, content, caption="报修 3栋2单元路灯不亮")
    await house.settles()
    await wang.presses("发出去")
    await works(house)


def sent(house: House) -> list[dict[str, Any]]:
    return [call["params"] for call in house.calls("sendDocument") if call["status"] == 200]


async def test_where_it_is_switched_on_the_head_gets_the_picture_without_its_place(house: House) -> None:
    wang, head = await switched_on(house)
    await reports(house, wang, "IMG_1.jpg", telling())

    await head.presses("📷 看照片")

    content = await house.db.read.ticket_notes.picture(1)
    assert content and SECRET.encode() not in content
    assert len(sent(house)) == 1
    assert SECRET not in str(house.posts(head.id, "bot")[-1].body)


async def test_what_cannot_be_read_is_said_and_not_passed_on(house: House) -> None:
    wang, head = await switched_on(house)
    await reports(house, wang, "IMG_1.heic", b"ftypheic" * 20)

    pressed = await head.presses("📷 看照片")

    assert pressed and "打不开" in pressed["text"] and not sent(house)


async def test_switched_off_it_is_passed_on_as_it_is(house: House) -> None:
    wang, head = await house.moves_in("王芳", unit="3-2-501"), await a_head(house)
    await reports(house, wang, "IMG_1.jpg", telling())

    await head.presses("📷 看照片")

    assert len(sent(house)) == 1 and await house.db.read.ticket_notes.picture(1) is None


async def test_only_the_steward_turns_the_switch(house: House) -> None:
    wang = await house.moves_in("王芳", unit="3-2-501")

    answer = await wang.pushes("ticket_clean_on", house.posts(wang.id, "bot")[-1].id)

    assert answer and answer["show_alert"]
    assert await house.db.read.house.value("pictures.clean") is None
