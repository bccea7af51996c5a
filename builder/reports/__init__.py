"""PeriodSummary and the principal's text → one neutral Report → writers per format, which lay out and never count."""
