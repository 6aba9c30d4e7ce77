"""Learning the weights of `loaders/extract/learned`: `make train CORPORA=folder`. Needs torch."""
