"""Runs tests of Buildbot's own that need a worker, and prints what came of each as a JSON object.

    run.py MODULE…

Buildbot starts the worker that SANDBOXED_WORKER_PATH names for each of them. Tests whose worker is a part
of the master are left out. What the tests print goes to standard error.
"""

import json
import sys
import unittest
import warnings

# Turns warnings into errors; newer releases of what Buildbot uses give some.
import buildbot.test  # noqa: F401
from twisted.trial import reporter, runner

warnings.filterwarnings("ignore", category=DeprecationWarning)

WIRES = ("pb", "msgpack")


class Outcomes(reporter.Reporter):
    """Notes what came of each test: `passed`, or the kind and the words of what did not."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.outcomes = {}

    def stopTest(self, test):
        super().stopTest(test)
        self.outcomes.setdefault(test.id(), "passed")

    def addError(self, test, error):
        self._note(test, "error", error)
        super().addError(test, error)

    def addFailure(self, test, failure):
        self._note(test, "failure", failure)
        super().addFailure(test, failure)

    def addSkip(self, test, reason):
        self._note(test, "skipped", reason)
        super().addSkip(test, reason)

    def _note(self, test, kind, words):
        self.outcomes[test.id()] = f"{kind}: {words}"


def tests_in(suite):
    for entry in suite:
        if isinstance(entry, unittest.TestSuite) or hasattr(entry, "_tests"):
            yield from tests_in(entry)
        else:
            yield entry


def over_a_wire(test):
    # A module that cannot be loaded is an entry without a wire: it must be seen.
    return getattr(test, "proto", "pb") in WIRES


def main(modules):
    out, sys.stdout = sys.stdout, sys.stderr
    made = []

    def outcomes(*args, **options):
        made.append(Outcomes(*args, **options))
        return made[-1]

    found = tests_in(runner.TestLoader().loadByNames(modules))
    suite = runner.TestSuite([test for test in found if over_a_wire(test)])
    runner.TrialRunner(outcomes, stream=sys.stderr, logfile="test.log").run(suite)
    print(json.dumps(made[-1].outcomes), file=out)


main(sys.argv[1:])
