"""Lets the tests talk to the master: a JSON object a line, over a UNIX socket.

`{"id": 1, "op": "force", …}` is answered by `{"id": 1, "result": …}` or `{"id": 1, "error": text}`,
as soon as what was asked for has come to pass; answers may overtake one another.
"""

import functools
import json
import os

from buildbot.util.service import BuildbotService
from record import record_of_build
from twisted.internet import defer, protocol, reactor, task
from twisted.protocols.basic import LineReceiver
from twisted.python.failure import Failure

# What is looked at in memory, and what is asked of the database, where the master reports a change.
LOOK_AGAIN = 0.02
ASK_AGAIN = 1.0


def as_deferred(function):
    """What Twisted waits for; older masters know nothing of `async`."""

    @functools.wraps(function)
    def starting(*args, **options):
        return defer.ensureDeferred(function(*args, **options))

    return starting


class ControlService(BuildbotService):
    name = "interop-control"

    def reconfigService(self, path):
        self.path = path
        return super().reconfigService()

    @as_deferred
    async def startService(self):
        await super().startService()
        if os.path.exists(self.path):
            os.unlink(self.path)
        factory = protocol.Factory.forProtocol(ControlProtocol)
        factory.control = self
        self.listening = reactor.listenUNIX(self.path, factory)

    @as_deferred
    async def stopService(self):
        await self.listening.stopListening()
        await super().stopService()

    # What a test may ask for.

    def op_ping(self):
        return os.getpid()

    def op_builders(self):
        return sorted(self.master.botmaster.builders)

    @as_deferred
    async def op_attached(self, worker):
        """Waits until the worker is there and every builder may use it."""
        await _until(lambda: self._is_attached(worker))

    @as_deferred
    async def op_detached(self, worker):
        await _until(lambda: self._worker(worker).conn is None)

    @as_deferred
    async def op_graceful(self, worker):
        """Waits until the worker has asked to be given no more builds."""
        await _until(lambda: self._worker(worker)._graceful)

    @as_deferred
    async def op_worker_info(self, worker):
        found = self._worker(worker)
        data = await self.master.data.get(("workers", worker))
        return {
            "info": data["workerinfo"],
            "commands": {
                str(name): str(version) for name, version in (found.worker_commands or {}).items()
            },
            "environ": found.worker_environ,
            "basedir": found.worker_basedir,
            "system": found.worker_system,
        }

    @as_deferred
    async def op_force(self, builder, worker, properties=None, sourcestamp=None):
        """Asks for a build on that worker; answers with the request's id."""
        found = await self.master.data.get(("builders", builder))
        given = {"on": (worker, "test")}
        given.update({name: (value, "test") for name, value in (properties or {}).items()})
        stamp = {
            "codebase": "",
            "repository": "",
            "branch": None,
            "revision": None,
            "project": "",
            "patch_body": None,
            "patch_level": 0,
            "patch_author": "",
            "patch_comment": "",
            "patch_subdir": ".",
        }
        stamp.update(sourcestamp or {})
        if stamp["patch_body"] is not None:
            stamp["patch_body"] = stamp["patch_body"].encode()
        _bsid, requests = await self.master.data.updates.addBuildset(
            waited_for=False,
            reason="interop",
            sourcestamps=[stamp],
            properties=given,
            builderids=[found["builderid"]],
        )
        return requests[found["builderid"]]

    @as_deferred
    async def op_started(self, request):
        """Waits for the request's build; answers with its id."""
        return await self._until_notified(("builds", None, "new"), lambda: self._build_of(request))

    @as_deferred
    async def op_finished(self, request):
        """Waits for the end of the request; answers with the record of its last build."""
        topic = ("buildrequests", str(request), "complete")
        await self._until_notified(topic, lambda: self._is_complete(request))
        return await record_of_build(self.master, await self._build_of(request))

    @as_deferred
    async def op_stop(self, build, reason):
        self.master.mq.produce(("control", "builds", str(build), "stop"), {"reason": reason})

    @as_deferred
    async def op_builds(self):
        """How many builds of each result there are; a running one counts as `running`."""
        counts = {}
        for build in await self.master.data.get(("builds",)):
            key = "running" if build["results"] is None else str(build["results"])
            counts[key] = counts.get(key, 0) + 1
        return counts

    @as_deferred
    async def _until_notified(self, topic, predicate):
        """Asks again whenever the master reports that something of the topic has come to pass."""
        waiting = []
        consumer = await self.master.mq.startConsuming(
            lambda _key, _message: waiting and waiting.pop().callback(None), topic
        )
        try:
            while True:
                notified = defer.Deferred()
                waiting[:] = [notified]
                found = await predicate()
                if found:
                    return found
                notified.addTimeout(ASK_AGAIN, reactor, onTimeoutCancel=lambda *_: None)
                await notified
        finally:
            await defer.maybeDeferred(consumer.stopConsuming)

    def _worker(self, name):
        # Right after the start the master may not know its workers yet.
        registration = self.master.workers.registrations.get(name)
        return None if registration is None else registration.worker

    def _is_attached(self, name):
        worker = self._worker(name)
        if worker is None or worker.conn is None:
            return False
        return all(
            any(entry.worker is worker for entry in builder.workers)
            for builder in self.master.botmaster.builders.values()
        )

    @as_deferred
    async def _is_complete(self, request):
        return (await self.master.data.get(("buildrequests", request)))["complete"]

    @as_deferred
    async def _build_of(self, request):
        builds = await self.master.data.get(("buildrequests", request, "builds"))
        return max((build["buildid"] for build in builds), default=None)


@as_deferred
async def _until(predicate):
    while True:
        found = await defer.maybeDeferred(predicate)
        if found:
            return found
        await task.deferLater(reactor, LOOK_AGAIN, lambda: None)


class ControlProtocol(LineReceiver):
    delimiter = b"\n"
    MAX_LENGTH = 1 << 20

    def lineReceived(self, line):
        message = json.loads(line)
        number = message.pop("id")
        operation = getattr(self.factory.control, f"op_{message.pop('op')}")
        asked = defer.maybeDeferred(operation, **message)
        asked.addCallbacks(
            lambda result: self._answer({"id": number, "result": result}),
            lambda failure: self._answer({"id": number, "error": _said(failure)}),
        )

    def _answer(self, message):
        if self.connected:
            self.sendLine(json.dumps(message).encode())


def _said(failure: Failure):
    return f"{failure.getErrorMessage()}\n{failure.getTraceback()}"
