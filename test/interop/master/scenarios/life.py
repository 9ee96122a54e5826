"""Builds for what befalls a worker and its master while they run."""

from buildbot.plugins import steps

from .own_steps import PYTHON

# The second run of such a build, which the master asks for after an outage, ends at once.
ONCE = "if [ -e pids ]; then echo again; exit 0; fi; "
FAMILY = "sleep 600 & child=$!; sleep 601 & echo $$ $child $! > pids.new; mv pids.new pids; wait"
APART = (
    f"{PYTHON} -c \"import os, time; os.setsid(); open('apart', 'w').write(str(os.getpid())); "
    "time.sleep(600)\" & while ! [ -s apart ]; do sleep 0.02; done; "
)


def builds():
    return {
        "quick": [steps.ShellCommand(name="quick", command="echo quick")],
        # Goes on when the test makes the file.
        "held": [
            steps.ShellCommand(
                name="held",
                command="echo x > started; while ! [ -e go-on ]; do sleep 0.05; done; echo done",
            )
        ],
        "family": [steps.ShellCommand(name="family", command=ONCE + FAMILY)],
        "family-apart": [steps.ShellCommand(name="family", command=ONCE + APART + FAMILY)],
    }
