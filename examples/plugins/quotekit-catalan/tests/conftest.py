"""What all tests share."""

pytest_plugins = ["quotekit.testing.fixtures"]
