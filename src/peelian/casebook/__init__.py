"""casebook: the store. Readings, links and people's decisions go in; persons, cases and facts come out.

Statements and decisions are the truth; persons, cases, facts and events are derived from them and can be
rebuilt to the same result (``peelian rebuild``). Nothing that a person decided is ever changed or deleted:
a decision is closed by another one. Originals are kept by the SHA-256 of their bytes.

    models     the tables
    managers   why no model has ``objects``

Django must be configured before the modules of this room are imported: ``peelian.server.configure``.
"""
