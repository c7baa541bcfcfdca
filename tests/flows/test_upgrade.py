"""`make upgrade`: the new version runs, or the old one does, and nothing is lost either way."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from storage import files

ROOT = Path(__file__).parents[2]
CONFIG = """[[community]]
name = "锦江苑"
token = "123456789:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

[telegram]
base_url = "http://127.0.0.1:9"
"""
MAKEFILE = ".venv/.ready: requirements.lock\n\tmkdir -p .venv && touch $@\n"
NEW = "storage/migrations/0099_new.sql"
TABLE = "CREATE TABLE news (id INTEGER PRIMARY KEY) STRICT;\n"
SYSTEMCTL = """#!/bin/sh
echo "$*" >> {log}
test "$1" = show || exit 0
if git -C {home} log -1 --format=%s | grep -q falls; then echo activating; echo auto-restart
else echo active; echo running; fi
"""


@dataclass
class Server:
    """A steward's clone of the repository, its configuration and its database; and the place it is fetched from."""

    origin: Path
    home: Path
    path: list[Path] = field(default_factory=list)

    def git(self, *words: str, at: Path | None = None) -> str:
        named = ["-c", "user.name=us", "-c", "user.email=us@example.org"]
        done = subprocess.run(["git", *named, *words], cwd=at or self.home, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    def publishes(self, subject: str, **written: str) -> None:
        """A new version; the keys are files, with __ for / and no ending but .py and .sql."""
        for name, text in written.items():
            (self.origin / FILES[name]).write_text(text, encoding="utf-8")
        self.git("add", "-A", at=self.origin)
        self.git("commit", "--quiet", "-m", subject, at=self.origin)

    def linli(self, *words: str) -> tuple[int, str]:
        outside = {key: value for key, value in os.environ.items() if key not in ("LINLI_TOKEN", "PYTHONPATH")}
        path = os.pathsep.join([*map(str, self.path), outside["PATH"]])
        done = subprocess.run(
            [sys.executable, "-m", "bot", *words], cwd=self.home, capture_output=True, text=True, timeout=120,
            env=outside | {"LC_ALL": "zh_CN.UTF-8", "PYTHONIOENCODING": "utf-8", "PATH": path}, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def upgrade(self) -> tuple[int, str]:
        return self.linli("upgrade")

    @property
    def subject(self) -> str:
        return self.git("log", "-1", "--format=%s")

    @property
    def version(self) -> int:
        with closing(sqlite3.connect(self.home / "linli.db")) as db:
            return int(db.execute("PRAGMA user_version").fetchone()[0])

    def names(self) -> list[str]:
        with closing(sqlite3.connect(self.home / "linli.db")) as db:
            return [name for (name,) in db.execute("SELECT name FROM people")]


FILES = {"migration": NEW, "checks": "bot/runtime/checks.py", "main": "bot/__main__.py", "news": "CHANGELOG.md"}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository as it is here, with an installation that takes no time."""
    origin = tmp_path_factory.mktemp("origin")
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    for name in listed.stdout.splitlines():
        if name.startswith(("bot/", "handlers/", "storage/", "config.", "requirements", "CHANGELOG", ".gitignore")):
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, origin / name)
    (origin / "Makefile").write_text(MAKEFILE)
    Server(origin, origin).git("init", "--quiet", "--initial-branch=main")
    Server(origin, origin).publishes("the first version")
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash", str(origin)]
    subprocess.run(compiling, check=True)
    return origin


def _spare_compiling(origin: Path, home: Path) -> None:
    """Compiled files that are good for as long as their source says the same, so that programs start quickly."""
    for compiled in origin.rglob("__pycache__"):
        shutil.copytree(compiled, home / compiled.relative_to(origin))


@pytest.fixture
def server(published: Path, tmp_path: Path) -> Server:
    if shutil.which("git") is None or shutil.which("make") is None:
        pytest.skip("git and make are not on this machine")
    origin, home = tmp_path / "origin", tmp_path / "home"
    shutil.copytree(published, origin)
    subprocess.run(["git", "clone", "--quiet", str(origin), str(home)], check=True)
    _spare_compiling(published, home)
    (home / "config.toml").write_text(CONFIG, encoding="utf-8")
    files.create(home / "linli.db", "锦江苑")
    with closing(sqlite3.connect(home / "linli.db")) as db:
        db.execute("INSERT INTO people (id, name, created_at, seen_at) VALUES (1, '王芳', 0, 0)")
        db.commit()
    return Server(origin, home)


def is_as_before(server: Server) -> bool:
    """The old program with a database that it opens, and everybody in it."""
    _, said = server.linli("check")
    return (
        server.subject == "the first version"
        and server.version == files.newest_version()
        and server.names() == ["王芳"]
        and "✔ 数据库完好" in said
        and not (server.home / ".git" / "linli-upgrade-from").exists()
    )


def test_a_good_version_is_fetched_tried_migrated_and_a_second_time_left_alone(server: Server) -> None:
    server.publishes("a good one", migration=TABLE, news="# Changelog\n")

    status, said = server.upgrade()

    assert status == 0, said
    lines = ["备份好了", "新版下载好了", "装好了", "先在备份上试过", "数据库升级好了", "数据库完好（第 99 版）"]
    places = [said.index(line) for line in lines]
    assert places == sorted(places)
    assert "请自己再运行一次：linli run" in said and "有什么新的，看 CHANGELOG.md" in said
    assert (server.subject, server.version, server.names()) == ("a good one", 99, ["王芳"])

    status, said = server.upgrade()
    assert status == 0 and "已经是最新的" in said and server.version == 99


@pytest.mark.parametrize(
    "written",
    [
        {"migration": "CREATE TABLE people (id INTEGER) STRICT;\n"},
        {"migration": TABLE, "main": "this is no Python\n"},
    ],
)
def test_a_version_that_does_not_work_on_a_copy_never_touches_the_database(
    server: Server, written: dict[str, str]
) -> None:
    before = (server.home / "linli.db").read_bytes()
    server.publishes("a bad one", **written)

    status, said = server.upgrade()

    assert status == 1 and "新版在备份上没试成" in said and "退回来了" in said
    assert (server.home / "linli.db").read_bytes() == before
    assert is_as_before(server)


def test_a_version_that_fails_after_the_migration_gives_the_database_back(server: Server) -> None:
    broken = (
        (server.origin / FILES["checks"])
        .read_text()
        .replace(
            'sound = Finding("database", True,',
            'return [Finding("database-empty", False, {"file": "planted"})]\n    x = (',
        )
    )
    server.publishes("a bad one", migration=TABLE, checks=broken)

    status, said = server.upgrade()

    assert status == 1 and "数据库升级好了" in said and "新版检查没通过" in said and "退回来了" in said
    assert is_as_before(server)


def test_make_knows_the_way() -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not on this machine")
    planned = subprocess.run(["make", "-n", "upgrade"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert "-m bot upgrade" in planned


def test_without_a_network_nothing_changes(server: Server) -> None:
    shutil.rmtree(server.origin)

    status, said = server.upgrade()

    assert status == 1 and "新版下载不了，什么都没动" in said
    assert server.linli("check")[1].count("✔ 数据库完好") == 1 and server.subject == "the first version"


def test_changed_program_files_are_not_overwritten(server: Server) -> None:
    server.publishes("a good one", news="# Changelog\n")
    (server.home / "CHANGELOG.md").write_text("mine\n")

    status, said = server.upgrade()

    assert status == 1 and "git stash" in said
    assert (server.home / "CHANGELOG.md").read_text() == "mine\n" and server.subject == "the first version"


def test_a_running_house_without_a_service_is_asked_to_stop_first(server: Server) -> None:
    server.publishes("a good one", migration=TABLE)

    with files.locked(server.home / "linli.db"):
        status, said = server.upgrade()

    assert status == 1 and "邻里正在跑" in said and server.subject == "the first version"


def test_an_upgrade_that_was_cut_short_goes_on(server: Server) -> None:
    old = server.git("rev-parse", "HEAD")
    (server.home / ".git" / "linli-upgrade-from").write_text(f"{old} {files.newest_version()}")
    server.publishes("a bad one", migration="CREATE TABLE people (id INTEGER) STRICT;\n")
    server.git("pull", "--quiet", "--ff-only")

    status, said = server.upgrade()

    assert status == 1 and "退回来了" in said and is_as_before(server)


@pytest.fixture
def systemd(server: Server, tmp_path: Path) -> Callable[[], list[str]]:
    """A machine with the service on it; → what systemctl was told, without the questions."""
    tools, log = tmp_path / "tools", tmp_path / "log"
    tools.mkdir()
    for name, text in (("systemctl", SYSTEMCTL.format(log=log, home=server.home)), ("sudo", '#!/bin/sh\nexec "$@"\n')):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    server.path.append(tools)

    def told() -> list[str]:
        return [line for line in log.read_text().splitlines() if not line.startswith(("cat", "show"))]

    return told


def test_a_service_is_stopped_for_the_migration_and_started_again(
    server: Server, systemd: Callable[[], list[str]]
) -> None:
    server.publishes("a good one", migration=TABLE)

    status, said = server.upgrade()

    assert status == 0 and "✔ linli 在跑了" in said
    assert systemd() == ["stop linli", "stop linli", "start --no-block linli"]


def test_a_service_that_falls_over_is_put_back_with_its_database(
    server: Server, systemd: Callable[[], list[str]]
) -> None:
    server.publishes("one that falls over", migration=TABLE)

    status, said = server.upgrade()

    assert status == 1 and "新版跑不起来" in said and "退回来了" in said
    assert systemd()[-1] == "start --no-block linli" and is_as_before(server)
