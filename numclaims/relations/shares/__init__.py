"""Percentages and fractions with the counts they are stated of, and those that divide one whole."""
