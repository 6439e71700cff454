from django.contrib.auth.hashers import Argon2PasswordHasher


class LeanArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id at OWASP's second setting (19 MiB, 2 passes): forty people signing in at once need 0.8 GiB, not 4."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
