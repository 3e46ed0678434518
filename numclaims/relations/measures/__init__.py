"""What a number measures, what limits that sets, and the same amount in two units."""
