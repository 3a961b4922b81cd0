"""intake: people come forward in confidence; what they say is sealed before it touches the database.

A public form takes a report (no script, no cookie, no address kept) -> crypto seals it to the recipients'
public keys -> models hold ciphertext and a few coarse facts -> the holder of the receipt code comes back to
read replies -> recipients read with keys that never live here. Nothing of this room is ever published: there
is no import from here to ``publication``, and none from there to here.
"""
