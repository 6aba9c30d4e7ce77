"""The labels that the encoder gives."""

from __future__ import annotations

NAME_LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
"""Of each word, for names."""
CUE_LABELS = ("O", "B", "I")
"""Of each word, for words that say that somebody says something."""
ROLES = ("none", "source", "content")
"""Of each word of a paragraph, for one cue."""
