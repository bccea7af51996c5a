"""Pictures whose consent was withdrawn → a library that shows none of them."""
