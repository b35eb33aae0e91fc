"""Pure statistics: arrays to arrays, batched over series; no clock, database or screen."""
