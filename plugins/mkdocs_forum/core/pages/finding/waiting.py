"""How long a question has waited for an answer."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True)
class Waited:
    """A time as people tell it: in years, or in months where it is less than one."""

    years: int = 0
    months: int = 0

    def __bool__(self) -> bool:
        """Whether it is worth telling."""
        return self != Waited()


def waited(since: datetime.date, today: datetime.date) -> Waited:
    """Give the time between two days; what is left of a year or a month doesn't count."""
    months = 12 * (today.year - since.year) + today.month - since.month
    months = max(0, months - (today.day < since.day))
    return Waited(years=months // 12) if months >= 12 else Waited(months=months)
