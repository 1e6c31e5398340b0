"""How the time of some work grows with the length of a text."""

import gc
from collections.abc import Callable
from time import process_time

SIZE = 20_000
"""Characters of the shorter text."""
LINEAR = 8
"""Growth below which time is taken for proportional to length; with its square it would be 16."""
_READABLE = 0.02
"""Seconds below which a time says nothing."""


def growth(work: Callable[[str], object], make: Callable[[int], str]) -> float:
    """Give how many times longer some work takes on a text of four times the length.

    Both are measured in one run, in the processor's time, the shortest of three each.
    """
    short, long = (_shortest(work, make(size)) for size in (SIZE, 4 * SIZE))
    return max(long, _READABLE) / max(short, _READABLE)


def _shortest(work: Callable[[str], object], text: str) -> float:
    times = []
    # What is collected meanwhile was left by others.
    gc.disable()
    for number in range(3):
        # Another text each time: what was found of a text may be remembered.
        given = f"{number}{text}"
        start = process_time()
        work(given)
        times.append(process_time() - start)
    gc.enable()
    return min(times)
