"""Library and PeriodSummary → SiteFiles; reads no file, no clock, no environment."""
