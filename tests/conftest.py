"""What holds for every test: no example of a law is timed, since other processes run beside."""

from hypothesis import settings

settings.register_profile("untimed", settings(deadline=None))
settings.load_profile("untimed")
