"""Steps for what no step of Buildbot shows, and short names for what many builds use."""

import os
import sys

from buildbot.plugins import steps, util
from buildbot.process.buildstep import BuildStep, CommandMixin
from buildbot.process.remotecommand import RemoteCommand
from buildbot.process.results import FAILURE, SUCCESS
from buildbot.steps.worker import CompositeStepMixin
from control import as_deferred

PYTHON = sys.executable
PROGRAMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "programs")
MANIFEST = os.path.normpath(os.path.join(PROGRAMS, "manifest.py"))

# A failure must not keep the steps after it from being compared.
GO_ON = {"haltOnFailure": False, "flunkOnFailure": False}


def shell(name, command, **options):
    return steps.ShellCommand(name=name, command=command, **{**GO_ON, **options})


def sh(name, script, **options):
    """A script as one text, run by the worker's /bin/sh."""
    return shell(name, script, **options)


class Remote(BuildStep):
    """Sends one command with its arguments as they stand, and keeps what it prints."""

    renderables = ["args"]

    def __init__(self, command, args, **options):
        self.command = command
        self.args = args
        super().__init__(**{**GO_ON, **options})

    @as_deferred
    async def run(self):
        command = RemoteCommand(self.command, self.args)
        log = await self.addLog("stdio")
        command.useLog(log, False)
        await self.runCommand(command)
        return FAILURE if command.didFail() else SUCCESS


class Mixed(BuildStep, CommandMixin, CompositeStepMixin):
    """Files and directories by the calls that steps of projects' own are written with."""

    @as_deferred
    async def run(self):
        self.found = []
        place = "build/mixed"
        await self._look(place)
        await self.runMkdir(place)
        await self._look(place)
        for file in ("build/given", f"{place}/none"):
            self.found.append(["content", await self.getFileContentFromWorker(file)])
        await self.runRmFile("build/given")
        await self.runRmdir(place)
        await self._look(place)
        await self.addCompleteLog("found", "\n".join(repr(found) for found in self.found))
        return SUCCESS

    async def _look(self, place):
        self.found.append(["there", await self.pathExists(place)])
        self.found.append(["glob", sorted(await self.runGlob("build/*"))])


class StopsItsBuild:
    """Lets a step for transfers stop its build from within a transfer: after a few blocks."""

    BLOCKS = 5
    # What may still be under way when the worker is notified.
    FEW_BYTES = 4 * 1024 * 1024

    @as_deferred
    async def runTransferCommand(self, command, writer=None):
        self.blocks = self.late_bytes = 0
        self.is_notified = False
        self._before(command, "interrupt", self._note_notified)
        if writer is not None:
            self._before(writer, "remote_write", lambda block: self._count(len(block)))
        else:
            self._before(command.args["reader"], "remote_read", self._count)
        result = await super().runTransferCommand(command, writer)
        few = self.late_bytes < self.FEW_BYTES
        await self.addCompleteLog("after the stop", f"{'few' if few else 'many'} bytes\n")
        return result

    def _before(self, owner, name, note):
        original = getattr(owner, name)

        def noting(argument):
            note(argument)
            return original(argument)

        setattr(owner, name, noting)

    def _note_notified(self, _reason):
        # The master writes to its database before it notifies the worker; blocks travel meanwhile.
        self.is_notified = True

    def _count(self, size):
        self.blocks += 1
        if self.is_notified:
            self.late_bytes += size
        if self.blocks == self.BLOCKS:
            self.build.stopBuild("the scenario says so")


class StoppedFileUpload(StopsItsBuild, steps.FileUpload):
    pass


class StoppedDirectoryUpload(StopsItsBuild, steps.DirectoryUpload):
    pass


class StoppedFileDownload(StopsItsBuild, steps.FileDownload):
    pass


def remote(name, remote_command, /, **args):
    return Remote(remote_command, args, name=name)


def manifest(name="manifest", workdir="build"):
    """What is in the directory, on the worker: names, kinds, modes, sizes and contents."""
    return shell(name, [PYTHON, MANIFEST, "."], workdir=workdir, logEnviron=False)


def manifest_on_master(directory, name="manifest on the master", **options):
    return steps.MasterShellCommand(
        name=name, command=[PYTHON, MANIFEST, directory], logEnviron=False, **{**GO_ON, **options}
    )


def on_master(*parts):
    """A place on the master that is the builder's and worker's own."""
    place = ("received", "%(prop:workername)s", "%(prop:buildername)s", *parts)
    return util.Interpolate("/".join(place))
