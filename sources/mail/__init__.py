"""Mails and mailboxes: alerts of newspapers and databases, with the files that are attached to them."""
