"""Lines: what a whole line shows – turns of a transcript, dash dialogue, a headline that claims."""
