"""Library → PeriodSummary: numbers are made here and nowhere else."""
