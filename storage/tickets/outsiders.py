"""Who outside keeps something of ours running: the lift's maintenance, the waterworks, a contractor. No account."""

from __future__ import annotations

from dataclasses import dataclass

from storage.sql import Store


@dataclass(frozen=True)
class Outsider:
    """An entry of the address book. `work`: the category they are for; "": any."""

    id: int
    place_id: int
    name: str
    phone: str
    work: str


class Outsiders(Store):
    async def add(self, place_id: int, name: str, phone: str, work: str) -> int:
        return int(
            await self.sql.value(
                "INSERT INTO outsiders (place_id, name, phone, work) VALUES (?, ?, ?, ?) RETURNING id",
                place_id, name, phone, work,
            )
        )  # fmt: skip

    async def get(self, number: int) -> Outsider | None:
        row = await self.sql.row("SELECT id, place_id, name, phone, work FROM outsiders WHERE id = ?", number)
        return Outsider(**row) if row else None

    async def for_place(self, place_id: int, category: str = "") -> list[Outsider]:
        """Who is responsible for a place, those of this work first."""
        rows = await self.sql.rows(
            """SELECT outsiders.id, outsiders.place_id, name, phone, work
               FROM above CROSS JOIN outsiders ON outsiders.place_id = above_id
               WHERE above.place_id = ? AND gone_at IS NULL ORDER BY work <> ?, distance, outsiders.id""",
            place_id, category,
        )  # fmt: skip
        return [Outsider(**row) for row in rows]

    async def change(self, number: int, name: str, phone: str, work: str) -> None:
        await self.sql.run("UPDATE outsiders SET name = ?, phone = ?, work = ? WHERE id = ?", name, phone, work, number)

    async def goes(self, number: int, at: int) -> None:
        """Not offered any more; what waits for them keeps their name."""
        await self.sql.run("UPDATE outsiders SET gone_at = ? WHERE id = ?", at, number)

    async def comes_back(self, number: int) -> None:
        await self.sql.run("UPDATE outsiders SET gone_at = NULL WHERE id = ?", number)
