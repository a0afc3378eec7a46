"""The service: requests to articles, articles to worker processes, results to responses."""
