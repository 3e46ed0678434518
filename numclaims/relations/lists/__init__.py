"""Announced lists with their items, and ordinals with the counts they follow."""
