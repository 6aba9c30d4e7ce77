"""Clients as front-end teams use them, against the service."""
