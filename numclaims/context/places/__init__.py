"""Where a claim holds: `located.Places` is the entrance; `placenames` finds the names."""
