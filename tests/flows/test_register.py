"""The register from a spreadsheet, as the steward meets it in the private chat."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from bot.domain import register
from bot.i18n import words
from bot.playground.server import acts
from bot.playground.server.state import BOT
from bot.runtime import tables
from handlers.people import claim_value
from tests.house import House, Neighbour
from tests.lists import HEADINGS, workbook

LIST = workbook(
    HEADINGS, ("3栋", "2单元", "501", 89.5, "王芳、李强"), ("", "", "502", "", "赵敏"), ("4号楼", "1", 101.0, "", "")
)


async def steward(house: House, name: str = "周维护", language: str = "zh-hans") -> Neighbour:
    found: Neighbour = await house.moves_in(name, language=language)
    found.starts(house.community.house.signed("claim", claim_value(house.clock.seconds())))
    await house.settles()
    return found


def sends(house: House, who: Neighbour, content: bytes, name: str = "名单.xlsx", **more: Any) -> None:
    acts.document(house.world, who.id, more.pop("to", "bot"), name, content, **more)


async def works(house: House) -> None:
    """Until the job is done and its card shows it."""
    await house.settles()
    patience = time.monotonic() + 20
    while await house.db.read.sql.value("SELECT count(*) FROM jobs"):
        assert time.monotonic() < patience, "the job is never done"
        await asyncio.sleep(0.02)
    await house.settles()


async def homes(house: House) -> dict[str, list[str]]:
    """Every dwelling's address and its owners."""
    now = await house.db.look(lambda read: read.register.now())
    made = register.rows(now, "无", "、")
    return {"|".join(row[2:5]): [name for name in row[6].split("、") if name] for row in made}


def documents(house: House, who: Neighbour) -> list[tuple[str, bytes]]:
    found = []
    for post in house.posts(who.id, "bot"):
        if post.sender == BOT and "document" in post.body:
            file = house.world.library.get(post.body["document"]["file_id"])
            assert file
            stored = house.world.library.at(file.path)
            assert stored
            found.append((file.name, stored[1]))
    return found


async def test_the_steward_sends_a_list_sees_the_difference_and_it_is_applied_as_one(house: House) -> None:
    zhou = await steward(house)

    sends(house, zhou, LIST)
    await works(house)

    assert zhou.reads().startswith("看过了，3户。会这样改：")
    assert "➕ 新的房屋：3户（3栋2单元501、3栋2单元502、4号楼1单元101）" in zhou.reads()
    assert "👤 新的业主：3位" in zhou.reads() and "王芳" not in zhou.reads()
    assert "有2格空着，照上面一格补的。请核对一下。" in zhou.reads()
    assert await homes(house) == {}

    await zhou.presses("就这样改")

    assert zhou.reads().startswith("改好了")
    assert await homes(house) == {"3栋|2单元|501": ["李强", "王芳"], "3栋|2单元|502": ["赵敏"], "4号楼|1单元|101": []}
    assert await house.db.read.sql.value("SELECT area FROM places WHERE name = '501'") == 8950
    assert await house.db.read.sql.value("SELECT listing FROM imports") is None
    [line] = await house.db.read.journal.of("register_1")
    assert line.verb == "register.changed" and "王" not in line.numbers


async def test_the_same_in_english(house: House) -> None:
    zhou = await steward(house, "Joe", language="en")

    sends(house, zhou, b"Owners,Flat,Building,Stair\nWang Fang;Li Qiang,501,3,2\n", "list.csv")
    await works(house)

    assert zhou.reads().startswith("1 home read. This would change:")
    assert "➕ 1 new home (Building 3 Unit 2 501)" in zhou.reads() and "👤 2 new owners" in zhou.reads()
    await zhou.presses("Change it so")
    assert zhou.reads().startswith("Changed")
    assert await homes(house) == {"Building 3|Unit 2|501": ["Li Qiang", "Wang Fang"]}


async def test_what_is_wrong_is_named_cell_by_cell_and_nothing_is_changed(house: House) -> None:
    zhou = await steward(house)

    sends(
        house,
        zhou,
        workbook(HEADINGS, ("3栋", "2单元", "501", "约90", ""), ("3栋", "2单元", "五零一", "", "王芳13812345678")),
    )
    await works(house)

    assert zhou.reads().splitlines() == [
        "有3处要改，我什么都没动",
        "",
        "“名单”第2行D列（面积）“约90”：面积写数字，比如 89.5",
        "“名单”第3行“3栋 2单元 501”：和“名单”第2行是同一户",
        "“名单”第3行E列（业主）“王芳13812345678”：这里只写姓名，不写电话和证件号",
        "",
        "改好再发给我就行。",
    ]
    assert zhou.buttons() == [] and await homes(house) == {}


async def test_a_list_that_says_what_the_register_says_changes_nothing(house: House) -> None:
    zhou = await steward(house)
    sends(house, zhou, LIST)
    await works(house)
    await zhou.presses("就这样改")

    sends(house, zhou, LIST)
    await works(house)

    assert zhou.reads().startswith("3户都看过了，和登记册一样，不用改。") and zhou.buttons() == []


async def test_the_register_that_was_sent_out_comes_back_without_a_difference(house: House) -> None:
    zhou = await steward(house)
    sends(house, zhou, LIST)
    await works(house)
    await zhou.presses("就这样改")
    zhou.says("登记册")
    await house.settles()
    assert zhou.buttons() == ["📄 空白表格", "📥 现在的登记册"]

    await zhou.presses("现在的登记册")
    [(name, content)] = documents(house, zhou)
    sends(house, zhou, content, name)
    await works(house)

    assert name == "登记册-锦江苑.xlsx"
    assert zhou.reads().startswith("3户都看过了，和登记册一样")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_empty_sheet_explains_itself_and_its_example_is_nobodys_home(house: House, language: str) -> None:
    zhou = await steward(house, language=language)
    t = words(language)
    zhou.says("/register")
    await house.settles()

    await zhou.presses(t("register-template"))
    [(name, content)] = documents(house, zhou)
    sends(house, zhou, content, name)
    await works(house)

    assert name == t("register-template-file") + ".xlsx"
    assert zhou.reads() == t("register-empty")
    first, notes = tables.read(content, name)
    assert first.rows[0] == tuple(t(f"register-heading-{column}") for column in register.COLUMNS)
    assert {words("zh")("register-notes").splitlines()[0], words("en")("register-notes").splitlines()[0]} <= {
        row[0] for row in notes.rows if row
    }


async def test_what_changed_meanwhile_is_shown_anew_before_anything_is_applied(house: House) -> None:
    zhou, wang = await steward(house), await house.moves_in("王芳")
    sends(house, zhou, LIST)
    await works(house)
    await house.lives(wang, "3-2-501")

    answer = await zhou.presses("就这样改")

    assert answer and "刚才登记册有变动" in answer["text"]
    assert "➕ 新的房屋：2户（3栋2单元502、4号楼1单元101）" in zhou.reads() and "👤 新的业主：2位" in zhou.reads()
    await zhou.presses("就这样改")
    assert await homes(house) == {"3栋|2单元|501": ["李强", "王芳"], "3栋|2单元|502": ["赵敏"], "4号楼|1单元|101": []}


async def test_a_home_with_somebody_in_it_stays_and_the_card_says_which_and_why(house: House) -> None:
    zhou, wang = await steward(house), await house.moves_in("王芳")
    await house.lives(wang, "3-2-909")

    sends(house, zhou, LIST)
    await works(house)

    assert "🏠 名单里没有，但有人住，留着：1处（3栋2单元909）" in zhou.reads()
    await zhou.presses("就这样改")
    assert (await homes(house))["3栋|2单元|909"] == ["王芳"]


async def test_a_second_press_changes_nothing_more(house: House) -> None:
    zhou = await steward(house)
    sends(house, zhou, LIST)
    await works(house)
    await zhou.presses("就这样改")

    answer = await zhou.pushes("register_apply_1", house.posts(zhou.id, "bot")[-1].id)

    assert answer and answer["text"] == "已经改好了。"
    assert await house.db.read.sql.value("SELECT count(*) FROM residents") == 3


async def test_left_alone_the_list_is_forgotten(house: House) -> None:
    zhou = await steward(house)
    sends(house, zhou, LIST)
    await works(house)

    await zhou.presses("不改")

    assert zhou.reads() == "没有改。表格里的内容我已经忘掉。"
    assert await house.db.read.sql.value("SELECT count(*) FROM imports WHERE listing IS NOT NULL") == 0
    assert await homes(house) == {}


async def test_after_a_day_the_list_is_forgotten_by_itself(house: House) -> None:
    zhou = await steward(house)
    sends(house, zhou, LIST)
    await works(house)
    button = house.button(zhou.id, "bot", "就这样改")

    await house.later(hours=25)

    assert zhou.reads().startswith("过了一天，没有改")
    assert await house.db.read.sql.value("SELECT count(*) FROM imports WHERE listing IS NOT NULL") == 0
    answer = await zhou.pushes(button[1], button[0].id)
    assert answer and answer["text"].startswith("过了一天")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_somebody_elses_file_is_met_kindly_and_read_by_nobody(house: House, language: str) -> None:
    await steward(house)
    wang = await house.moves_in("王芳", language=language)

    sends(house, wang, LIST)
    await works(house)

    assert wang.reads() == words(language)("register-file-not-yours")
    assert await house.db.read.sql.value("SELECT count(*) FROM imports") == 0


async def test_forged_buttons_of_somebody_else_do_nothing(house: House) -> None:
    zhou, wang = await steward(house), await house.moves_in("王芳")
    sends(house, zhou, LIST)
    await works(house)

    for data in ("register_apply_1", "register_leave_1", "register_export", "register_template", "register_apply_99"):
        answer = await wang.pushes(data, house.posts(wang.id, "bot")[-1].id)
        assert answer and answer["text"] == words("zh")("register-not-yours")

    assert await homes(house) == {} and documents(house, wang) == []
    missing = await zhou.pushes("register_apply_99", house.posts(zhou.id, "bot")[-1].id)
    assert missing and missing["text"].startswith("这个按钮旧了")


async def test_in_a_group_nothing_of_it_is_said(house: House) -> None:
    zhou = await steward(house)

    sends(house, zhou, LIST, to=house.group, caption="/register")
    await works(house)

    assert house.in_group()[-1] == "这个我们私下说。"
    assert await house.db.read.sql.value("SELECT count(*) FROM imports") == 0


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"%PDF-1.7 ...", "名单.pdf", "PDF 我看不了。"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "名单.xls", "这是旧格式。请“另存为 .xlsx”"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "名单.et", "这是 WPS 的格式。"),
        ("姓名,电话\n王芳,1\n".encode(), "名单.csv", "没找到表头。"),
        (b"\x00\x01\x02\x03" * 30, "名单.csv", "这不像表格。"),
    ],
)
async def test_a_file_that_is_no_list_is_refused_with_a_way_on(
    house: House, content: bytes, name: str, said: str
) -> None:
    zhou = await steward(house)

    sends(house, zhou, content, name)
    await works(house)

    assert zhou.reads().startswith(said) and zhou.buttons() == []


async def test_a_file_too_large_to_fetch_is_refused_at_once(house: House) -> None:
    zhou = await steward(house)

    sends(house, zhou, bytes(21_000_000))
    await house.settles()

    assert zhou.reads() == "文件太大，最多 20 MB。只留名单那一页，再发一次。"
    assert await house.db.read.sql.value("SELECT count(*) FROM jobs") == 0


async def test_a_machine_that_dies_before_the_list_is_read_reads_it_after_its_start(house: House) -> None:
    zhou = await steward(house)
    house.community.jobs.trades = {}
    sends(house, zhou, LIST)
    await house.settles()
    assert zhou.reads() == "文件收到了，正在看…"

    await house.restarts()
    house.clock.push(61)
    await works(house)

    assert zhou.reads().startswith("看过了，3户。")


async def test_a_file_that_telegram_never_gives_away_is_said_to_be_missing(house: House) -> None:
    zhou = await steward(house)
    from tests.engine.test_delivery import order

    for _ in range(8):
        order(house, "getFile", status=500)
    sends(house, zhou, LIST)
    await house.settles()
    for minutes in (2, 6, 31, 31):
        await asyncio.sleep(0.3)
        house.clock.push(minutes * 60)
        house.community.jobs.woken.set()
    await works(house)

    assert zhou.reads() == "文件没拿到。请再发一次。"


BUILDINGS = "3栋 2个单元 18层 每层4户\n5-6栋 1个单元 6层 每层2户\n"


async def test_a_text_file_of_buildings_is_looked_at_and_built_like_the_same_lines_in_chat(house: House) -> None:
    zhou = await steward(house)

    for code in ("utf-8", "gb18030", "utf-16"):
        sends(house, zhou, BUILDINGS.encode(code), "楼.txt")
        await works(house)
        assert any(
            said.startswith("要建的是：\n3栋 · 2个单元 · 1到18层 · 每层4户 · 共144户\n5栋、6栋 · 1个单元")
            for said in zhou.sees()[-2:]
        )
    await zhou.presses("建，共168户", containing="要建的是")

    assert "房屋：168户" in str(zhou.sees()) and "文件收到了" not in str(zhou.sees())
    assert zhou.sees().count("看过了，写的是几栋楼。您点头才建。") == 3
    assert await house.db.read.sql.value("SELECT count(*) FROM imports WHERE listing IS NOT NULL") == 0


async def test_the_file_may_answer_the_question_which_buildings_there_are(house: House) -> None:
    zhou = await steward(house)
    zhou.says("建楼")
    await house.settles()

    sends(house, zhou, BUILDINGS.encode(), "楼.txt")
    await works(house)

    assert any(said.startswith("要建的是：") for said in zhou.sees()[-2:])


async def test_a_line_of_the_file_that_nobody_understands_is_quoted_and_nothing_is_kept(house: House) -> None:
    zhou = await steward(house)

    sends(house, zhou, f"{BUILDINGS}东边那栋 很高\n".encode(), "楼.txt")
    await works(house)
    assert zhou.reads().startswith("这一行我没看懂：\n东边那栋 很高\n")

    sends(house, zhou, f"{BUILDINGS}邻里组 春风组：9-9-901\n".encode(), "楼.txt")
    await works(house)
    assert zhou.reads().startswith("“春风组”里写的门牌，我没有全找到。")

    sends(house, zhou, (BUILDINGS * 400).encode(), "楼.txt")
    await works(house)
    assert zhou.reads().startswith("太长了，一次最多8000个字")
    assert await homes(house) == {}


async def test_a_table_saved_as_a_text_file_is_still_a_table(house: House) -> None:
    zhou = await steward(house)

    sends(house, zhou, "楼栋\t单元\t房号\n3栋\t2单元\t501\n".encode(), "名单.txt")
    await works(house)

    assert zhou.reads().startswith("看过了，1户。会这样改：")
