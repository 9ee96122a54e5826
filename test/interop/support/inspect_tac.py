"""Runs buildbot.tac files and prints, as JSON, what each hands to its worker class.

Older packages are not installed: classes with their arguments take their places. No log file is
opened and no worker is started.
"""

import inspect
import io
import json
import os
import sys
import types

import buildbot_worker.bot
from twisted.application import service
from twisted.python import logfile

RealWorker = buildbot_worker.bot.Worker
seen = {}


def plain(value):
    if isinstance(value, bytes):
        return value.decode()
    return value


def record(signature, args, kwargs):
    bound = signature.bind(None, *args, **kwargs).arguments
    seen["arguments"] = {name: plain(value) for name, value in bound.items() if name != "self"}


class Worker(RealWorker):
    def __init__(self, *args, **kwargs):
        record(inspect.signature(RealWorker.__init__), args, kwargs)
        super().__init__(*args, **kwargs)
        seen["worker"] = {
            "umask": self.umask,
            "numcpus": self.numcpus,
            "allow_shutdown": self.allow_shutdown,
            "keepalive": getattr(self.bf, "keepaliveInterval", None),
            "unicode_encoding": self.bot.unicode_encoding,
            "delete_leftover_dirs": self.bot.delete_leftover_dirs,
            "protocol": type(self.bot).__name__,
        }


class BuildSlave(service.MultiService):
    def __init__(
        self,
        buildmaster_host=None,
        port=None,
        name=None,
        passwd=None,
        basedir=None,
        keepalive=None,
        usePTY=None,
        keepaliveTimeout=None,
        umask=None,
        maxdelay=None,
        numcpus=None,
        unicode_encoding=None,
        allow_shutdown=None,
        host=None,
    ):
        super().__init__()

    def __new__(cls, *args, **kwargs):
        record(inspect.signature(cls.__init__), args, kwargs)
        return super().__new__(cls)


class LogFile:
    def __init__(self, *args, **kwargs):
        seen["log"] = {name: kwargs.get(name) for name in ("rotateLength", "maxRotatedFiles")}

    @classmethod
    def fromFullPath(cls, *args, **kwargs):
        return cls(*args, **kwargs)

    def write(self, text):
        pass

    def flush(self):
        pass


def module(name, **contents):
    made = types.ModuleType(name)
    made.__dict__.update(contents)
    sys.modules[name] = made
    return made


buildbot_worker.bot.Worker = Worker
logfile.LogFile = LogFile
logfile.DailyLogFile = LogFile
module("buildslave", bot=module("buildslave.bot", BuildSlave=BuildSlave))
slave = module("buildbot.slave", bot=module("buildbot.slave.bot", BuildSlave=BuildSlave))


def opened(path):
    """In the place of files that passwords are read from."""
    return io.StringIO("from a file\n")


def inspected(path):
    seen.clear()
    environment, umask, place = dict(os.environ), os.umask(0o22), os.getcwd()
    names = {"__file__": path, "__name__": "buildbot.tac", "open": opened}
    try:
        with open(path, "rb") as tac:
            exec(compile(tac.read(), path, "exec"), names)  # noqa: S102
        seen["application"] = service.IService(names["application"]).name
        seen["error"] = None
    except BaseException as error:  # noqa: BLE001 - a file may end itself
        seen["error"] = f"{type(error).__name__}: {error}"
    finally:
        # What a file changes is gone before the next.
        os.environ.clear()
        os.environ.update(environment)
        os.umask(umask)
        os.chdir(place)
    return dict(seen)


results = [inspected(path) for path in json.load(sys.stdin)]
# What the files print themselves goes first.
print("\n" + json.dumps(results))
