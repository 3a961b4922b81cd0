"""casebook: the store. Readings, links and people's decisions go in; persons, cases and facts come out.

Statements and decisions are the truth; persons, cases, facts and events are derived from them and can be
rebuilt to the same result (``peelian rebuild``). Nothing that a person decided is ever changed or deleted:
a decision is closed by another one. Originals are kept by the SHA-256 of their bytes.

    models          the tables
    managers        why no model has ``objects``
    originals       original bytes by their hash
    adding          files and addresses become sources, persons and cases (``readers``, ``storing``, ``carrying``)
    seeing          which sources are still published: asked of their addresses, or told by a person
    copies          the same text in several papers counts once
    linking_step    who is who, in three sizes (``link_table``, ``link_store``, ``link_decisions``)
    inputs          statements with people's decisions applied; ``deriving``: facts and events from them
    deciding        what a person decides, kept and put into effect (``values``, ``queues``)
    rebuild         everything derived made again
    audit           the trail, chained by hash; ``protection``: triggers that let it only grow
    backup          the whole in one file and back (``archive``, ``tables``)
    listing         cases and persons found; ``locking``: one writer at a time

Django must be configured before the modules of this room are imported: ``peelian.server.configure``.
"""
