"""Texts of what stands around the posts → partners, plans, reports, the introduction."""
