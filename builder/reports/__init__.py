"""PeriodSummary and the principal's text → one neutral Report → writers, which never count."""
