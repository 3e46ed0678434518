"""When a claim holds: `when.When` is the entrance; the other modules read date phrases, tenses and what dates only a saying."""
