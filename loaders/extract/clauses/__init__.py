"""Who does what in a clause: the grammar that events and relations share."""
