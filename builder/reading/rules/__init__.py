"""What a text shows and how the school publishes → findings on privacy, law and accessibility.

A rule is a function from a `ReviewedText` to findings; `catalog.py` lists them with
the names that configuration.md gives them. A new rule is a function in one of these
modules, a row there, and its sentences in the catalogs of `locale`.
"""
