"""From figures, days and other documents to the words in which official sentences name them."""
