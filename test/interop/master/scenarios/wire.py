"""The build whose bytes are recorded; see test/fixtures/wire/README.md."""

import os

from buildbot.plugins import steps

from .own_steps import GO_ON, sh, shell

UPLOADED = os.path.join(os.environ["INTEROP_FILES"], "uploaded")


def builds():
    quiet = {"logEnviron": False}
    return {
        "recorded": [
            shell("words", ["echo", "grün", "\N{GRINNING FACE}"], env={"A": ["b", "c"]}),
            sh("fails", "echo out; echo err >&2; exit 3", **quiet),
            sh("too slow", "sleep 60", timeout=0.2, sigtermTime=1, **quiet),
            sh("log file", "echo watched > the.log", logfiles={"the": "the.log"}, **quiet),
            steps.StringDownload("from the master\n", workerdest="file", mode=0o640),
            steps.FileUpload(workersrc="file", masterdest=UPLOADED, **GO_ON),
            steps.MakeDirectory(dir="build/made", **GO_ON),
            steps.FileExists(file="build/file", **GO_ON),
            steps.RemoveDirectory(dir="build/made", **GO_ON),
        ],
    }
