"""What every frontmatter is: values of known keys, which never change."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if item is not None}
    return value


class Meta(BaseModel):
    """What every frontmatter has in common: it is never changed and knows its keys."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        use_attribute_docstrings=True,
        # A build whose files were read before validates hardly any of them.
        defer_build=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _skip_empty(cls, value: Any) -> Any:
        """Take a key without a value as absent, so that forms may be filled in part."""
        return _without_empty(value)
