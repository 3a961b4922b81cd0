"""law: the vocabularies and rules of police misconduct in England and Wales, as data with its sources.

Stands under every other room and imports none of them.
"""
