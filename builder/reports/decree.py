"""Parts of a document in; out come the words round them that Decree 30/2020/NĐ-CP lays down.

They are those of its Annex I, Vietnamese whatever the site's language; every
writer takes them from here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from builder.model.report import Letterhead

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
TO = "Kính gửi:"
RECIPIENTS = "Nơi nhận:"

_NO_NUMBER = "\u00a0" * 6
"""Room to write a number in by hand; ordinary blanks would shrink to one."""

_NO_DAY = "ngày …… tháng …… năm ………"


def write_number(letterhead: Letterhead) -> str:
    """`Số: 05/BC-THCSHM`; a number under 10 has a zero, one not given yet leaves room (item 3)."""
    number = letterhead.number
    if number is None:
        return f"Số:{_NO_NUMBER}/{letterhead.symbol}"
    return f"Số: {number.zfill(2) if number.isdecimal() else number}/{letterhead.symbol}"


def write_place_and_day(letterhead: Letterhead) -> str:
    """`Sao Mai, ngày 05 tháng 02 năm 2024`, with room for a day that is not given yet (item 4)."""
    return f"{letterhead.place}, {write_day(letterhead.day)}"


def write_day(day: date | None) -> str:
    """`ngày 05 tháng 02 năm 2024`: zeros before days under 10 and months 1 and 2 alone (item 4)."""
    if day is None:
        return _NO_DAY
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def list_addressees(addressees: Sequence[str]) -> tuple[str, ...]:
    """Lines of “Kính gửi:”: one addressee beside it, several each on a line of its own (item 9)."""
    if len(addressees) == 1:
        return (f"{TO} {_close(addressees[0], '.')}",)
    return (TO, *_list_items(addressees)) if addressees else ()


def list_recipients(recipients: Sequence[str]) -> tuple[str, ...]:
    """Lines under “Nơi nhận:”, each with its dash and closing sign (item 9)."""
    return _list_items(recipients)


def _list_items(items: Sequence[str]) -> tuple[str, ...]:
    """Items with a dash before and a semicolon behind, a full stop behind the last."""
    last = len(items) - 1
    return tuple(
        f"- {_close(item, '.' if place == last else ';')}" for place, item in enumerate(items)
    )


def _close(text: str, sign: str) -> str:
    """The text with this sign at its end, whatever it was closed with."""
    return text.rstrip(" .;,") + sign
