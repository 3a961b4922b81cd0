"""publication: one gate. A case file and a policy go in; what may be shown comes out, with the reasons.

Pages, API, feeds, search index, exports, charts and page titles get their content only from here. The
gate is pure (no Django, no store, no clock: the day is passed in) and imports without Django; only
``models`` and ``services`` are a Django app (label ``publication``).

    shapes     what the public sees: published case, party, record, field, quotation, source, event
    rules      one small function a rule, each with its source in ``data/rules.yaml``
    policies   ``internal`` (desk), ``cautious`` (default for the public), ``journalism``
    gate       weighs every field by every rule; the strictest wins; building, sourcing and inferring make the shapes
    masking    quotations: short, with withheld words masked
    exports    CSV, JSON Lines, Parquet, SQLite for Datasette, FollowTheMoney, Frictionless
    models     what was prepared, approved, asked for and answered (Django)
"""
