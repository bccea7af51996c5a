"""School outreach news: posts in, the school's section and its yearly figures out."""

__version__ = "0.1.0"
