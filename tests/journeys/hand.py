"""One person's hand on the page: taps and types there, and counts both as a phone does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from bot.i18n import Words, words
from tests.journeys.phone import Counted
from tests.journeys.test_page import keeps, sideways

LAST_OF_MINE = "[...document.querySelectorAll('.message.mine')].at(-1)?.id ?? null"
OPEN = "document.querySelector('.chat[aria-current=true]')?.dataset.testid.slice('chat-'.length) ?? null"


@dataclass
class Hand(Counted):
    """Opening a chat and following a link count nothing, as Start does not."""

    page: Any
    lang: str
    taps: int = 0
    typed: int = 0

    @property
    def t(self) -> Words:
        return words(self.lang)

    # what a hand does

    def opens(self, chat: int | str = "bot") -> None:
        if (back := self.page.get_by_test_id("back")).is_visible():
            back.click()
        self.page.get_by_test_id(f"chat-{chat}").click()

    def is_led(self, chat: int | str = "bot") -> None:
        """A button has led there by itself."""
        self.page.locator(f'[data-testid="chat-{chat}"][aria-current="true"]').wait_for(state="attached")

    def follows(self, link: str) -> None:
        self.page.get_by_test_id("scan").click()
        self.page.get_by_role("dialog").get_by_role("textbox").fill(link)
        self.page.keyboard.press("Enter")

    def chooses(self, command: str) -> None:
        """A command out of the menu beside the input: one tap for the menu, one for the command."""
        self.taps += 2
        self.page.get_by_test_id("commands").click()
        with self._answered():
            self.page.locator("#commands").get_by_text(f"/{command}", exact=True).click()

    def key(self, label: str) -> None:
        self.taps += 1
        with self._answered():
            self.page.get_by_test_id("reply-keyboard").get_by_role("button", name=label, exact=True).click()

    def tap(self, label: str, part: str = "") -> None:
        """The newest button that says this, under a message with `part` in it."""
        self.taps += 1
        self._catches_up()
        self.page.locator(".message", has_text=part).get_by_role("button", name=label, exact=True).last.click()

    def types(self, text: str) -> None:
        self.typed += len(text)
        self.page.get_by_test_id("composer").fill(text)
        with self._answered():
            self.page.keyboard.press("Enter")

    def tells(self, text: str) -> None:
        """Words for whoever one talks with: nothing stands beneath them."""
        self.typed += len(text)
        self.page.get_by_test_id("composer").fill(text)
        self.page.keyboard.press("Enter")

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """What is said has come to stand there, and whatever the bot has to say to it."""
        said = self.page.evaluate(LAST_OF_MINE)
        yield
        self.page.wait_for_function(f"(said) => ({LAST_OF_MINE}) !== said", arg=said)
        self._catches_up()

    def _catches_up(self) -> None:
        """The bot has come to rest, and the page shows the newest message of the open chat."""
        self.page.play.rests()
        for newest in self._messages(limit=1):
            self.page.locator(f"#m{newest['message_id']}").wait_for(state="attached")

    def _messages(self, **how: int) -> list[dict[str, Any]]:
        """Of the open chat, as Telegram has them."""
        chat = self.page.evaluate(OPEN)
        found = self.page.play.get("messages", who=self.page.person, chat=chat, **how) if chat else {"messages": []}
        return list(found["messages"])

    # what eyes see

    def sees(self, part: str, more: str = "") -> None:
        """A message with both in it."""
        self.page.locator(".message", has_text=part).filter(has_text=more).last.wait_for()

    def glances(self, part: str) -> bool:
        """Whether it stands there once the bot has come to rest."""
        self.page.play.rests()
        if not any(part in message.get("text", "") for message in self._messages()):
            return False
        self.sees(part)
        return True

    def said(self) -> str:
        return "\n".join(self.page.locator(".message").all_inner_texts())

    def labels(self) -> list[str]:
        """What every button in sight says."""
        return [str(text) for text in self.page.locator(".message").get_by_role("button").all_inner_texts()]

    def keeps(self, name: str) -> None:
        keeps(self.page, f"{self.lang}-{name}")

    def is_told(self, answer: str) -> None:
        """What Telegram shows for a moment over the chat."""
        self.page.get_by_test_id("toast").get_by_text(answer).wait_for()

    def understands(self, part: str) -> None:
        """What Telegram shows in a box of its own, until it is put away."""
        box = self.page.get_by_role("alertdialog")
        box.get_by_text(part).wait_for()
        box.get_by_role("button").click()
        box.wait_for(state="hidden")

    def finds_nothing_wrong(self, *others: Hand) -> None:
        """Nothing sticks out sideways, and no page has complained."""
        for page in (self.page, *(other.page for other in others)):
            assert (sideways(page), page.errors) == (0, [])
