"""The first plea in a browser, on a phone and on a desktop, in Chinese and in English. Needs Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.conftest import CHROMIUM
from tests.journeys.playing import Play

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium, then try again")

PHONE, DESKTOP = {"width": 380, "height": 800}, {"width": 1280, "height": 800}
ALARMS = 20
WORDS = {
    "zh": {
        "need": "/need 布洛芬 孩子发烧", "have": "我有", "solved": "解决了", "taken": "愿意给您",
        "done": "解决了，谢谢", "thanks": "谢谢您", "not_yours": "这个按钮是给求助的邻居的",
        "no": "不用了", "language": "中文", "still": "还要吗",
    },
    "en": {
        "need": "/need ibuprofen, my son has a fever", "have": "I have it", "solved": "Solved",
        "done": ": solved. Thank you", "taken": "has it for you", "thanks": "Thank you",
        "not_yours": "That button is for the neighbour who asked",
        "no": "Not needed", "language": "English", "still": "Do you still need it",
    },
}  # fmt: skip


@pytest.fixture(params=["zh", "en"])
def play(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Play]:
    running = Play(tmp_path, request.param)
    running.begin()
    yield running
    running.end()


def window(browser: Any, play: Play, person: int, size: dict[str, int], opened: bool = True) -> Any:
    page = browser.new_context(viewport=size).new_page()
    page.set_default_timeout(30_000)
    page.play, page.person, page.errors = play, person, []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda said: page.errors.append(said.text) if said.type == "error" else None)
    page.on(
        "request",
        lambda asked: page.errors.append(asked.url) if not asked.url.startswith((play.url, "data:")) else None,
    )
    if opened:
        page.goto(f"{play.url}?as={person}&lang={play.lang}")
    return page


def keeps(page: Any, name: str) -> None:
    """A picture for whoever wants to look, where LINLI_PICTURES names a folder."""
    if folder := os.environ.get("LINLI_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def sideways(page: Any) -> int:
    overflow: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return overflow


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_two_windows_are_two_neighbours_and_a_plea_goes_from_one_to_the_other(
    browser: Any, play: Play, size: dict[str, int]
) -> None:
    words, (wang, li) = WORDS[play.lang], [person["id"] for person in play.featured()[:2]]
    group = play.group_of(wang, li)
    for person in (wang, li):
        play.act("say", who=person, chat="bot", text="/language")
        play.presses(person, "bot", "Which language", words["language"])
    asker, helper = window(browser, play, wang, size), window(browser, play, li, size)
    name = f"{play.lang}-{size['width']}"

    asker.get_by_test_id(f"chat-{group}").click()
    asker.get_by_test_id("composer").fill(words["need"])
    asker.keyboard.press("Enter")
    helper.get_by_test_id(f"chat-{group}").click()
    helper.get_by_role("button", name=words["have"]).click()
    helper.get_by_test_id("toast").get_by_text(words["thanks"]).wait_for()
    keeps(helper, f"{name}-taken")
    helper.get_by_role("button", name=words["solved"]).click()
    helper.get_by_role("alertdialog").get_by_text(words["not_yours"]).wait_for()
    keeps(helper, f"{name}-alert")
    helper.keyboard.press("Escape")
    keeps(asker, f"{name}-asked")
    if size is PHONE:
        asker.get_by_test_id("back").click()
    asker.get_by_test_id("chat-bot").click()
    asker.get_by_text(words["taken"]).last.wait_for()
    keeps(asker, f"{name}-told")

    asker.get_by_role("button", name=words["solved"]).last.click()
    helper.get_by_text(words["done"]).last.wait_for()
    keeps(helper, f"{name}-solved")
    assert sideways(asker) == sideways(helper) == 0
    assert asker.errors == helper.errors == []


def test_the_clock_is_pushed_and_the_question_comes(browser: Any, play: Play) -> None:
    wang = play.featured()[0]["id"]
    play.act("say", who=wang, chat="bot", text="/language")
    play.presses(wang, "bot", "Which language", WORDS[play.lang]["language"])
    page = window(browser, play, wang, DESKTOP)
    play.act("say", who=wang, chat=play.group_of(wang), text=WORDS[play.lang]["need"])
    play.waits_for(wang, "bot", "布洛芬" if play.lang == "zh" else "ibuprofen")

    page.get_by_test_id("chat-bot").click()
    for _ in range(ALARMS):  # neighbours are asked in private and half of its time is over before that
        with page.expect_response("**/play/clock"):
            page.get_by_test_id("clock-alarm").click()
        play.rests()
        if any(WORDS[play.lang]["still"] in text for text in play.texts(wang, "bot")):
            break

    page.get_by_text(WORDS[play.lang]["still"]).last.wait_for()
    assert page.errors == []


def test_the_empty_chat_says_what_to_try_and_the_keyboard_is_enough(browser: Any, play: Play) -> None:
    wang = play.featured()[0]["id"]
    page = window(browser, play, wang, PHONE)
    page.get_by_test_id(f"chat-{play.group_of(wang)}").focus()
    page.keyboard.press("Enter")

    page.get_by_test_id("fill").click()
    page.wait_for_function("document.activeElement.dataset.testid === 'composer'")
    keeps(page, f"{play.lang}-empty")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="我有" if play.lang == "zh" else "I have it").wait_for()


SMALL = """() => [...document.querySelectorAll('button, textarea, a')]
  .filter((one) => one.offsetParent && !one.matches('.text *'))
  .map((one) => [one.innerText || one.ariaLabel, one.getBoundingClientRect()])
  .filter(([, box]) => Math.min(box.width, box.height) < 43.5).map(([label]) => label)"""
"""What a finger hits less than 44 px of, links within a sentence aside."""

FAINT = """() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => parts(color).slice(0, 3).map((one) => one / 255)
    .map((one) => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, nth) => sum + one * [0.2126, 0.7152, 0.0722][nth], 0);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if (color.startsWith('rgb(')) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const worded = (one) => one.offsetParent && [...one.childNodes].some((it) => it.nodeType === 3 && it.data.trim());
  return [...document.querySelectorAll('body *')].filter(worded).filter((one) => {
    const style = getComputedStyle(one), [a, b] = [light(style.color), light(behind(one))];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5 || parseFloat(style.fontSize) < 13.5;
  }).map((one) => one.textContent);
}"""
"""Text smaller than 13.5 px, or with less contrast than 4.5 to 1 (WCAG 2.2, 1.4.3)."""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_elderly_eyes_and_fingers_find_everything_large_and_clear_by_day_and_by_night(
    browser: Any, play: Play, size: dict[str, int]
) -> None:
    li = play.featured()[1]["id"]
    page = window(browser, play, li, size)
    page.get_by_test_id("chat-bot").click()
    page.get_by_test_id("composer").fill("/sos")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="120").last.wait_for()

    for light in ("light", "dark"):
        page.evaluate("(light) => { document.documentElement.dataset.light = light }", light)
        assert (page.evaluate(SMALL), page.evaluate(FAINT)) == ([], [])
        keeps(page, f"{play.lang}-{size['width']}-sos-{light}")
