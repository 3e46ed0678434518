"""Parts of a set and the set: by the words between them, by a pronoun, by the noun, by what befell them."""
