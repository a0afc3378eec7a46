"""Quoted: what stands in quotation marks, and the cue or signature beside it.

:mod:`.quoted_spans` takes the marks and the words on either side, :mod:`.beside` looks for the cue
after (:mod:`.following`) and before them (:mod:`.preceding`) or for a :mod:`.signature`,
:mod:`.direct` makes quotations of quoted spans, :mod:`.nested` of those inside others.
"""
