"""An independent judge of Bot API calls: aiogram's models of the methods."""

import json
from typing import Any

import aiogram.methods
from aiogram.methods import TelegramMethod
from pydantic import BaseModel, ValidationError


class BadCall(Exception):
    """What is wrong with a call, in a sentence."""


def judge(method: str, params: dict[str, Any]) -> TelegramMethod[Any]:
    """Reads a call (its parameters as they were sent, JSON values still text or not) as aiogram's model of it.

    Raises BadCall for an unknown method, a missing, unknown or wrongly typed parameter, at any depth.
    """
    name = method[:1].upper() + method[1:]
    model = getattr(aiogram.methods, name, None)
    if not (isinstance(model, type) and issubclass(model, TelegramMethod)):
        raise BadCall(f"there is no method {method}")
    values = {key: _decoded(value) for key, value in params.items() if value is not None}
    try:
        call: TelegramMethod[Any] = model.model_validate(values)
    except ValidationError as error:
        raise BadCall(f"{method}: {error}") from None
    if unknown := _unknown(call, method):
        raise BadCall(f"unknown: {', '.join(unknown)}")
    return call


def _decoded(value: Any) -> Any:
    """JSON objects and arrays travel as text in forms; everything else pydantic reads from text by itself."""
    if isinstance(value, str) and value[:1] in ("[", "{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value


def _unknown(thing: Any, path: str) -> list[str]:
    if isinstance(thing, BaseModel):
        found = [f"{path}.{key}" for key in thing.model_extra or {}]
        return found + [
            problem for key in type(thing).model_fields for problem in _unknown(getattr(thing, key), f"{path}.{key}")
        ]
    if isinstance(thing, list):
        return [problem for number, item in enumerate(thing) for problem in _unknown(item, f"{path}[{number}]")]
    return []


def result_type(method: str) -> Any:
    """What aiogram expects the method to return."""
    return getattr(aiogram.methods, method[:1].upper() + method[1:]).__returning__
