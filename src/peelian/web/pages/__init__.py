"""pages: the views, one file a kind of page. Each reads published cases and renders a template.

home         the first page, suggestions
searching    search, its export, its feed
cases        a case, its evidence, its address in other forms
persons      a person's cases
marks        status marks of lists and cases
topics       forces, offences, courts, standards
about        what this is, data protection, corrections, data
machines     robots.txt, sitemap, health, social card
"""
