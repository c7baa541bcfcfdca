"""The first plea over HTTP, in `make play`'s own process, through a kill -9 in the middle."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.playing import Play

WORDS = {
    "zh": {
        "need": "/need 布洛芬 孩子发烧", "thing": "布洛芬", "have": "我有", "solved": "解决了", "thanks": "谢谢您",
        "taken": "愿意给您", "yours": "谢谢您，", "done": "解决了，谢谢", "illness": "发烧",
        "waiting": "还没有人接",
    },
    "en": {
        "need": "/need ibuprofen, my son has a fever", "thing": "ibuprofen", "have": "I have it", "solved": "Solved",
        "thanks": "Thank you", "taken": "has it for you", "yours": "needs:", "done": ": solved. Thank you",
        "illness": "fever", "waiting": "nobody yet",
    },
}  # fmt: skip


@pytest.fixture(params=["zh", "en"])
def play(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Play]:
    running = Play(tmp_path, request.param)
    running.begin()
    yield running
    if running.process and running.process.poll() is None:
        running.kill()


def test_a_plea_is_taken_and_solved_though_the_machine_dies_twice(play: Play) -> None:
    words = WORDS[play.lang]
    asker, helper = (person["id"] for person in play.featured()[:2])
    group = play.group_of(asker, helper)
    for person in (asker, helper):
        play.act("start", who=person)
        play.act("say", who=person, chat="bot", text="/language")
        choice = "中文" if play.lang == "zh" else "English"
        play.presses(person, "bot", "Which language", choice)

    play.act("say", who=asker, chat=group, text=words["need"])
    play.kill()
    play.begin()
    play.waits_for(helper, group, words["waiting"])

    answer = play.presses(helper, group, words["waiting"], words["have"])
    assert words["thanks"] in answer["text"]
    play.kill()
    play.begin()
    play.waits_for(helper, "bot", words["yours"])
    play.presses(asker, "bot", words["taken"], words["solved"])
    play.waits_for(helper, group, words["done"])

    said = [m for m in play.get("messages", who=helper, chat=group)["messages"] if m["from"]["is_bot"]]
    bots = [m["text"] for m in said if not m.get("text", "📌").startswith("📌")]  # the board may show it as well
    assert not any(words["illness"] in text for text in bots)
    assert sum(words["thing"] in text for text in bots) == 1


def test_sigterm_ends_it_within_two_seconds(tmp_path: Path) -> None:
    running = Play(tmp_path)
    running.begin()

    assert running.end() < 2
    assert running.process and running.process.returncode == 0
