"""A Report → an official document for Word, laid out by Decree 30/2020/NĐ-CP."""
