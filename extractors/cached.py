"""Properties that are read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar, overload

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class cached(Generic[_Owner, _Value]):  # noqa: N801 - a decorator, named as the one that it stands for
    """:class:`functools.cached_property` without a lock, which up to Python 3.11 takes longer than most readings."""

    def __init__(self, read: Callable[[_Owner], _Value]) -> None:
        self._read = read
        self.__doc__ = read.__doc__

    def __set_name__(self, owner: type[_Owner], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[_Owner]) -> cached[_Owner, _Value]: ...
    @overload
    def __get__(self, instance: _Owner, owner: type[_Owner]) -> _Value: ...

    def __get__(self, instance: _Owner | None, owner: type[_Owner]) -> cached[_Owner, _Value] | _Value:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._read(instance)
        return value
