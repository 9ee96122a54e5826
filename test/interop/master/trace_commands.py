"""Notes which updates each command of a step sends, in their order.

The logs of a step say what was printed; they do not say whether `rc` came before the last line, nor
what `stat` answered. The notes of a step are kept by its id until a record is asked for.
"""

from buildbot.process.remotecommand import RemoteCommand
from buildbot.util import bytes2unicode

STREAMS = ("stdout", "stderr", "header", "log")

_by_step = {}


def notes_of(stepid):
    return _by_step.get(stepid, [])


def forget_notes_of(stepid):
    """For steps of very many commands: the notes hold all that was printed."""
    _by_step.pop(stepid, None)


def install():
    # The classes are made by many steps of Buildbot's own, so the notes are taken at their root.
    _before(RemoteCommand, "_start", _note_start)
    _before(RemoteCommand, "remote_update", _note_update)
    _before(RemoteCommand, "remote_update_msgpack", _note_update_msgpack)
    _before(RemoteCommand, "remote_complete", _note_complete)


def _before(owner, name, note):
    original = getattr(owner, name)

    def noting(self, *args):
        note(self, *args)
        return original(self, *args)

    setattr(owner, name, noting)


def _note_start(command):
    command.interop_note = {"command": str(command.remote_command), "updates": [], "complete": []}
    _by_step.setdefault(command.step.stepid, []).append(command.interop_note)


def _note_update(command, updates):
    for update, _number in updates:
        for key, value in update.items():
            _append(command.interop_note["updates"], bytes2unicode(key), value)


def _note_update_msgpack(command, updates):
    for key, value in updates:
        if key in ("stdout", "stderr", "header"):
            value = _text_of(command, value)
        elif key == "log":
            value = (value[0], _text_of(command, value[1]))
        _append(command.interop_note["updates"], key, value)


def _text_of(command, lines):
    """The text of a triple. The master reads nothing else of it, so that only this sees what is wrong."""
    text, places, times = lines
    newlines = [at for at, sign in enumerate(text) if sign == "\n"]
    is_sound = (
        text.endswith("\n")
        and places == newlines
        and len(times) == len(newlines)
        and all(isinstance(time, float) for time in times)
    )
    # The Python worker itself miscounts where it cuts long lines.
    if not is_sound and command.worker.workername != "reference":
        command.interop_note["updates"].append(["unsound lines", plain(lines)])
    return text


def _append(noted, key, value):
    """Where a text is cut into updates is a matter of time, so neighbours are joined."""
    if key == "log":
        name, text = value
        key, value = f"log {bytes2unicode(name)}", text
    is_text = key.split(" ")[0] in STREAMS
    if is_text and noted and noted[-1][0] == key:
        noted[-1][1] += bytes2unicode(value)
    else:
        noted.append([key, bytes2unicode(value) if is_text else plain(value)])


def plain(value):
    if isinstance(value, bytes):
        return bytes2unicode(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def _note_complete(command, failure=None):
    reason = None
    if isinstance(failure, str):
        # MessagePack knows no classes of failures; the Python worker sends a whole traceback.
        reason = failure.split("\n")[0]
    elif failure is not None:
        kind = bytes2unicode(getattr(failure, "type", type(failure)))
        reason = f"{kind}: {getattr(failure, 'value', failure)}"
    command.interop_note["complete"].append(reason)
