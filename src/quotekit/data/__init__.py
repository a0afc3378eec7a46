"""Language tables: ``<language>/<table>.toml``, read by :mod:`quotekit.lexicon`."""
