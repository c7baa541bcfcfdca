"""`linli setup`: a steward answers a few questions, and the house stands."""

import os
import pty
import re
import select
import signal
import stat
import subprocess
import sys
import time
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from bot.i18n import words
from bot.playground.server import sample
from bot.runtime import claims, settling, setup, unit
from bot.settings import load, writing
from bot.settings.writing import Answers
from storage import files

ROOT = Path(__file__).parents[2]
TOKEN = sample.TOKEN
WRONG = "1000000001:wrongwrongwrongwrongwrong"
MESSAGE = f"""Done! Congratulations on your new bot. You will find it at t.me/linli_bot.

Use this token to access the HTTP API:
{TOKEN}
Keep your token secure and store it safely, it can be used by anyone to control your bot.

For a description of the Bot API, see this page: https://core.telegram.org/bots/api
"""
NOBODY = "http://127.0.0.1:9"
WELL = ["", TOKEN, "锦江苑", *[""] * 9, ""]
"""Language, token, name; zone, language, five numbers, the desk on duty and no other; all is right."""


@pytest.fixture(scope="module")
def telegram() -> Iterator[str]:
    """A Telegram's address."""
    command = [sys.executable, "-m", "bot.playground.server", "--port", "0", "--no-limits"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().partition("/  ")[0]
        server.terminate()


@dataclass
class Done:
    status: int
    said: str


@dataclass
class Desk:
    """A folder on the steward's server, and the command line in it."""

    folder: Path
    url: str

    def linli(self, *command: str, answers: list[str] = [], lang: str = "zh_CN.UTF-8") -> Done:  # noqa: B006
        done = subprocess.run(
            [sys.executable, "-m", "bot", *command],
            input="".join(f"{answer}\n" for answer in answers), capture_output=True, text=True, timeout=60,
            cwd=self.folder, env=_environment(lang), check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout + done.stderr)

    def setup(self, *answers: str, lang: str = "zh_CN.UTF-8", url: str = "") -> Done:
        return self.linli("setup", "--base-url", url or self.url, answers=list(answers), lang=lang)

    @property
    def config(self) -> dict[str, object]:
        community: dict[str, object] = tomllib.loads((self.folder / "config.toml").read_text("utf-8"))["community"][0]
        return community

    def files(self) -> set[str]:
        return {path.name for path in self.folder.iterdir()}


def _environment(lang: str) -> dict[str, str]:
    outside = {name: value for name, value in os.environ.items() if name != "LINLI_TOKEN"}
    return outside | {"LC_ALL": lang, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


@pytest.fixture
def desk(tmp_path: Path, telegram: str) -> Desk:
    return Desk(tmp_path, telegram)


def test_a_steward_presses_enter_and_the_house_stands(desk: Desk) -> None:
    done = desk.setup(*WELL)

    assert done.status == 0 and "✔ 令牌对，机器人是 @linli_bot" in done.said
    assert desk.files() == {"config.toml", "linli.db", "linli.db.lock", "linli.service"}
    assert stat.S_IMODE((desk.folder / "config.toml").stat().st_mode) == 0o600
    [community] = load(desk.folder / "config.toml", words("zh"), {}).communities
    assert (community.name, community.zone, community.language) == ("锦江苑", "Asia/Shanghai", "zh")
    assert community.numbers == {"medical": "120", "fire": "119", "police": "110", "mind": "12356", "lift": "96333"}
    assert "# 邻里的设置" in (desk.folder / "config.toml").read_text("utf-8")
    assert f"sudo cp {desk.folder}/linli.service /etc/systemd/system/" in done.said
    assert re.search(r"https://t\.me/linli_bot\?start=claim_[0-9a-z]+_[0-9a-f]{12}\n", done.said)
    assert "█" in done.said and TOKEN not in done.said

    checked = desk.linli("check")
    assert "✔ 配置" in checked.said and "✔ 数据库完好" in checked.said and "✔ Telegram 通" in checked.said


def test_the_same_in_english(desk: Desk) -> None:
    numbers = ["", "", "", "", "-", "0596-2345678", "gas 96777", ""]

    done = desk.setup("2", TOKEN, "Sunny Estate", "London", "", "", *numbers, "", lang="zh_CN.UTF-8")

    assert done.status == 0 and "The token is good; the bot is @linli_bot" in done.said
    assert "There is no time zone “London”. Is it Europe/London?" in done.said
    [community] = load(desk.folder / "config.toml", words("en"), {}).communities
    assert (community.name, community.zone, community.language) == ("Sunny Estate", "Europe/London", "en")
    assert dict(community.numbers) == {
        "medical": "120", "fire": "119", "police": "110", "mind": "12356", "Duty desk": "0596-2345678", "gas": "96777",
    }  # fmt: skip
    assert "--lang en run" in (desk.folder / "linli.service").read_text()
    assert "✔ Configuration" in desk.linli("--lang", "en", "check").said


def test_a_wrong_token_is_asked_for_again_and_found_in_a_whole_message(desk: Desk) -> None:
    one_line = " ".join(MESSAGE.split())

    done = desk.setup("", "令牌在哪里", WRONG, one_line, *WELL[2:])

    assert done.status == 0 and desk.config["token"] == TOKEN
    assert "这里面没有令牌" in done.said and "Telegram 不认识这个令牌" in done.said


@pytest.mark.parametrize(
    ("said", "token"),
    [
        (f"  {TOKEN} \u200b", TOKEN),
        ("1000000001 : playground-playground-playground", TOKEN),
        ("1000000001：playground-playground-playground", TOKEN),
        ("1000000001:playground-play ground-playground", TOKEN),
        (MESSAGE, TOKEN),
        ("", None),
        ("12:30 见", None),
    ],
)
def test_a_token_is_found_in_whatever_was_pasted(said: str, token: str | None) -> None:
    assert writing.token_in(said) == token


def test_what_was_answered_wrong_is_asked_again_by_its_line(desk: Desk) -> None:
    done = desk.setup(
        "", TOKEN, "", "锦江院", *[""] * 9, "9", "2", "锦江苑", "5", *[""] * 4, "没有号", "96000", "", "", ""
    )

    assert done.status == 0 and desk.config["name"] == "锦江苑"
    assert "请写 1 到 60 个字" in done.said and "请写 1 到 6，或按回车" in done.said and "这不像电话号码" in done.said
    numbers = desk.config["numbers"]
    assert isinstance(numbers, dict) and numbers["lift"] == "96000"


def test_without_a_network_the_ways_on_are_named(desk: Desk) -> None:
    done = desk.setup("", TOKEN, "127.0.0.1", "r", "http://127.0.0.1:9", "", *WELL[2:], url=NOBODY)

    assert done.status == 0
    assert done.said.count("连不上 127.0.0.1:9。") == 3 and "socks5://127.0.0.1:1080" in done.said
    assert "代理要有类型、地址和端口" in done.said
    assert "令牌还没检查" in done.said and "运行 linli claim" in done.said and "https://t.me" not in done.said
    assert load(desk.folder / "config.toml", words("zh"), {}).telegram.proxy == "http://127.0.0.1:9"


@pytest.mark.parametrize("answered", range(len(WELL)))
def test_whoever_stops_halfway_leaves_nothing_behind(
    answered: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(WELL[:answered])

    def answer(_: str) -> str:
        for said in answers:
            return said
        raise KeyboardInterrupt

    async def knows(_: Answers) -> setup.Met:
        return setup.Met("linli_bot")

    monkeypatch.setattr("builtins.input", answer)
    monkeypatch.setattr(setup, "meet", knows)

    assert setup.run(tmp_path / "config.toml", "zh", NOBODY) == 130
    assert list(tmp_path.iterdir()) == []
    assert "停下了，什么都没写" in capsys.readouterr().out


def test_answers_that_end_too_early_leave_nothing_behind(desk: Desk) -> None:
    done = desk.setup(*WELL[:5])

    assert done.status == 130 and "什么都没写" in done.said and desk.files() == set()


def test_a_configuration_that_is_there_is_never_written_over(desk: Desk) -> None:
    desk.setup(*WELL)
    before = (desk.folder / "config.toml").read_bytes()

    kept = desk.setup("", "")
    beside = desk.setup("", "2", *WELL[1:-1], "", "")

    assert kept.status == 0 and "config.toml 没动" in kept.said
    assert beside.status == 0 and "config-2.toml" in beside.said
    assert (desk.folder / "config.toml").read_bytes() == before
    [second] = load(desk.folder / "config-2.toml", words("zh"), {}).communities
    assert second.database.name == "linli-2.db" and second.database.exists()
    assert load(desk.folder / "config-2.toml", words("zh"), {}).health.port == 8082
    assert f"--config {desk.folder}/config-2.toml" in (desk.folder / "linli-2.service").read_text()


def test_a_database_that_is_there_is_used_on(desk: Desk) -> None:
    files.create(desk.folder / "linli.db", "锦江苑")
    before = (desk.folder / "linli.db").read_bytes()

    done = desk.setup(*WELL, "")

    assert done.status == 0 and desk.config["database"] == "linli.db"
    assert (desk.folder / "linli.db").read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(desk: Desk) -> None:
    (desk.folder / "linli.db").write_bytes(b"photo" * 1000)

    done = desk.setup(*WELL, "")

    assert done.status == 0 and desk.config["database"] == "linli-2.db"
    assert (desk.folder / "linli.db").read_bytes() == b"photo" * 1000


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_line_fits_into_eighty_columns(language: str, desk: Desk) -> None:
    done = desk.setup("1" if language == "zh" else "2", *WELL[1:], lang="zh_CN.UTF-8" if language == "zh" else "en_GB")

    for line in done.said.splitlines():
        if str(desk.folder) not in line and "https://t.me" not in line:
            assert sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line) <= 80, line


def test_the_code_is_white_on_black_whatever_the_terminal(tmp_path: Path) -> None:
    drawn = claims.picture("https://t.me/linli_bot?start=claim_tp1vxl_ccd439e43a3e", coloured=True)

    lines = drawn.splitlines()
    assert all(line.startswith("\x1b[38;5;231;48;5;16m") and line.endswith("\x1b[0m") for line in lines)
    assert len(lines) <= 23 and max(len(line) for line in lines) <= 45 + 26
    assert "\x1b" not in claims.picture("https://t.me/linli_bot", coloured=False)


@pytest.mark.parametrize("folder", ["linli", "邻里 50% $HOME"])
def test_systemd_accepts_the_unit(folder: str, tmp_path: Path) -> None:
    home = tmp_path / folder
    home.mkdir()
    file = home / "linli.service"
    file.write_text(unit.unit(home / "config.toml", "zh", "daemon"), encoding="utf-8")
    try:
        said = subprocess.run(
            ["systemd-analyze", "verify", str(file)], capture_output=True, text=True, timeout=60, check=False
        )
    except FileNotFoundError:
        pytest.skip("systemd-analyze is not on this machine")

    assert said.returncode == 0, said.stderr
    assert "linli.service" not in said.stderr
    text = file.read_text(encoding="utf-8")
    for line in ("Restart=always", "Type=notify", "NoNewPrivileges=yes", "CapabilityBoundingSet="):
        assert line in text.splitlines()
    assert re.search(r"^WatchdogSec=\d+$", text, re.MULTILINE)


def test_where_nothing_can_be_written_nothing_is_asked(desk: Desk) -> None:
    (desk.folder / "file").touch()

    done = desk.linli("setup", "--config", "file/config.toml", answers=[""])

    assert done.status == 1 and "写不了东西" in done.said and "令牌" not in done.said


def test_a_terminal_with_another_encoding_is_asked_again(desk: Desk) -> None:
    answers = "\n".join(["", TOKEN, "", *WELL[2:], ""]).encode().replace(b"\n\n", b"\n\xbd\xf5\xbd\xad\n", 1)

    done = subprocess.run(
        [sys.executable, "-m", "bot", "setup", "--base-url", desk.url], input=b"\n" + answers[1:], cwd=desk.folder,
        env=_environment("zh_CN.UTF-8") | {"PYTHONIOENCODING": ""}, capture_output=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 0 and desk.config["name"] == "锦江苑"


def test_the_house_that_was_set_up_runs_and_whoever_opens_the_link_is_its_steward(desk: Desk) -> None:
    said = desk.setup(*WELL).said
    link = re.search(r"start=(claim_[0-9a-z]+_[0-9a-f]{12})", said)
    assert link
    config = desk.folder / "config.toml"
    config.write_text(config.read_text("utf-8").replace("port = 8081", "port = 0"), "utf-8")
    command = [sys.executable, "-m", "bot", "run"]
    house = subprocess.Popen(command, cwd=desk.folder, env=_environment("zh_CN.UTF-8"), stdout=subprocess.DEVNULL)
    try:
        with httpx.Client(base_url=desk.url, timeout=10) as telegram:
            person = telegram.get("/play/world").json()["featured"][0]["id"]
            telegram.post("/play/start", json={"as": person, "payload": link[1]}).raise_for_status()
            until, seen = time.monotonic() + 20, ""
            while "您是“锦江苑”的维护员" not in seen:
                assert time.monotonic() < until and house.poll() is None, seen
                time.sleep(0.1)
                seen = str(telegram.get("/play/messages", params={"as": person, "chat": "bot"}).json())
    finally:
        house.terminate()
        house.wait(15)
    assert house.returncode == 0
    assert "✔ 数据库完好" in desk.linli("check").said


class Keyboard:
    """A real terminal with setup in it."""

    def __init__(self, desk: Desk):
        self.shown = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(desk.folder)
            command = [sys.executable, "-m", "bot", "setup", "--base-url", desk.url]
            os.execve(sys.executable, command, _environment("zh_CN.UTF-8") | {"TERM": "xterm"})

    def waits_for(self, words: str) -> None:
        until = time.monotonic() + 30
        while words.encode() not in self.shown:
            assert time.monotonic() < until, self.shown.decode(errors="replace")
            if select.select([self.fd], [], [], 0.1)[0]:
                self.shown += os.read(self.fd, 65_536)

    def types(self, text: str) -> None:
        os.write(self.fd, text.encode())

    def stops(self, words: str) -> None:
        """Ctrl+C; pressed again where the terminal was just being read, as anybody would."""
        for _ in range(10):
            self.types("\x03")
            until = time.monotonic() + 2
            while words.encode() not in self.shown and time.monotonic() < until:
                if select.select([self.fd], [], [], 0.1)[0]:
                    self.shown += os.read(self.fd, 65_536)
            if words.encode() in self.shown:
                return
        raise AssertionError(self.shown.decode(errors="replace"))

    def ends(self) -> int:
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


def test_a_whole_message_pasted_into_a_terminal_answers_one_question(desk: Desk) -> None:
    keyboard = Keyboard(desk)
    keyboard.waits_for("[1] >")
    keyboard.types("\n")
    keyboard.waits_for("令牌 >")
    keyboard.types(MESSAGE)
    keyboard.waits_for("社区的名字，比如：阳光社区 >")
    keyboard.stops("停下了，什么都没写")

    assert keyboard.ends() == 130 and desk.files() == set()


def test_a_stop_while_the_files_are_written_waits_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create = files.create

    def interrupted(path: Path, community: str) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        create(path, community)

    monkeypatch.setattr(files, "create", interrupted)
    made = settling.settle(Answers("锦江苑", TOKEN), tmp_path / "config.toml", "linli.db", words("zh"))

    assert made.config.exists() and made.unit.exists() and (tmp_path / "linli.db").exists()
