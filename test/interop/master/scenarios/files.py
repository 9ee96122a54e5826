"""What is done with files and directories on the worker without a program of the project's."""

from buildbot.plugins import steps, util

from .own_steps import GO_ON, PYTHON, Mixed, manifest, remote, sh, shell

MAKE = r"""
import os, time
def file(name, content=b'x', mode=0o644):
    os.makedirs(os.path.dirname(name) or '.', exist_ok=True)
    with open(name, 'wb') as out:
        out.write(content)
    os.chmod(name, mode)
    os.utime(name, (1700000000, 1700000000))
for name in ('a.txt', 'b.txt', 'c.log', '.hidden', 'sub/d.txt', 'sub/.dot/e.txt', 'sub/deep/f.txt', 'gr\u00fc\u00df.txt', '[odd]', 'q?', 'blank name'):
    file(name)
file('m.pyc'); file('sub/n.pyc'); file('sub/__pycache__/o.pyc'); file('keep.py')
os.symlink('a.txt', 'link'); os.symlink('nowhere', 'broken'); os.symlink('circle', 'circle'); os.symlink('sub', 'sub-link')
os.makedirs('empty', exist_ok=True)
os.makedirs('read-only/below', exist_ok=True)
file('read-only/below/file')
os.chmod('read-only/below', 0o555); os.chmod('read-only', 0o555)
for name in ('.', 'sub', 'empty'):
    os.utime(name, (1700000000, 1700000000))
"""


def builds():
    return {
        "steps": file_steps(),
        "mkdir": mkdir(),
        "rmdir": rmdir(),
        "cpdir": cpdir(),
        "stat": stat(),
        "glob": glob(),
        "listdir": listdir(),
        "rmfile": rmfile(),
        "mixins": [sh("a file", "printf 'text é\\n' > given"), Mixed(name="mixed"), manifest()],
        "bad-arguments": bad_arguments(),
    }


def make():
    return shell("make files", [PYTHON, "-c", MAKE], logEnviron=False)


def full(path):
    return util.Interpolate("%(prop:builddir)s/build/" + path)


def file_steps():
    def exists(name, file):
        return steps.FileExists(name=name, file=file, **GO_ON)

    return [
        make(),
        steps.MakeDirectory(name="make", dir="build/made/and/deeper", **GO_ON),
        steps.MakeDirectory(name="make again", dir="build/made/and/deeper", **GO_ON),
        steps.MakeDirectory(name="make over a file", dir="build/a.txt", **GO_ON),
        exists("a file exists", "build/a.txt"),
        exists("a directory is no file", "build/sub"),
        exists("a missing file", "build/not-there"),
        exists("a link to a file", "build/link"),
        exists("a broken link", "build/broken"),
        steps.CopyDirectory(name="copy", src="build/sub", dest="build/copied", **GO_ON),
        steps.CopyDirectory(name="copy a missing one", src="build/not-there", dest="build/copied-2", **GO_ON),
        steps.CopyDirectory(name="copy deep", src="build/sub", dest="build/new/place/sub", **GO_ON),
        steps.RemovePYCs(name="remove compiled", **GO_ON),
        steps.RemoveDirectory(name="remove", dir="build/copied", **GO_ON),
        steps.RemoveDirectory(name="remove a missing one", dir="build/not-there", **GO_ON),
        steps.RemoveDirectory(name="remove several", dir=["build/sub/deep", "build/sub/.dot"], **GO_ON),
        steps.RemoveDirectory(name="remove read-only", dir="build/read-only", **GO_ON),
        steps.TreeSize(name="size", command=["du", "-s", "-k", "empty"], **GO_ON),
        manifest(),
    ]


def mkdir():
    return [
        make(),
        remote("new", "mkdir", dir="build/new"),
        remote("nested", "mkdir", dir="build/x/y/z"),
        remote("there", "mkdir", dir="build/empty"),
        remote("over a file", "mkdir", dir="build/a.txt"),
        remote("below a file", "mkdir", dir="build/a.txt/below"),
        remote("over a link to a directory", "mkdir", dir="build/sub-link"),
        remote("over a broken link", "mkdir", dir="build/broken"),
        remote("below a link to itself", "mkdir", dir="build/circle/below"),
        remote("non-ASCII", "mkdir", dir="build/grüß/日本"),
        remote("by its full name", "mkdir", dir=full("by-full-name")),
        remote("the build directory itself", "mkdir", dir="."),
        remote("several", "mkdir", paths=["build/1", "build/2"]),
        manifest(),
    ]


def rmdir():
    return [
        make(),
        remote("a tree", "rmdir", dir="build/sub"),
        remote("missing", "rmdir", dir="build/not-there"),
        remote("a file", "rmdir", dir="build/a.txt"),
        remote("a link", "rmdir", dir="build/link"),
        remote("several", "rmdir", dir=["build/b.txt", "build/not-there", "build/c.log"]),
        remote("read-only", "rmdir", dir="build/read-only"),
        remote("odd names", "rmdir", dir=["build/blank name", "build/[odd]", "build/grüß.txt"]),
        remote("without the environment in the log", "rmdir", dir="build/empty", logEnviron=False),
        remote("with limits", "rmdir", dir="build/q?", timeout=30, maxTime=60),
        manifest(),
    ]


def cpdir():
    return [
        make(),
        remote("a tree", "cpdir", fromdir="build/empty", todir="build/copy"),
        remote("into a new place", "cpdir", fromdir="build/empty", todir="build/new/place/copy"),
        remote("onto an old copy", "cpdir", fromdir="build/empty", todir="build/copy"),
        remote("missing", "cpdir", fromdir="build/not-there", todir="build/copy-2"),
        remote("a file", "cpdir", fromdir="build/a.txt", todir="build/copy-3"),
        remote("a link", "cpdir", fromdir="build/sub-link", todir="build/copy-4"),
        remote("into a place named as a directory", "cpdir", fromdir="build/empty", todir="build/named/"),
        remote("onto a file", "cpdir", fromdir="build/empty", todir="build/a.txt"),
        remote("non-ASCII", "cpdir", fromdir="build/grüß.txt", todir="build/日本"),
        remote("without the environment in the log", "cpdir", fromdir="build/empty", todir="build/copy-5", logEnviron=False),
        manifest(),
    ]


def stat():
    return [
        make(),
        *[
            remote(name, "stat", file=file)
            for name, file in {
                "a file": "build/a.txt",
                "a link": "build/link",
                "a broken link": "build/broken",
                "a link to itself": "build/circle",
                "missing": "build/not-there",
                "below a file": "build/a.txt/below",
                "empty directory": "build/empty",
                "non-ASCII": "build/grüß.txt",
            }.items()
        ],
        remote("with a workdir", "stat", file="a.txt", workdir="build"),
        remote("by its full name", "stat", file=full("a.txt")),
        remote("missing with a workdir", "stat", file="not-there", workdir="build"),
    ]


def glob():
    patterns = ["*", "*.txt", "**", "**/*.txt", "sub/*", "sub/.*", ".*", "?.txt", "[ab].txt", "[!ab].txt", "[[]odd]"]
    patterns += ["[odd]", "q[?]", "sub/**/*.txt", "**/deep", "no-match-*", "a.txt", "*/", "sub-link/*", "{a,b}.txt"]
    patterns += ["grü*", "broken", "link", "sub//d.txt", "./a.txt", "../build/a.txt", "a.txt/*", "**/", "[a-c]*", "*\\.txt"]
    return [
        make(),
        *[remote(f"glob {number}", "glob", path=f"build/{pattern}") for number, pattern in enumerate(patterns)],
        remote("by its full name", "glob", path=full("*.txt")),
        remote("nothing", "glob", path=""),
    ]


def listdir():
    return [
        make(),
        remote("a directory", "listdir", dir="build"),
        remote("an empty one", "listdir", dir="build/empty"),
        remote("a link to one", "listdir", dir="build/sub-link"),
        remote("missing", "listdir", dir="build/not-there"),
        remote("a file", "listdir", dir="build/a.txt"),
        remote("the build directory itself", "listdir", dir="."),
    ]


def rmfile():
    return [
        make(),
        remote("a file", "rmfile", path="build/a.txt"),
        remote("missing", "rmfile", path="build/not-there"),
        remote("a directory", "rmfile", path="build/empty"),
        remote("a broken link", "rmfile", path="build/broken"),
        remote("a link to a directory", "rmfile", path="build/sub-link"),
        remote("below a file", "rmfile", path="build/b.txt/below"),
        remote("non-ASCII", "rmfile", path="build/grüß.txt"),
        manifest(),
    ]


def bad_arguments():
    commands = ["mkdir", "rmdir", "cpdir", "stat", "glob", "listdir", "rmfile", "uploadFile", "uploadDirectory", "downloadFile"]
    return [
        *[remote(f"{command} without arguments", command) for command in commands],
        remote("cpdir without a target", "cpdir", fromdir="build"),
        remote("null for a path", "stat", file=None),
        remote("a number for a path", "listdir", dir=7),
        remote("a list for a path", "stat", file=["build"]),
        remote("NUL in a path", "stat", file="a\0b"),
        sh("the worker goes on", "echo still here"),
    ]
