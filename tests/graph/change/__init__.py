"""Tests of `graph/change`."""
