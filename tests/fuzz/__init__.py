"""Made-up texts by the thousand: what they may not do is raise, or break an invariant."""
