"""From what was written for a document to what it cannot print as it was meant."""
