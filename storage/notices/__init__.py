"""Notices' rows: what people are told, whose turn is still to come, who has said that they know."""

from storage.notices.rows import TRACES, Notices, notice

__all__ = ["TRACES", "Notices", "notice"]
