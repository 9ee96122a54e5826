"""Builds for what befalls a worker and its master while they run."""

from buildbot.plugins import steps

from .own_steps import PYTHON

FAMILY = "sleep 600 & echo $! > child; sleep 601 & echo x > started; wait"
APART = f"{PYTHON} -c \"import os, time; os.setsid(); open('apart', 'w').write('x'); time.sleep(600)\" & "


def builds():
    return {
        "quick": [steps.ShellCommand(name="quick", command="echo quick")],
        # Goes on when the test makes the file.
        "held": [
            steps.ShellCommand(
                name="held",
                command="echo x > started; while ! [ -e go-on ]; do sleep 0.05; done; rm go-on started; echo done",
            )
        ],
        "family": [steps.ShellCommand(name="family", command=FAMILY)],
        "family-apart": [steps.ShellCommand(name="family", command=APART + FAMILY)],
    }
