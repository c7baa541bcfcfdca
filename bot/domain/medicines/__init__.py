"""Medicines between neighbours: the lists that decide about a name, and what a giver confirms before giving one."""

from bot.domain.medicines.giving import MOST, STEPS, YEARS, Checklist, last_day, read_expiry
from bot.domain.medicines.lists import (
    Category,
    Change,
    Entry,
    Judgement,
    Lists,
    Otc,
    Prescription,
    Unknown,
    is_medicine,
    judge,
    names_a_price,
    own_key,
    read,
    spelt,
    suggest,
)

__all__ = [
    "MOST",
    "STEPS",
    "YEARS",
    "Category",
    "Change",
    "Checklist",
    "Entry",
    "Judgement",
    "Lists",
    "Otc",
    "Prescription",
    "Unknown",
    "is_medicine",
    "judge",
    "last_day",
    "names_a_price",
    "own_key",
    "read",
    "read_expiry",
    "spelt",
    "suggest",
]
