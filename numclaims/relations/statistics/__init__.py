"""Test results, estimates with their intervals, and margins of error."""
