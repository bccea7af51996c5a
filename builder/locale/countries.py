"""Countries by their two letters (ISO 3166-1 alpha-2) and by their Vietnamese and English names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale

from builder.model.addresses import fold_key

_LETTERS = re.compile(r"[A-Z]{2}")
_NO_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"}
)
"""Codes of the territory data that are not assigned by the standard."""


_OTHER_NAMES = MappingProxyType(
    {
        "my": "US", "usa": "US", "anh": "GB", "anh_quoc": "GB", "uk": "GB", "uc": "AU", "y": "IT",
        "nhat": "JP", "han": "KR", "cu_ba": "CU", "hong_kong": "HK", "mien_dien": "MM", "uae": "AE",
    }
)  # fmt: skip
"""Folded names of every day that the territory data lacks."""


def is_country(code: str) -> bool:
    """Whether two capital letters are the code of a country."""
    return code in _names("en")


def find_country(name: str) -> str | None:
    """Code of the country that a Vietnamese or English name means."""
    return _codes().get(fold_key(name))


@cache
def _names(language: str) -> Mapping[str, str]:
    """Code → name."""
    territories = Locale.parse(language).territories
    return MappingProxyType(
        {
            code: name
            for code, name in territories.items()
            if _LETTERS.fullmatch(code) and code not in _NO_COUNTRIES
        }
    )


@cache
def _codes() -> Mapping[str, str]:
    """Folded name → code."""
    pairs = [pair for language in ("en", "vi") for pair in _names(language).items()]
    return MappingProxyType({**_OTHER_NAMES, **{fold_key(name): code for code, name in pairs}})
