"""Jobs: slow work that was promised; the row is gone once it is done."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from storage.sql import Store


@dataclass(frozen=True)
class Job:
    id: int
    kind: str
    payload: Mapping[str, Any]
    failures: int


class Jobs(Store):
    async def promise(self, kind: str, payload: Mapping[str, Any], at: int) -> None:
        await self.sql.run(
            "INSERT INTO jobs (kind, payload, promised_at) VALUES (?, ?, ?)",
            kind, json.dumps(payload, ensure_ascii=False), at,
        )  # fmt: skip

    async def next(self, at: int) -> Job | None:
        row = await self.sql.row(
            "SELECT id, kind, payload, failures FROM jobs WHERE not_before <= ? ORDER BY id LIMIT 1", at
        )
        return Job(row["id"], row["kind"], json.loads(row["payload"]), row["failures"]) if row else None

    async def done(self, job_id: int) -> None:
        await self.sql.run("DELETE FROM jobs WHERE id = ?", job_id)

    async def put_off(self, job_id: int, until: int) -> None:
        await self.sql.run("UPDATE jobs SET failures = failures + 1, not_before = ? WHERE id = ?", until, job_id)
