"""From bytes to facts: read an article, extract what it says, resolve about whom."""
