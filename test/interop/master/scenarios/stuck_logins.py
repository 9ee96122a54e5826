"""A defect of Buildbot 4.3.0 that no worker can prevent, corrected for the tests that would meet it."""

from buildbot.worker.protocols.manager.msgpack import (
    BuildbotWebSocketServerProtocol,
    ConnectioLostError,
)
from buildbot.worker.protocols.msgpack import BasicRemoteCommand
from twisted.internet import defer


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
