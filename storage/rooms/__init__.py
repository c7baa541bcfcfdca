"""Rooms: a chat, or a topic in one. Cards and notes name rooms, never chats."""

from storage.rooms.entering import room
from storage.rooms.rows import TRACES, Rooms, Wish

__all__ = ["TRACES", "Rooms", "Wish", "room"]
