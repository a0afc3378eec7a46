"""Marked: what stands in quotation marks, and the cue or signature beside it.

:mod:`.stretches` takes the marks and their neighbourhood, :mod:`.beside` looks for the cue behind and
before them, :mod:`.direct` makes quotations of stretches, :mod:`.nested` of those inside others.
"""
