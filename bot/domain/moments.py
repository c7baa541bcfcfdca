"""Lengths of time, in seconds."""

HOUR, DAY = 3600, 86_400
