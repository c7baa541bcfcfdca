"""Letting go in time: every night what was kept long enough goes, each kind in a transaction of its own."""

from __future__ import annotations

from handlers.context import Turn, later
from handlers.context.neighbourhood import Neighbourhood
from handlers.doors import rings
from handlers.features import Keep
from handlers.privacy import agreeing
from handlers.privacy.leaving import GOODBYE, every_trace

KEEPS = [
    Keep("letters", 90, lambda tx, before: tx.privacy.prune_letters(before)),
    Keep("consents", 365, lambda tx, before: tx.privacy.prune_consents(before)),
    Keep("notes", 7, lambda tx, before: tx.privacy.prune_notes(before)),
    Keep("codes", 30, lambda tx, before: tx.privacy.prune_codes(before)),
    Keep("wrong-codes", 2, lambda tx, before: tx.privacy.prune_wrong_codes(before)),
    Keep("questions", 1, lambda tx, before: tx.privacy.prune_questions(before)),
    Keep("copies", 2, lambda tx, before: tx.privacy.prune_copies(before)),
    Keep("seen", 2, lambda tx, before: tx.house.prune_seen(before)),
    Keep("parked", 90, lambda tx, before: tx.privacy.prune_parked(before)),
]

STRANGERS = "strangers"
"""Accounts that passed by: forgotten by every feature's traces, so no single feature lets go of them."""

STRANGERS_DAYS = 365
STRANGERS_A_NIGHT = 100


@rings("keep.prune")
async def tonight(turn: Turn) -> None:
    """After the snapshot; what fails is put off alone and holds up nothing else."""
    await turn.alarm("keep.prune", "house", later(turn.now, days=1))
    for key in keeps(turn.house):
        await turn.alarm("keep.one", key, turn.now)
    await turn.alarm("keep.one", STRANGERS, turn.now)
    for room_id in await turn.tx.privacy.rooms_to_leave(GOODBYE):
        await turn.tx.privacy.room_is_left(room_id)
    await agreeing.ask_again(turn)


@rings("keep.one")
async def one_kind(turn: Turn) -> None:
    if turn.thing == STRANGERS:
        how_many = await _strangers(turn)
    elif keep := keeps(turn.house).get(turn.thing):
        how_many = await keep.prune(turn.tx, later(turn.now, days=-days(turn.house, keep)))
    else:  # a feature that is gone
        return
    await turn.tx.privacy.let_go(turn.thing, turn.now, how_many)


def keeps(house: Neighbourhood) -> dict[str, Keep]:
    return {keep.key: keep for feature in house.features for keep in feature.keeps}


def days(house: Neighbourhood, keep: Keep) -> int:
    """As the settings say, else as the feature does."""
    return house.keep_days.get(keep.key, keep.days)


async def _strangers(turn: Turn) -> int:
    """Accounts that once passed by, and nothing holds here any more."""
    before, traces = later(turn.now, days=-STRANGERS_DAYS), every_trace(turn.house)
    found = await turn.tx.privacy.strangers(before, STRANGERS_A_NIGHT)
    for person_id in found:
        await turn.tx.privacy.forget_promises(person_id, traces)
        await turn.tx.privacy.forget(person_id, traces, [])
    for room_id in await turn.tx.privacy.rooms_to_leave(GOODBYE) if found else []:
        await turn.tx.privacy.room_is_left(room_id)
    return len(found)
