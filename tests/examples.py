"""How many examples a test draws, as a factor of what the profile of the run says."""

from typing import Any

from hypothesis import settings


def times(factor: float, **options: Any) -> settings:
    """Draw more examples than other tests do, or fewer.

    Arguments:
        factor: How many for each one of the profile; 1 is what other tests draw.
        options: Further settings of the test.
    """
    return settings(max_examples=max(1, round(settings().max_examples * factor)), **options)
