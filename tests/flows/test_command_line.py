"""The command line as the steward meets it: one clear sentence, in their language, and never a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
CONFIG = """[[community]]
name = "锦江苑"
token = ""

[telegram]
base_url = "http://127.0.0.1:9"

[health]
port = 0
"""


Linli = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "config.toml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LINLI_TOKEN", TOKEN)
    return tmp_path


@pytest.fixture
def linli(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Linli:
    """Calls the command line; → exit status and everything it said."""

    def call(*words: str, lang: str = "zh_CN.UTF-8") -> tuple[int, str]:
        monkeypatch.setenv("LC_ALL", lang)
        monkeypatch.setattr(sys, "argv", ["linli", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = "".join(capsys.readouterr())
        assert TOKEN not in said
        return int(str(ended.value.code)), said

    return call


def test_a_new_process_says_one_sentence_and_ends_with_its_status(folder: Path) -> None:
    env = os.environ | {"LC_ALL": "zh_CN.UTF-8", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith("没有数据库") and done.stderr.count("\n") == 1


def test_a_steward_creates_checks_backs_up_and_restores(folder: Path, linli: Linli) -> None:
    assert linli("init") == (
        0,
        f"数据库建好了：{folder}/linli.db\n下一步：linli run，再运行 linli claim 成为维护员。\n",
    )

    status, said = linli("backup", "one.db")
    assert status == 0 and "备份好了，也核对过：one.db" in said

    status, said = linli("restore", "one.db")
    assert status == 0 and "原来的留在" in said
    assert len(list(folder.glob("linli.db.before-restore-*"))) >= 1


def test_check_says_what_is_wrong_and_what_to_do_next(folder: Path, linli: Linli) -> None:
    linli("init")

    status, said = linli("check")

    assert status == 1
    assert "✔ 数据库完好" in said and "✘ 连不上 http://127.0.0.1:9" in said
    assert "✘ 还没有备份\n   现在做一份：linli backup" in said


@pytest.mark.parametrize(
    ("words", "status", "zh", "en"),
    [
        (("claim",), 1, "连不上 http://127.0.0.1:9", "http://127.0.0.1:9 cannot be reached"),
        (("backup",), 1, "没有数据库", "There is no database"),
        (("restore", "no.db"), 1, "没有这份备份：no.db", "There is no backup no.db"),
        (("nonsense",), 2, "命令没写对", "not how it is called"),
        (("run", "--nonsense"), 2, "没有“--nonsense”这个选项", "There is no option --nonsense"),
        (("play", "--port", "x"), 2, "“port”的值不对", "The value of port"),
        (("run", "--config", "no.toml"), 2, "没有找到配置文件 no.toml", "no.toml"),
        ((), 0, "邻里：居民群里的互助机器人。", "Linli: a bot for neighbours' group chats."),
    ],
)
def test_a_trouble_is_one_sentence_in_the_stewards_language(
    linli: Linli, words: tuple[str, ...], status: int, zh: str, en: str
) -> None:
    for lang, expected in (("zh_CN.UTF-8", zh), ("en_GB.UTF-8", en)):
        found = linli(*words, lang=lang)

        assert found[0] == status
        assert expected in found[1]


def test_a_full_width_quote_is_named_with_its_line_and_its_mend(folder: Path, linli: Linli) -> None:
    (folder / "config.toml").write_text(CONFIG.replace('"锦江苑"', "“锦江苑”"), encoding="utf-8")

    assert linli("run") == (2, 'config.toml 第 2 行用了中文引号 “ ”，请改成英文的 " "\n')
    assert "2" in linli("--lang", "en", "run")[1]


def test_init_never_touches_a_database_that_is_there(folder: Path, linli: Linli) -> None:
    linli("init")
    before = (folder / "linli.db").read_bytes()

    status, said = linli("init")

    assert status == 1 and "已经有了" in said
    assert (folder / "linli.db").read_bytes() == before
