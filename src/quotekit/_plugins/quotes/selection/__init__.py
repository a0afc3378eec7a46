"""Selection: which candidates stay, and why the others go.

:mod:`.overlaps` asks how they stand to each other, :mod:`.boundaries` moves where clauses begin
and end, :mod:`.resolve_overlaps` keeps clauses beside marks, :mod:`.scare` gives the reasons against
words in marks, :mod:`.consistency` sees that all that is kept holds together.
"""
