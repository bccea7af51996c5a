"""Options of Markdown extensions: as the configuration states them → as extensions take them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pkgutil import resolve_name

_NAME = "!!python/name:"
_CALL = "!!python/object/apply"


def plain_options(options: object) -> object:
    """Options in dicts and lists, as extensions expect them."""
    if isinstance(options, Mapping):
        return {key: plain_options(value) for key, value in options.items()}
    if isinstance(options, list | tuple):
        return [plain_options(value) for value in options]
    return options


def resolve_options(options: object) -> object:
    """Options with the Python objects that they name in place of the names.

    `!!python/name:a.b` names the object `b` of `a`; a mapping with the key
    `!!python/object/apply` names a function, which is called with its `args` and `kwds`.
    An ImportError or AttributeError says that a name leads nowhere.
    """
    if isinstance(options, str) and options.startswith(_NAME):
        return _find_object(options.removeprefix(_NAME))
    if isinstance(options, list):
        return [resolve_options(value) for value in options]
    if not isinstance(options, dict):
        return options
    resolved = {key: resolve_options(value) for key, value in options.items() if key != _CALL}
    if _CALL not in options:
        return resolved
    function: Callable[..., object] = _find_object(str(options[_CALL]))
    arguments, named = resolved.get("args", []), resolved.get("kwds", {})
    return function(
        *(arguments if isinstance(arguments, list) else []),
        **(named if isinstance(named, dict) else {}),
    )


def _find_object(name: str) -> Callable[..., object]:
    """The object of a dotted name."""
    found: Callable[..., object] = resolve_name(name)
    return found
