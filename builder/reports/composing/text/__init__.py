"""From the Markdown that a principal or a plan writes to sections of paragraphs and tables."""
