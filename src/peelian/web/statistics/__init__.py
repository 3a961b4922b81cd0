"""statistics: what the published cases add up to, with the numbers of cases and a caution on coverage.

figures     the numbers, from the index's bitmaps and lengths
charts      Altair specifications drawn to SVG on this machine (vl-convert)
official    Home Office totals that an operator can load, and the share of them that is covered
views       the page
"""
