"""accounts: who is in and what they may do.

permissions    each permission in words
roles          which role holds which permission, made after each migration
invitations    a link that lets one person in, once
second_factor  who must have one, and the way to it
adapter        django-allauth: no sign-up, words for people
configuration  what the project's settings take from here (allauth, axes, OIDC)
telling        mail to a person whose account was changed
memory         what all processes remember together: used codes, counted failures
trail          signing in and out, passwords, second factors: told in the audit trail
"""
