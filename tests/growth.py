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
_FEWEST, _MOST = 3, 12
"""Measurements before growth is believed to be small, and after which it is believed to be large: a
busy machine spoils some of them, never all."""


def growth(work: Callable[[str], object], make: Callable[[int], str], size: int = SIZE) -> float:
    """Give how many times longer some work takes on a text of four times the length.

    Both are measured by turns in the processor's time. The shortest of each counts: of three, or of
    more as long as growth isn't less than `LINEAR`.

    Arguments:
        work: The work.
        make: Gives a text of a length.
        size: Characters of the shorter text.
    """
    texts = make(size), make(4 * size)
    shortest = [float("inf")] * 2
    found = float("inf")
    for number in range(1, _MOST + 1):
        # Another text each time: what was found of a text may be remembered.
        times = [_time(work, f"{number}{text}") for text in texts]
        shortest = [min(pair) for pair in zip(shortest, times, strict=True)]
        short, long = (max(time, _READABLE) for time in shortest)
        found = long / short
        if number >= _FEWEST and found < LINEAR:
            break
    return found


def _time(work: Callable[[str], object], text: str) -> float:
    # What is collected meanwhile was left by others.
    gc.disable()
    start = process_time()
    work(text)
    taken = process_time() - start
    gc.enable()
    return taken
