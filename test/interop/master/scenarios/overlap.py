"""Several commands of one builder at a time."""

from buildbot.plugins import steps
from buildbot.process.buildstep import BuildStep
from buildbot.process.remotecommand import RemoteCommand
from buildbot.process.results import SUCCESS
from control import as_deferred
from twisted.internet import defer

from .own_steps import GO_ON, PYTHON, manifest, manifest_on_master, on_master, shell

MAKE_FILES = r"""
import os
os.makedirs('o', exist_ok=True)
for name in ('one.txt', 'two.log', 'three'):
    open(os.path.join('o', name), 'w').write(name)
"""

# What the Python worker answers within the master's call, and what fails there.
FILE_COMMANDS = [
    ("glob", {"path": "build/o/*.txt"}),
    ("glob", {"path": "build/o/*.log"}),
    ("stat", {"workdir": "build", "file": "o/one.txt"}),
    ("stat", {"workdir": "build", "file": "o/none"}),
    ("mkdir", {"dir": "build/made/deep"}),
    ("listdir", {"dir": "build/made"}),
    ("rmfile", {"path": "build/o/three"}),
    ("listdir", {"dir": "build/none"}),
    ("shell", {"command": ["ls", "o", "made"], "workdir": "build", "logEnviron": False}),
]


def builds():
    return {
        "file-commands-at-once": [
            shell("make files", [PYTHON, "-c", MAKE_FILES]),
            AtOnce(FILE_COMMANDS, name="at once"),
            manifest(),
        ],
        "several-globs": [
            shell("make files", [PYTHON, "-c", MAKE_FILES]),
            steps.MultipleFileUpload(
                name="two patterns",
                workersrcs=["o/*.txt", "o/*.log"],
                masterdest=on_master("globs"),
                glob=True,
                **GO_ON,
            ),
            manifest_on_master(on_master()),
        ],
        "started-beside-a-program": [
            BesideAProgram(name="beside", **GO_ON),
            shell("afterwards", ["echo", "afterwards"]),
        ],
    }


def raw(name, args):
    return RemoteCommand(name, dict(args), ignore_updates=False)


class AtOnce(BuildStep):
    """Starts all its commands without waiting for any."""

    renderables = ["commands"]

    def __init__(self, commands, **options):
        self.commands = commands
        super().__init__(**{**GO_ON, **options})

    @as_deferred
    async def run(self):
        running = []
        for number, (name, args) in enumerate(self.commands):
            command = raw(name, args)
            command.useLog(await self.addLog(f"{number} {name}"), False)
            running.append(command)
        await defer.gatherResults([self.runCommand(command) for command in running])
        found = [[command.remote_command, command.rc] for command in running]
        await self.addCompleteLog("found", "\n".join(repr(one) for one in found))
        return SUCCESS


class BesideAProgram(BuildStep):
    """Starts a command while a program runs: over Perspective Broker that ends the program."""

    @as_deferred
    async def run(self):
        words = ["sh", "-c", "echo ready; exec sleep 20"]
        program = raw("shell", {"command": words, "workdir": "build", "logEnviron": False})
        program.useLog(await self.addLog("program"), False)
        ready = defer.Deferred()
        update = program.remoteUpdate

        def noting(key, value, is_flushed):
            if key == "stdout" and not ready.called:
                ready.callback(None)
            return update(key, value, is_flushed)

        program.remoteUpdate = noting
        ended = self.runCommand(program)
        await ready
        listing = raw("listdir", {"dir": "build"})
        listing.useLog(await self.addLog("listing"), False)
        await self.runCommand(listing)
        await ended
        await self.addCompleteLog("found", f"{program.rc} {listing.rc}\n")
        return SUCCESS
