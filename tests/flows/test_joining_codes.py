"""The codes of a building's doors: counted, made, made void, printed; and what is printed opens the right door."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from handlers.joining.sheet import Label, Sheet, build
from tests.engine.test_files import files_of
from tests.flows.joining import at_home, built, comes, head_of, place
from tests.house import House, Neighbour


async def prints(house: House, who: Neighbour, label: str = "打印这栋的门码") -> tuple[str, bytes]:
    await who.presses(label)
    name, content, _ = files_of(house, who)[-1]
    return name, content


def read_codes(content: bytes, folder: Path) -> list[str]:
    """The links that a camera reads from the printed pages."""
    if not (shutil.which("pdftoppm") and shutil.which("zbarimg")):
        pytest.skip("pdftoppm and zbarimg (Debian: poppler-utils, zbar-tools) read the sheet")
    (folder / "sheet.pdf").write_bytes(content)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "sheet.pdf", "page"], cwd=folder, check=True)
    pages = sorted(str(page) for page in folder.glob("page*"))
    read = subprocess.run(["zbarimg", "-q", "--raw", *pages], cwd=folder, check=True, capture_output=True, text=True)
    return read.stdout.split()


async def test_a_head_prints_the_codes_and_each_opens_its_own_door(house: House, tmp_path: Path) -> None:
    await built(house, stairs=1, floors=3)
    chen = await head_of(house)
    chen.says("门码")
    await house.settles()
    assert "12个门 · 有码可用0 · 用过0 · 过期0" in chen.reads()

    name, content = await prints(house, chen)
    links = read_codes(content, tmp_path)

    assert name == "3栋门码.pdf" and content.startswith(b"%PDF")
    assert len(set(links)) == 12
    assert all(link.startswith("https://t.me/linli_bot?start=home_") for link in links)
    people = [comes(house, f"邻居{number}") for number in range(12)]
    for one, link in zip(people, links, strict=True):
        one.starts(link.partition("start=")[2])
        await house.settles()
        await one.presses("租户")
    homes = [(await at_home(house, one))[0][0] for one in people]
    assert sorted(homes) == sorted(f"3栋1单元{floor}0{door}" for floor in (1, 2, 3) for door in (1, 2, 3, 4))
    chen.says("门码")
    await house.settles()
    assert "有码可用0 · 用过12 · 过期0" in chen.reads()


async def test_open_codes_are_printed_again_and_all_anew_makes_them_void(house: House, tmp_path: Path) -> None:
    await built(house, stairs=1, floors=1, doors=2)
    chen = await head_of(house)
    chen.says("/codes")
    await house.settles()
    _, first = await prints(house, chen)
    _, second = await prints(house, chen)
    old = read_codes(first, tmp_path)
    assert sorted(read_codes(second, tmp_path)) == sorted(old)

    _, third = await prints(house, chen, "全部换新")
    assert not set(read_codes(third, tmp_path)) & set(old)
    li = comes(house, "李桂兰")
    li.starts(old[0].partition("start=")[2])
    await house.settles()
    assert li.reads().startswith("您是？") and await at_home(house, li) == []


async def test_a_social_worker_chooses_the_building_on_the_pad(house: House) -> None:
    await built(house)
    await built(house, building=5)
    zhou = await head_of(house, "周社工", "锦江苑", "social_worker")

    zhou.says("/codes")
    await house.settles()
    await zhou.presses("5栋")

    assert zhou.reads().startswith("🚪 5栋的门码")
    await zhou.presses("别的楼栋")
    assert "3栋" in zhou.buttons()


async def test_the_codes_of_another_building_are_not_a_heads_to_print(house: House) -> None:
    await built(house)
    await built(house, building=5)
    chen, wang = await head_of(house), await house.moves_in("王芳", unit="3-1-101")
    other = await place(house, "5栋")

    refused = [await chen.pushes(f"codes_print_{other}", 1), await chen.pushes(f"codes_at_{other}", 1)]
    wang.says("门码")
    await house.settles()

    assert all(answer and answer["show_alert"] for answer in refused)
    assert wang.reads().startswith("门码由楼栋长")
    assert files_of(house, chen) == [] and await house.db.read.sql.rows("SELECT 1 FROM codes") == []


async def test_the_doors_of_a_whole_community_are_no_sheet(house: House) -> None:
    await built(house)
    zhou = await head_of(house, "周社工", "锦江苑", "social_worker")

    answer = await zhou.pushes(f"codes_print_{await place(house, '锦江苑')}", house.posts(zhou.id, "bot")[-1].id)

    assert answer and answer["show_alert"]
    assert await house.db.read.sql.rows("SELECT 1 FROM codes") == []


async def test_a_building_without_doors_says_so(house: House) -> None:
    await built(house, floors=0)
    chen = await head_of(house)
    chen.says("门码")
    await house.settles()

    assert "这里还没有门牌" in chen.reads()
    answer = await chen.pushes(f"codes_print_{await place(house, '3栋')}", house.posts(chen.id, "bot")[-1].id)
    assert answer and answer["show_alert"]


async def test_an_english_head_reads_english(english_house: House) -> None:
    house = english_house
    await built(house, stairs=1, floors=1)
    chen = await house.moves_in("Chen", language="en")
    from tests.flows.joining import holds

    await holds(house, chen, "building_head", "3栋")
    chen.says("door codes")
    await house.settles()

    name, _ = await prints(house, chen, "Print the codes")

    assert "4 doors · 4 with a good code" in "".join(chen.sees())
    assert name == "Door codes 3栋.pdf"


def test_a_sheet_has_eight_doors_a_page_and_breaks_long_names() -> None:
    labels = [
        Label(f"第二大院12号楼3单元{number}", f"https://t.me/b?start=home_{number}_x", "2027-05-27")
        for number in range(17)
    ]

    name, content = build(Sheet("12栋门码", "锦江苑 · 12栋", ("扫一扫", "Scan"), "有效到", labels))

    assert name == "12栋门码.pdf"
    assert len(re.findall(rb"/Type /Page\b", content)) == 3


def test_the_letters_of_a_sheet_are_there() -> None:
    """A glyph that the vendored font lacks would be drawn as an empty box."""
    from PIL import ImageFont

    from handlers.joining.sheet import FONT

    font = ImageFont.truetype(str(FONT), 40)
    missing = font.getmask("\U0001f3e0").getbbox()
    for sign in "3栋2单元501锦江苑用手机扫一扫，点两下就到家了Scan, tap twice, you are home·→（）龙":
        if not sign.isspace():
            assert bytes(font.getmask(sign)) != bytes(font.getmask("\U0001f3e0")), (sign, missing)
