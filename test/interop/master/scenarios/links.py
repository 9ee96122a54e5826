"""Builds that print until their link or their worker goes, for test/faults/dead-link.ts."""

from .own_steps import sh
from .master_defects import let_no_login_hold_the_others

# Each for one worker: a builder hands out its requests in their order, whoever is there.
BUILDERS = 24
# A second line shows that the worker is back and was given the build again.
PRINTS = "echo x >> ../began; while :; do echo still here; sleep 0.5; done"


def builds():
    let_no_login_hold_the_others()
    return {f"prints-{number:02d}": [sh("prints", PRINTS, timeout=None)] for number in range(BUILDERS)}
