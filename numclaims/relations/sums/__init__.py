"""Totals with their parts, and products with their factors."""
