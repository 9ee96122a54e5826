"""Builds of many commands that check every answer themselves, for test/faults/soak.ts.

What came of each is appended to `soak` in the files' directory, a JSON array a line: the worker, what was run,
how many commands that were, and what was wrong with the answers, null when nothing was. What was under
way when its build was stopped or lost its worker is not listed.
"""

import json
import os

from buildbot.plugins import steps
from buildbot.process.buildstep import BuildStep
from buildbot.process.remotecommand import RemoteShellCommand
from buildbot.process.results import CANCELLED, FAILURE, SUCCESS
from buildbot.steps.worker import CompositeStepMixin
from buildbot.worker.protocols.manager.msgpack import BuildbotWebSocketServerProtocol
from control import as_deferred
from trace_commands import forget_notes_of

from .own_steps import on_master
from .master_defects import correct_defects

RESULTS = os.path.join(os.environ["INTEROP_FILES"], "soak")
# Each for one worker: a builder hands out its requests in their order, whoever is there.
BUILDERS = 12
ROUNDS = 3
LINES = 300
LARGE_LINE = "x" * 59
LARGE_LINES = 2_500
LARGE = f"{LARGE_LINE}\n" * LARGE_LINES
FILE_COMMANDS = 5


def builds():
    correct_defects()
    # Nor is every message logged, outputs included.
    BuildbotWebSocketServerProtocol.debug = False
    return {f"soak-{number:02d}": soak() for number in range(BUILDERS)}


def soak():
    return [
        *(Many(name=f"many-{number}") for number in range(ROUNDS)),
        steps.FileUpload(workersrc="file", masterdest=on_master("file"), blocksize=64 * 1024),
        CheckUpload(name="check", dest=on_master("file")),
        Many(name="last"),
    ]


def note(step, kind, commands, wrong):
    with open(RESULTS, "a") as results:
        results.write(json.dumps([step.worker.workername, kind, commands, wrong]) + "\n")


class Many(BuildStep, CompositeStepMixin):
    """Runs commands of every kind, one after the other."""

    logEnviron = False

    @as_deferred
    async def run(self):
        # No two commands of a master have the same.
        token = f"{self.build.buildid}-{self.stepid}"
        kinds = {
            "lines": self.lines,
            "failure": self.failure,
            "large": self.large,
            "stdin": self.stdin,
            "slow": self.slow,
            "files": self.files,
            "once": self.once,
        }
        is_right = True
        for kind, run in kinds.items():
            wrong = await run(token)
            forget_notes_of(self.stepid)
            if self.stopped:
                return CANCELLED
            note(self, kind, FILE_COMMANDS if kind == "files" else 1, wrong)
            is_right = is_right and wrong is None
        return SUCCESS if is_right else FAILURE

    async def shell(self, script, rc, stdout, stderr="", stdin=None):
        """Runs a script; what is wrong with its end or its output."""
        command = RemoteShellCommand(
            "build",
            ["/bin/sh", "-c", script],
            logEnviron=False,
            collectStdout=True,
            collectStderr=True,
            initialStdin=stdin,
        )
        await self.runCommand(command)
        found = (command.rc, command.stdout, command.stderr)
        return None if found == (rc, stdout, stderr) else f"{script}: {_short(found)}"

    async def lines(self, token):
        script = f"i=0; while [ $i -lt {LINES} ]; do echo $i {token}; i=$((i+1)); done"
        return await self.shell(script, 0, "".join(f"{i} {token}\n" for i in range(LINES)))

    async def failure(self, token):
        return await self.shell(f"echo {token} >&2; exit 3", 3, "", f"{token}\n")

    async def large(self, _token):
        return await self.shell(f"yes {LARGE_LINE} | head -n {LARGE_LINES} | tee file", 0, LARGE)

    async def stdin(self, token):
        return await self.shell("cat", 0, f"{token}\n" * 10, stdin=f"{token}\n" * 10)

    async def slow(self, token):
        script = f"for i in 1 2 3 4; do echo $i {token}; sleep 0.05; done"
        return await self.shell(script, 0, "".join(f"{i} {token}\n" for i in range(1, 5)))

    async def files(self, token):
        place = f"build/of-{token}"
        await self.runMkdir(place)
        is_there = await self.pathExists(place)
        found = await self.runGlob("build/of-*")
        await self.runRmdir(place)
        is_gone = not await self.pathExists(place)
        names = [name.rsplit("/", 1)[-1] for name in found]
        is_right = is_there and is_gone and f"of-{token}" in names
        return None if is_right else f"files: {is_there} {names} {is_gone}"

    async def once(self, token):
        """Shows a command that is run twice: the file's lines are looked at after the end."""
        return await self.shell(f"echo {token} >> ../ran; echo {token}", 0, f"{token}\n")


class CheckUpload(BuildStep):
    renderables = ["dest"]

    def __init__(self, dest, **options):
        self.dest = dest
        super().__init__(**options)

    @as_deferred
    async def run(self):
        with open(os.path.join(self.master.basedir, self.dest)) as uploaded:
            content = uploaded.read()
        wrong = None if content == LARGE else f"upload: {_short(content)}"
        note(self, "upload", 1, wrong)
        return SUCCESS if wrong is None else FAILURE


def _short(found):
    text = repr(found)
    return text if len(text) < 400 else f"{text[:200]} … {text[-200:]} ({len(text)})"
