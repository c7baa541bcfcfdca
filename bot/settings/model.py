"""What can be set, and what holds when nothing is said. Built from config.toml, or by hand for a playground."""

from collections.abc import Mapping
from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    SecretStr,
    field_validator,
    model_validator,
)

from bot.settings import checks

LEVELS = ("debug", "info", "warning", "error")

Name = Annotated[str, PlainValidator(checks.name)]
Token = Annotated[SecretStr, BeforeValidator(checks.token)]
File = Annotated[Path, PlainValidator(checks.path)]
Clock = Annotated[time, PlainValidator(checks.clock)]
Zone = Annotated[str, PlainValidator(checks.zone)]
Days = Annotated[int, PlainValidator(checks.days)]
Span = tuple[time, time]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, validate_by_name=True)


class Community(Part):
    """One community: one bot token, one database."""

    name: Name
    token: Token
    token_file: File | None = None
    database: File = Field(default=Path("linli.db"), validate_default=True)
    backups: File | None = None
    """Where the nightly snapshots go; beside the database if not said."""
    zone: Zone = "Asia/Shanghai"
    """An IANA name that `ZoneInfo` knows."""
    language: Annotated[Literal["zh", "en"], PlainValidator(checks.one_of("zh", "en"))] = "zh"
    night: Annotated[Span, PlainValidator(checks.span)] = (time(22), time(7))
    rest: Annotated[Span | None, PlainValidator(checks.span_or_none)] = (time(12, 30), time(14))
    """`[]` in the file: no midday rest."""
    morning: Clock = time(7, 30)
    keep_pleas: Days = 365
    """Days after its end that who asked for what stays."""
    keep_plea_words: Days = 30
    """Days after its end that the rest of a plea stays: what else was said, perhaps an illness, a voice, a box."""
    work: Annotated[Span, PlainValidator(checks.day)] = (time(8, 30), time(17, 30))
    """When whoever repairs is at work, and whoever answers for a place: deadlines stand still outside it."""
    workdays: Annotated[tuple[int, ...], PlainValidator(checks.weekdays)] = (1, 2, 3, 4, 5)
    """1 is Monday, 7 is Sunday."""
    numbers: Mapping[str, str] = Field(default_factory=lambda: checks.numbers({}))
    """Emergency numbers by name: the country's, and over them the file's, where an empty one takes a number away."""

    @field_validator("numbers", mode="plain")
    @classmethod
    def _dialable(cls, given: Any) -> Mapping[str, str]:
        return checks.numbers(given, not_a_name=cls.model_fields)


class Telegram(Part):
    base_url: Annotated[str, PlainValidator(checks.base_url)] = "https://api.telegram.org"
    """Without the `/bot<token>` that follows, and without a slash at the end."""
    proxy: Annotated[str | None, PlainValidator(checks.proxy)] = Field(default=None, repr=False)
    """May carry a password, so it is not shown."""


class Health(Part):
    """Where /healthz answers; port 0 is nowhere."""

    host: Annotated[str, PlainValidator(checks.host)] = "127.0.0.1"
    port: Annotated[int, PlainValidator(checks.port)] = 8081


class Settings(Part):
    log_level: Annotated[str, PlainValidator(checks.one_of(*LEVELS))] = "info"
    communities: tuple[Community, ...] = Field(default=(), validation_alias="community")
    telegram: Telegram = Telegram()
    health: Health = Health()

    @model_validator(mode="after")
    def _each_on_its_own(self) -> Self:
        checks.each_on_its_own(self.communities)
        return self
