"""What the database holds about a person: how it is handed over, and how it is forgotten."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trace:
    """A column that names a person. Both statements take the person's id; `forget=None`: the row stays by design."""

    column: str
    export: str
    forget: str | None
