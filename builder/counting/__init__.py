"""From the library to the numbers of its years; numbers are made here and nowhere else."""

from builder.counting.periods import count_library, count_period
from builder.counting.persons import check_reports
from builder.counting.tallies import count_activities

__all__ = ["check_reports", "count_activities", "count_library", "count_period"]
