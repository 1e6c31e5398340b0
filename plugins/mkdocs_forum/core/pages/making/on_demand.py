"""Values that are made when they are asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class OnDemand(Mapping[str, T], Generic[T]):
    """Values by their keys, each made when it is first asked for."""

    def __init__(self, keys: Collection[str], make: Callable[[str], T]) -> None:
        """Take what there is.

        Arguments:
            keys: The keys of all values, in their order.
            make: Makes the value of a key.
        """
        self._keys, self._make = keys, make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)
