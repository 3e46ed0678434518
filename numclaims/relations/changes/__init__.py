"""A quantity before and after, with the change that the text states."""
