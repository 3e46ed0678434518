"""Findings that somebody has dealt with: suppressed beside the text, known from an earlier run, or reviewed. It shows nothing."""
