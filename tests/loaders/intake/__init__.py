"""Tests of `loaders/intake`."""
