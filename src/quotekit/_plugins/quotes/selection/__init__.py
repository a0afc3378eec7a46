"""Selection: which candidates stay, and why the others go.

:mod:`.overlaps` asks how they stand to each other, :mod:`.edges` moves the edges of clauses,
:mod:`.settle` keeps clauses beside marks, :mod:`.scare` gives the reasons against words in marks,
:mod:`.consistency` sees that all that is kept holds together.
"""
