"""Events in order of time: eras, ages, gaps, anniversaries and the chart of a life."""
