"""Pure statistics: functions from arrays to arrays, batched over series, without clock, database or screen."""
