"""Posts by year → parts of the index: an edit makes one anew, and a browser joins them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.model.search import SearchPart

PART_PAGES = 1000
"""Most posts of past years in one part: Pagefind takes 250 MB and two seconds for as many."""

NEWEST_PAGES = 300
"""Most posts of the newest year in one part: most edits fall here, and cost half a second."""


def plan_parts(posts: Iterable[tuple[int, str]]) -> tuple[SearchPart, ...]:
    """Parts of posts given by year and address, oldest first.

    A browser asks for every part, so a small school has few. Parts end where
    years end: what is added to one year leaves the others as they are.
    """
    years: dict[int, list[str]] = {}
    for year, address in posts:
        years.setdefault(year, []).append(address)
    if not years:
        return ()
    newest = max(years)
    past = {year: addresses for year, addresses in sorted(years.items()) if year != newest}
    return (
        *(part for joined in _join_years(past) for part in _cut(joined, past, PART_PAGES)),
        *_cut([newest], years, NEWEST_PAGES),
    )


def _join_years(years: Mapping[int, Sequence[str]]) -> Iterator[list[int]]:
    """Years one after another that fit into one part together; a large one stands alone."""
    joined: list[int] = []
    pages = 0
    for year, addresses in years.items():
        if joined and pages + len(addresses) > PART_PAGES:
            yield joined
            joined, pages = [], 0
        joined.append(year)
        pages += len(addresses)
    if joined:
        yield joined


def _cut(
    joined: Sequence[int], years: Mapping[int, Sequence[str]], most: int
) -> Iterator[SearchPart]:
    """Parts of at most so many posts, numbered where there are several."""
    addresses = [one for year in joined for one in years[year]]
    name = "-".join(dict.fromkeys((str(joined[0]), str(joined[-1]))))
    for start in range(0, len(addresses), most):
        number = f".{start // most + 1}" if len(addresses) > most else ""
        yield SearchPart(f"{name}{number}", tuple(addresses[start : start + most]))
