"""Names of environment variables of which several parts of the program must know."""

PASSWORDS = "OUTREACH_PASSWORD_"
"""How the names of those begin that hold a password; none of it is ever written down."""
