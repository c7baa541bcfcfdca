"""The page's other doors: files, links, invitations, and the bot brought to a group. Needs Chromium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.playground.play import TOKEN
from tests.journeys.conftest import CHROMIUM
from tests.journeys.playing import Play
from tests.journeys.test_page import DESKTOP, PHONE, keeps, sideways, window

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
STARTGROUP = "https://t.me/linli_bot?startgroup&admin=pin_messages+delete_messages+invite_users"


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    running = Play(tmp_path_factory.mktemp("play"), "zh")
    running.begin()
    yield running
    running.end()


def bot(play: Play, method: str, **params: Any) -> Any:
    answer = play.http.post(f"{play.url}bot{TOKEN}/{method}", json=params).json()
    assert answer["ok"], answer
    return answer["result"]


def somebody(play: Play, name: str) -> int:
    person: int = play.act("person", first_name=name, language_code="zh-hans")["person"]["id"]
    return person


@SIZES
def test_a_file_goes_up_from_the_page_and_one_comes_down(browser: Any, play: Play, size: dict[str, int]) -> None:
    person = somebody(play, "文件")
    play.act("start", who=person)
    page = window(browser, play, person, size)
    page.get_by_test_id("chat-bot").click()

    page.get_by_test_id("attach").click()
    layout = {"name": "布局 3栋.txt", "mimeType": "text/plain", "buffer": "3栋 2单元 18层 每层4户".encode()}
    page.get_by_test_id("file-input").set_input_files(layout)
    page.get_by_test_id("file").get_by_text("布局 3栋.txt").wait_for()
    play.http.post(
        f"{play.url}bot{TOKEN}/sendDocument",
        data={"chat_id": person},
        files={"document": ("3栋 二维码.pdf", b"%PDF-1.7", "application/pdf")},
    )
    page.get_by_test_id("file").get_by_text("3栋 二维码.pdf").wait_for()
    keeps(page, f"files-{size['width']}")

    with page.expect_download() as coming:
        page.get_by_test_id("file").get_by_text("布局 3栋.txt").click()
    assert coming.value.suggested_filename == "布局 3栋.txt"
    assert Path(coming.value.path()).read_bytes() == layout["buffer"]
    assert (sideways(page), page.errors) == (0, [])


def test_a_chat_tapped_while_the_page_is_still_loading_stays_open(browser: Any, play: Play) -> None:
    person = somebody(play, "急性子")
    play.act("start", who=person)
    page, held = window(browser, play, person, PHONE, opened=False), []
    page.route("**/play/chats*", lambda route: held.append(route))

    with page.expect_response("**/play/live*"):
        page.goto(f"{play.url}?as={person}&lang={play.lang}")
    with page.expect_request("**/play/chats*"):
        held[0].continue_()
    page.get_by_test_id("chat-bot").click()
    page.get_by_test_id("composer").wait_for()
    page.unroute("**/play/chats*")
    page.get_by_test_id("composer").fill("您好")
    page.keyboard.press("Enter")

    play.waits_for(person, "bot", "您好")
    assert page.get_by_test_id("composer").is_visible()


@SIZES
def test_a_scanned_invitation_asks_first_and_an_admin_lets_in(browser: Any, play: Play, size: dict[str, int]) -> None:
    group, asker = play.group_of(play.featured()[0]["id"]), somebody(play, "新邻居")
    admin = play.featured()[2]["id"]
    play.http.post(f"{play.url}play/promote", json={"who": admin, "chat": group, "admin": True})
    link = bot(play, "createChatInviteLink", chat_id=group, creates_join_request=True)["invite_link"]
    page = window(browser, play, asker, size)

    page.get_by_test_id("scan").click()
    page.get_by_label("把二维码里的链接贴在这里").fill(link)
    page.keyboard.press("Enter")
    page.get_by_test_id("join").click()
    page.get_by_test_id("toast").get_by_text("申请递上去了").wait_for()
    keeps(page, f"asked-{size['width']}")

    bot(play, "sendMessage", chat_id=asker, text="您住哪一户？")
    page.get_by_test_id("chat-bot").click()
    page.get_by_test_id("composer").fill("3栋2单元501")
    page.keyboard.press("Enter")
    play.waits_for(asker, "bot", "3栋2单元501")
    if size is PHONE:
        page.get_by_test_id("back").click()

    other = window(browser, play, admin, size)
    other.get_by_test_id(f"chat-{group}").click()
    other.get_by_test_id("more").click()
    other.get_by_test_id(f"admit-{asker}").click()
    page.get_by_test_id(f"chat-{group}").click()
    page.get_by_text("新邻居 进群了").last.wait_for()
    assert (sideways(page), sideways(other), page.errors, other.errors) == (0, 0, [], [])


@SIZES
def test_a_button_brings_the_bot_to_a_group_of_mine(browser: Any, play: Play, size: dict[str, int]) -> None:
    person = somebody(play, "召集人")
    made = play.act("group", title="空着的群", members=[], admins=[person], bot=None)
    group = made["chat"]["id"]
    play.act("start", who=person)
    rows = [
        [{"text": "加到小区群", "url": STARTGROUP}],
        [{"text": "复制号码", "copy_text": {"text": "+8613812345678"}}],
        [{"text": "转给家人", "url": "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Flinli_bot&text=%E7%9C%8B"}],
    ]
    bot(play, "sendMessage", chat_id=person, text="请我进群", reply_markup={"inline_keyboard": rows})
    page = window(browser, play, person, size)
    page.get_by_test_id("chat-bot").click()

    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制号码").click()
    page.get_by_test_id("toast").get_by_text("复制好了").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "+8613812345678"
    page.get_by_role("button", name="加到小区群").click()
    page.get_by_text("机器人想要的权限：置顶消息").wait_for()
    page.get_by_test_id(f"group-{group}").click()
    page.get_by_text("召集人 把 邻里 请进了群").last.wait_for()
    keeps(page, f"brought-{size['width']}")
    member = bot(play, "getChatMember", chat_id=group, user_id=bot(play, "getMe")["id"])
    assert (member["can_pin_messages"], member["can_restrict_members"]) == (True, False)

    if size is PHONE:
        page.get_by_test_id("back").click()
    page.get_by_test_id("chat-bot").click()
    page.get_by_role("button", name="转给家人").click()
    page.get_by_test_id(f"share-{group}").click()
    page.get_by_test_id("composer").wait_for()
    play.waits_for(person, group, "https://t.me/linli_bot\n看")
    assert (sideways(page), page.errors) == (0, [])
