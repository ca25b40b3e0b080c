"""Pages of the front desk: the tape chart, the day, availability."""
