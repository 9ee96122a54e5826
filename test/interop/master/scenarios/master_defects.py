"""Defects of Buildbot 4.3.0 that no worker can prevent, corrected for the tests that would meet them."""

from buildbot.process.build import Build
from buildbot.process.builder import Builder
from buildbot.process.results import RETRY
from buildbot.worker.protocols.manager.msgpack import (
    BuildbotWebSocketServerProtocol,
    ConnectioLostError,
)
from buildbot.worker.protocols.msgpack import BasicRemoteCommand
from buildbot.worker.protocols.msgpack import Connection as MsgpackConnection
from buildbot.worker.protocols.pb import Connection as PbConnection
from twisted.internet import defer


def correct_defects():
    let_no_login_hold_the_others()
    let_no_lost_link_keep_its_worker()
    let_no_build_wait_for_a_worker_that_left()


def let_no_login_hold_the_others():
    """Buildbot 4.3.0 keeps the lock that every login needs for good when a MessagePack worker's link ends at
    two moments of its login: before a question (what is sent then is dropped, and no answer is due),
    and while the directories are listed. Here both fail. A login that waits for 5 s is dropped by its web
    server and goes on all the same, as if its link were open.
    """
    ask = BuildbotWebSocketServerProtocol.get_message_result
    close = BuildbotWebSocketServerProtocol.onClose

    def get_message_result(self, message):
        if self.state != self.STATE_OPEN or getattr(self, "has_closed", False):
            return defer.fail(ConnectioLostError("the link has closed"))
        return ask(self, message)

    def on_close(self, *reason):
        self.has_closed = True
        close(self, *reason)
        for command in getattr(self, "command_id_to_command_map", {}).values():
            if isinstance(command, BasicRemoteCommand) and not command.d.called:
                command.d.errback(ConnectioLostError("the link has closed"))

    BuildbotWebSocketServerProtocol.get_message_result = get_message_result
    BuildbotWebSocketServerProtocol.onClose = on_close


def let_no_lost_link_keep_its_worker():
    """A link that ends while its worker attaches is never noticed to have ended, over either protocol: the
    worker counts as connected, and none of its name can attach any more. Here it is noticed after that.
    """

    def notices(connection, is_lost):
        attach = connection.attached

        @defer.inlineCallbacks
        def attached(self, link):
            result = yield attach(self, link)
            if is_lost(link):
                self.detached(link)
            return result

        connection.attached = attached

    notices(PbConnection, lambda mind: mind.broker.disconnected)
    notices(MsgpackConnection, lambda protocol: getattr(protocol, "has_closed", False))


def let_no_build_wait_for_a_worker_that_left():
    """A build whose worker leaves between its assignment and its first step raises in its start ("please file a
    bug") and stays unfinished for good; where the worker leaves a moment earlier, its request stays claimed.
    Here both are tried again, as where the worker leaves later.
    """
    start = Build.startBuild
    assign = Builder.maybeStartBuild

    @defer.inlineCallbacks
    def start_build(self, workerforbuilder):
        try:
            yield start(self, workerforbuilder)
        except AttributeError:
            yield self.buildFinished(["worker", "not", "available"], RETRY)

    @defer.inlineCallbacks
    def maybe_start_build(self, workerforbuilder, requests):
        try:
            is_started = yield assign(self, workerforbuilder, requests)
        except AttributeError:
            return False
        return is_started

    Build.startBuild = start_build
    Builder.maybeStartBuild = maybe_start_build
