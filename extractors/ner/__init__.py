"""Names by context: a small spaCy model, trained by :mod:`extractors.ner.training` and shipped in ``model/``.

It is loaded when the first sentence needs it, and asked about few: those that speak of a device that the catalogue
does not know, and those with a value for which two settings are about as good.
"""
