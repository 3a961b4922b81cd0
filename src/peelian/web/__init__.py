"""web: the public pages, feeds and API. Published cases go in (``publication``), pages come out.

Nothing here sees the casebook: what is not in a ``PublishedCase`` cannot reach a page, a feed, an index,
a chart or a log.

    models      the index of what is published, and saved searches
    facets      by what a search can be narrowed, and the bitmaps that count it
    fulltext    full text on SQLite (FTS5) and PostgreSQL (tsvector), behind one function
    index       a published case put into the index, or taken out
    search      a question from an address: read, answered, written back
    downloads   the files of the last export, and taking them down
    pages       the views, one file a kind of page
"""
