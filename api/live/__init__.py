"""Subscriptions over WebSocket: what is told as articles arrive, from whatever process loads them."""
