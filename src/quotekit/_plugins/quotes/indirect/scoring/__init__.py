"""Score: linear models choose among what is proposed, in a language that has weights."""
