"""What of one JSON value is missing or different in another."""

from typing import Any


def losses(before: Any, after: Any, path: str = "") -> list[str]:
    """Paths of `before` that `after` does not have, or has otherwise."""
    if isinstance(before, dict):
        if not isinstance(after, dict):
            return [path]
        return [loss for key, value in before.items() for loss in losses(value, after.get(key), f"{path}.{key}")]
    if isinstance(before, list):
        if not isinstance(after, list) or len(before) != len(after):
            return [path]
        pairs = enumerate(zip(before, after, strict=True))
        return [loss for number, (one, other) in pairs for loss in losses(one, other, f"{path}[{number}]")]
    return [] if before == after else [f"{path}: {before!r} → {after!r}"]
