"""`make upgrade`: snapshot, fetch, install, migrate, check, restart; or back again to what ran before.

Everything up to the migration happens beside the running house. The migration is rehearsed on a copy by the new
program itself; the way back restores what was saved with the house at rest, before the old program returns, so that
at no moment there is a program that cannot open its database.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.i18n import Words
from bot.runtime.plan import Plan
from bot.runtime.service import Service
from storage import files
from storage.database import Database
from storage.files import DatabaseRefused

ROOT = Path(__file__).parents[2]
FAILED = 1


class Fails(Exception):
    """A step did not work out; `said` is one line about it."""

    def __init__(self, key: str, said: str = ""):
        super().__init__(key)
        self.key, self.said = key, said


@dataclass
class Upgrade:
    plans: list[Plan]
    config: Path
    t: Words
    service: Service = field(init=False)
    kept: dict[Path, Path] = field(default_factory=dict)  # database → its copy from before the migration

    def __post_init__(self) -> None:
        self.service = Service.of(self.config)

    def go(self) -> int:
        """Exit status: 0 it runs the newest, 1 it runs what it ran before."""
        try:
            self._may_begin()
            self._save()
            old = self._fetch()
        except (Fails, DatabaseRefused) as error:
            return self._sorry(error)
        try:
            self._install()
            self._step("rehearse", "upgrade-no-rehearsal")
            self._migrate()
            self._step("check", "upgrade-no-check")
            self._start()
        except (Fails, DatabaseRefused, KeyboardInterrupt) as error:
            self._sorry(error)
            return self._back(old)
        self._mark.unlink(missing_ok=True)
        was, now = self._named(old), self._named("HEAD")
        if was != now:
            self._say("upgrade-done", was=was, now=now)
        return 0

    def _say(self, key: str, /, **blanks: object) -> None:
        print(self.t(key, **blanks), flush=True)

    def _sorry(self, error: BaseException) -> int:
        if isinstance(error, DatabaseRefused):
            self._say("check-bad", what=self.t(error.code, **error.details))
        elif isinstance(error, Fails):
            self._say("check-bad", what=self.t(error.key))
            if error.said:
                print(f"   {error.said}")
        return FAILED

    def _may_begin(self) -> None:
        if not (ROOT / ".git").exists():
            raise Fails("upgrade-no-git")
        changed = _git("status", "--porcelain", "--untracked-files=no")
        if changed.returncode:
            raise Fails("upgrade-no-git", _last_line(changed.stderr))
        if changed.stdout.strip():
            raise Fails("upgrade-changed")
        if not self.service.installed:
            for plan in self.plans:
                self._is_at_rest(plan.database)

    @staticmethod
    def _is_at_rest(database: Path) -> None:
        """Without a service nobody can stop a running house for the steward."""
        try:
            with files.locked(database):
                return
        except DatabaseRefused as error:
            raise Fails("upgrade-running") if error.code == "database-in-use" else error from None

    def _save(self) -> None:
        for plan in self.plans:
            made = files.nightly(plan.database, plan.backups, datetime.now(UTC))
            self._say("upgrade-saved", file=str(made))

    @property
    def _mark(self) -> Path:
        """Names the program from before and its databases' versions, until the upgrade is over."""
        return Path(_git("rev-parse", "--absolute-git-dir").stdout.strip()) / "linli-upgrade-from"

    def _cut_short(self) -> str | None:
        """The program from before an upgrade that never ended, if it can open the databases as they are now."""
        if not self._mark.exists():
            return None
        old, _, versions = self._mark.read_text().partition(" ")
        return old if versions == self._versions() else None

    def _versions(self) -> str:
        return ",".join(str(files.inspect(plan.database, plan.backups)) for plan in self.plans)

    def _fetch(self) -> str:
        """The program that ran before; what is fetched takes its place on disk."""
        before = _git("rev-parse", "HEAD").stdout.strip()
        old = self._cut_short() or before
        self._mark.write_text(f"{old} {self._versions()}")
        pulled = _git("pull", "--ff-only", "--quiet")
        if pulled.returncode:
            raise Fails("upgrade-no-fetch", _last_line(pulled.stderr))
        self._say("upgrade-newest" if _git("rev-parse", "HEAD").stdout.strip() == before else "upgrade-fetched")
        return old

    def _install(self) -> None:
        done = _run("make", "--no-print-directory", "--silent", ".venv/.ready")
        if done.returncode:
            raise Fails("upgrade-no-install", _last_line(done.stderr))
        self._say("upgrade-installed")

    def _step(self, name: str, otherwise: str) -> None:
        """One step of the program that is on disk now, in a process of its own."""
        command = [sys.executable, "-m", "bot", "--lang", self.t.lang, "upgrade-step", name, "--config"]
        done = _run(*command, str(self.config.absolute()))
        print(done.stdout, end="", flush=True)
        if done.returncode:
            raise Fails(otherwise, _last_line(done.stderr))

    def _migrate(self) -> None:
        """With the house at rest; what it was like before is kept until the next upgrade."""
        due = [plan for plan in self.plans if files.inspect(plan.database, plan.backups) < files.newest_version()]
        if not due:
            return
        if self.service.installed and not self.service.stop():
            raise Fails("upgrade-no-stop")
        for plan in due:
            copy = plan.backups / "before-upgrade.db"
            copy.unlink(missing_ok=True)
            self.kept[plan.database] = files.snapshot(plan.database, copy)
        self._step("migrate", "upgrade-no-migration")

    def _start(self) -> None:
        if not self.service.installed:
            return self._say("upgrade-start-yourself")
        if not (self.service.stop() and self.service.start()):
            raise Fails("upgrade-no-start")
        self._say("upgrade-started", service=self.service.name)

    def _back(self, old: str) -> int:
        """The database first, the program after it: the new one opens the old database, never the other way round."""
        with _undisturbed():
            if self.service.installed:
                self.service.stop()
            for database, copy in self.kept.items():
                if files.inspect(database, None) > files.inspect(copy, None):
                    files.restore(copy, database, datetime.now(UTC))
            _git("reset", "--hard", "--quiet", old)
            try:
                self._install()
            except Fails as error:
                self._sorry(error)
            if self.service.installed:
                self.service.start()
            self._mark.unlink(missing_ok=True)
            self._say("upgrade-back", was=self._named(old))
        return FAILED

    def _named(self, commit: str) -> str:
        return _git("show", "--no-patch", "--format=%cs %h", commit).stdout.strip()


def step(name: str, plans: list[Plan], t: Words) -> int:
    """What the program that was fetched does for the one that fetched it."""
    try:
        for plan in plans:
            if name == "rehearse":
                _rehearse(plan)
            elif name == "migrate":
                asyncio.run(_opens(plan.database, plan.backups))
            else:
                _look(plan, t)
    except DatabaseRefused as refused:
        print(t(refused.code, **refused.details), file=sys.stderr)
        return FAILED
    if name != "check":
        print(t("upgrade-rehearsed" if name == "rehearse" else "upgrade-migrated"))
    return 0


def _rehearse(plan: Plan) -> None:
    newest = files.snapshots(plan.backups)[0]
    with tempfile.TemporaryDirectory(dir=plan.backups, prefix="rehearsal-") as folder:
        copy = files.snapshot(newest, Path(folder) / "linli.db")
        asyncio.run(_opens(copy, Path(folder) / "backups"))
        files.verify(copy)


async def _opens(database: Path, backups: Path) -> None:
    """Opened as a start would: checked and migrated."""
    async with await Database.open(database, backups) as db:
        await db.read.places.root()


def _look(plan: Plan, t: Words) -> None:
    """Says everything that `linli check` says; only the database itself decides whether the upgrade stays."""
    from bot.runtime import checks  # Telegram's library with it, which a migration does without

    for finding in asyncio.run(checks.findings(plan)):
        print(t("check-ok" if finding.well else "check-bad", what=t(f"check-{finding.what}", **finding.details)))
        if finding.what.startswith("database") and not finding.well:
            raise DatabaseRefused(finding.what, **finding.details)


def _git(*words: str) -> subprocess.CompletedProcess[str]:
    return _run("git", *words)


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
    return subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """The way back is gone to its end."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
