"""`linli setup`: a few questions; then config.toml, a database, a systemd unit and the steward's link.

Enter keeps what is offered; whoever stops halfway leaves nothing behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.i18n import Words, words
from bot.runtime import claims, settling, transport
from bot.runtime.terminal import Terminal
from bot.settings import writing
from bot.settings.writing import Answers

FAILED, STOPPED = 1, 130
KEPT = ("medical", "fire", "police", "mind", "lift")
DUTY = {"zh": "物业值班", "en": "Duty desk"}
NONE = {"-", "—", "无", "没有", "none", "no"}
CHOICES = {"1": 0, "2": 1, "zh": 0, "en": 1, "中文": 0, "english": 1}


@dataclass(frozen=True)
class Met:
    """What Telegram said to the token: the bot's name, or that it does not know it, or nothing at all."""

    username: str = ""
    refused: bool = False


def run(config: Path, language: str, base_url: str) -> int:
    """Exit status: 0 done, or left as it was; 1 nowhere to write; 130 stopped halfway."""
    terminal = Terminal()
    setup = Setup(terminal, words(language), config, Answers(language=language, base_url=base_url))
    try:
        return setup.go()
    except (KeyboardInterrupt, EOFError):
        terminal.say("", setup.t("setup-stopped"))
        return STOPPED


async def meet(answers: Answers) -> Met:
    """Asks Telegram whose token it is (getMe)."""
    polling, calling = transport.wires(answers.proxy or None)
    url = f"{answers.base_url}/bot"
    try:
        async with Bot(answers.token, base_url=url, request=calling, get_updates_request=polling) as bot:
            return Met(bot.username)
    except InvalidToken:
        return Met(refused=True)
    except TelegramError:
        return Met()


@dataclass
class Setup:
    terminal: Terminal
    t: Words
    config: Path
    answers: Answers
    username: str = ""
    database: str = "linli.db"

    def go(self) -> int:
        self.speak()
        if not settling.writable(self.config):
            self.say("setup-no-folder", folder=str(self.config.absolute().parent))
            return FAILED
        if not self.find_a_place():
            return 0
        self.say("setup-hello")
        for ask in self.questions():
            ask()
        self.choose_database()
        self.look_it_over()
        self.finish()
        return 0

    def questions(self) -> list[Callable[[], None]]:
        """In the order they are asked, and as the overview numbers them."""
        return [self.ask_token, self.ask_name, self.ask_zone, self.ask_language, self.ask_numbers]

    def say(self, key: str, /, **blanks: object) -> None:
        self.terminal.say("", *self.t(key, **blanks).splitlines())

    def ask(self, key: str, default: str = "", /, **blanks: object) -> str:
        return self.terminal.ask(self.t(key, **blanks), default)

    def checked(self, question: str, default: str, check: Callable[[str], str]) -> str:
        """Asked until the answer will do; a slip is offered mended."""
        while True:
            try:
                return check(self.terminal.ask(question, default))
            except PydanticCustomError as error:
                default = str(self.refuse(error).get("near", default))

    def refuse(self, error: PydanticCustomError) -> dict[str, object]:
        """Says what is wrong with an answer; → what fills the sentence's blanks."""
        what, details = writing.refusal(error)
        self.terminal.say("", self.t(f"setup-no-{what}", **details))
        return details

    def choose(self, key: str, default: int, /, **blanks: object) -> int:
        """One of two, by its number or its name: 0 or 1."""
        while True:
            said = self.ask(key, str(default + 1), **blanks).casefold()
            if said in CHOICES:
                return CHOICES[said]
            self.say("setup-no-choice")

    def speak(self) -> None:
        chosen = self.choose("setup-language", int(self.t.lang == "en"))
        self.t = words(("zh", "en")[chosen])
        self.answers = replace(self.answers, language=self.t.lang)

    def find_a_place(self) -> bool:
        """Where to write; what is there already is never written over. False: it stays as it is."""
        if not self.config.exists():
            return True
        beside = settling.free(self.config)
        if self.choose("setup-there", 0, file=self.config.name, beside=beside.name) == 0:
            self.say("setup-kept", file=self.config.name)
            return False
        self.config = beside
        another = int(beside.stem.rpartition("-")[2])
        self.answers = replace(self.answers, port=self.answers.port + another - 1)  # both may run on this machine
        return True

    def ask_token(self) -> None:
        self.say("setup-token-how")
        while True:
            token = writing.token_in(self.terminal.pasted(self.t("setup-token")))
            if token is None:
                self.say("setup-no-token")
                continue
            self.answers = replace(self.answers, token=token)
            if self._meets():
                return

    def _meets(self) -> bool:
        """Whether the token will do: Telegram knows it, or cannot be asked and the steward goes on without."""
        while True:
            met = asyncio.run(meet(self.answers))
            self.username = met.username
            if met.refused:
                self.say("setup-token-refused")
            elif met.username:
                self.say("setup-token-good", bot=met.username)
            elif self._finds_a_way():
                continue
            return not met.refused

    def _finds_a_way(self) -> bool:
        """Telegram cannot be reached: another proxy or another try (True), or on without checking (False)."""
        self.say("setup-unreachable", host=urlsplit(self.answers.base_url).netloc)
        said = self.checked(self.t("setup-way"), "", self._way)
        if said in ("", "r"):
            return bool(said)
        self.answers = replace(self.answers, proxy=said)
        return True

    @staticmethod
    def _way(said: str) -> str:
        return "r" if said.casefold() in ("r", "再试", "again") else writing.proxy(said)

    def ask_name(self) -> None:
        name = self.checked(self.t("setup-name"), self.answers.name, writing.name)
        self.answers = replace(self.answers, name=name)

    def ask_zone(self) -> None:
        zone = self.checked(self.t("setup-zone"), self.answers.zone, writing.zone)
        self.answers = replace(self.answers, zone=zone)

    def ask_language(self) -> None:
        chosen = self.choose("setup-groups", int(self.answers.language == "en"))
        self.answers = replace(self.answers, language=("zh", "en")[chosen])

    def ask_numbers(self) -> None:
        """Emergency numbers, the one on duty, and whatever else is worth a call; `-` takes one away."""
        self.say("setup-numbers")
        numbers = dict(self.answers.numbers)
        for what in KEPT:
            numbers[what] = self._number(self.t(f"setup-number-{what}"), what, numbers.get(what, ""))
        duty = DUTY[self.t.lang]
        numbers[duty] = self._number(self.t("setup-number-duty"), duty, numbers.get(duty, ""))
        while said := self.ask("setup-number-more"):
            name, _, number = " ".join(said.replace("：", " ").split()).rpartition(" ")
            try:
                numbers[name.strip()] = writing.number(name.strip(), number)
            except PydanticCustomError as error:
                self.refuse(error)
        self.answers = replace(self.answers, numbers={what: n for what, n in numbers.items() if n or what in KEPT})

    def _number(self, question: str, what: str, default: str) -> str:
        def check(said: str) -> str:
            return "" if not said or said.casefold() in NONE else writing.number(what, said)

        return self.checked(question, default, check)

    def ask_proxy(self) -> None:
        proxy = self.checked(self.t("setup-proxy"), "", lambda said: "" if said in NONE else writing.proxy(said))
        self.answers = replace(self.answers, proxy=proxy)
        self._meets()

    def choose_database(self) -> None:
        """A database that is there is used on, or left alone."""
        there = self.config.absolute().parent / self.database
        if not there.exists():
            return
        free = settling.free(there)
        beside = not settling.sound(there) or self.config.name != "config.toml"
        if self.choose("setup-database", int(beside), file=there.name, beside=free.name) == 1:
            self.database = free.name

    def look_it_over(self) -> None:
        """Everything once more; whatever is wrong is asked again."""
        asked = [*self.questions(), self.ask_proxy]
        while True:
            self.terminal.say("", *self._overview())
            said = self.ask("setup-right")
            if not said:
                return
            if said.isascii() and said.isdigit() and 1 <= int(said) <= len(asked):
                asked[int(said) - 1]()
            else:
                self.say("setup-no-line", last=len(asked))

    def _overview(self) -> list[str]:
        answers = self.answers
        proxy = urlsplit(answers.proxy)
        shown = f"{proxy.scheme}://{proxy.hostname}:{proxy.port}" if answers.proxy else self.t("setup-no-proxy-wanted")
        values = {
            "bot": f"@{self.username}" if self.username else self.t("setup-unchecked"),
            "name": answers.name,
            "zone": answers.zone,
            "language": words(answers.language)("language-name"),
            "numbers": " · ".join(number for number in answers.numbers.values() if number) or "–",
            "proxy": shown,
        }
        return self.t("setup-overview", **values).splitlines()

    def finish(self) -> None:
        made = settling.settle(self.answers, self.config, self.database, self.t)
        self.say("setup-made", config=made.config.name, database=self.database, unit=made.unit.name)
        service = made.unit.stem
        self.terminal.say("", *self.t("setup-start", unit=str(made.unit), service=service).splitlines())
        if self.username:
            url = claims.address(self.username, self.answers.token)
            self.say("setup-claim")
            self.terminal.say("", claims.picture(url, self.terminal.coloured), "", url)
        else:
            self.say("setup-claim-later")
        self.say("setup-then", bot=self.username or "…")
