"""Files and directories that travel between worker and master."""

import os

from buildbot.plugins import steps, util

from .own_steps import (
    GO_ON,
    PYTHON,
    StoppedDirectoryUpload,
    StoppedFileDownload,
    StoppedFileUpload,
    manifest,
    manifest_on_master,
    on_master,
    sh,
    shell,
)

BLOCK = 4096

MAKE_FILES = rf"""
import os
def file(name, content, mode=0o644, when=1700000000):
    with open(name, 'wb') as out:
        out.write(content)
    os.chmod(name, mode)
    os.utime(name, (when, when))
for size in (0, 1, {BLOCK - 1}, {BLOCK}, {BLOCK + 1}, 3 * {BLOCK}):
    file(f'size-{{size}}', (bytes(range(256)) * (size // 256 + 1))[:size])
file('five-megabytes', os.urandom(1) * 0 + bytes(i * i % 251 for i in range(1 << 16)) * 80)
file('script.sh', b'#!/bin/sh\n', 0o755)
file('n\u00e4me with blanks', 'gr\u00fc\u00df'.encode())
file('one.txt', b'one'); file('two.txt', b'two'); file('three.log', b'three')
"""

# The members' order is the file system's; the unpacked tree is compared.
MAKE_TREE = r"""
import os
def file(name, content, mode=0o644, when=1700000000):
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, 'wb') as out:
        out.write(content)
    os.chmod(name, mode)
    os.utime(name, (when, when))
file('tree/plain.txt', b'plain')
file('tree/script', b'#!/bin/sh\n', 0o755)
file('tree/private', b'secret', 0o600)
file('tree/empty', b'')
file('tree/gr\u00fc\u00df/n\u00e4me', b'unicode')
file('tree/latin-1 caf\udce9/\udcff', b'no UTF-8')
file('tree/deep/er/and/deep' + 'er' * 40 + '/' + 'long' * 40, b'long name')
file('tree/big', bytes(range(256)) * 4096)
file('tree/.hidden/.file', b'hidden')
os.makedirs('tree/empty-directory', exist_ok=True)
os.makedirs('tree/shut', mode=0o700, exist_ok=True)
os.symlink('plain.txt', 'tree/link')
os.symlink('deep/er', 'tree/link-to-directory')
os.symlink('nowhere', 'tree/broken-link')
os.link('tree/plain.txt', 'tree/hard-link')
os.makedirs('hollow', exist_ok=True)
os.utime('tree', (1700000000, 1700000000))
"""


def builds():
    return {
        "upload-file": upload_file(),
        "upload-many-files": upload_many_files(),
        "upload-with-times": upload_with_times(),
        "upload-directory": upload_directory(),
        "upload-directory-too-large": upload_directory_too_large(),
        "download": download(),
        "download-text": download_text(),
        "upload-stopped": upload_stopped(),
        "upload-directory-stopped": upload_directory_stopped(),
        "download-stopped": download_stopped(),
    }


def upload(name, source, **options):
    return steps.FileUpload(
        name=name, workersrc=source, masterdest=on_master("files", name), **{**GO_ON, **options}
    )


def upload_file():
    sizes = [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK]
    return [
        shell("make files", [PYTHON, "-c", MAKE_FILES]),
        *[upload(f"{size} bytes", f"size-{size}", blocksize=BLOCK) for size in sizes],
        upload("five megabytes", "five-megabytes"),
        upload("as large as allowed", f"size-{BLOCK}", maxsize=BLOCK, blocksize=1000),
        upload("a byte too large", f"size-{BLOCK + 1}", maxsize=BLOCK, blocksize=1000),
        upload("much too large", "five-megabytes", maxsize=10_000),
        upload("nothing allowed", "size-1", maxsize=0),
        upload("a limit beyond all files", "size-1", maxsize=10**18),
        upload("with a mode", "script.sh", mode=0o640),
        upload("odd name", "näme with blanks"),
        upload("from below", "../build/one.txt"),
        upload("by its full name", util.Interpolate("%(prop:builddir)s/build/one.txt")),
        upload("missing", "not-there"),
        upload("a directory", "."),
        upload("with a link", "one.txt", url="http://example.org/one.txt", urlText="one"),
        manifest_on_master(on_master()),
        # The master fails here, and an exception ends a build.
        steps.FileUpload(name="to a place that is a file", workersrc="one.txt", masterdest=on_master("files", "1 bytes", "x"), **GO_ON),
    ]


def upload_many_files():
    def many(name, sources, **options):
        return steps.MultipleFileUpload(
            name=name, workersrcs=sources, masterdest=on_master("many", name), **{**GO_ON, **options}
        )

    return [
        shell("make files", [PYTHON, "-c", MAKE_FILES]),
        shell("make a tree", [PYTHON, "-c", MAKE_TREE]),
        many("two files", ["one.txt", "two.txt"]),
        many("a pattern", ["*.txt"], glob=True),
        many("a pattern without a match", ["*.none"], glob=True),
        many("a file and a directory", ["one.txt", "tree"], compress="gz"),
        many("a missing one among others", ["one.txt", "not-there", "two.txt"]),
        many("too large", ["five-megabytes"], maxsize=1000),
        manifest_on_master(on_master()),
    ]


def upload_with_times():
    """Over MessagePack the master fails in it, and an exception ends the Python worker's build."""
    return [
        shell("make files", [PYTHON, "-c", MAKE_FILES]),
        upload("with its times", "one.txt", keepstamp=True),
        steps.MultipleFileUpload(
            name="with their times",
            workersrcs=["one.txt", "two.txt"],
            masterdest=on_master("many"),
            keepstamp=True,
            **GO_ON,
        ),
        steps.MasterShellCommand(
            name="times",
            command=["stat", "-c", "%Y", on_master("files", "with its times"), on_master("many", "two.txt")],
            logEnviron=False,
            **GO_ON,
        ),
        manifest_on_master(on_master()),
    ]


def upload_directory():
    def directory(name, source, **options):
        return steps.DirectoryUpload(
            name=name, workersrc=source, masterdest=on_master("trees", name), **{**GO_ON, **options}
        )

    return [
        shell("make a tree", [PYTHON, "-c", MAKE_TREE]),
        manifest(),
        directory("plain", "tree"),
        directory("gz", "tree", compress="gz"),
        directory("bz2", "tree", compress="bz2"),
        directory("small blocks", "tree", blocksize=512),
        directory("hollow", "hollow"),
        directory("through a link", "tree/link-to-directory"),
        directory("missing", "not-there"),
        directory("a file", "tree/plain.txt"),
        manifest_on_master(on_master()),
    ]


def upload_directory_too_large():
    """The Python worker never ends this step, so nothing is there to compare with."""
    return [
        shell("make a tree", [PYTHON, "-c", MAKE_TREE]),
        steps.DirectoryUpload(
            name="too large", workersrc="tree", masterdest=on_master("large"), maxsize=1000, **GO_ON
        ),
    ]


def download():
    files = os.environ["INTEROP_FILES"]
    made = {"empty": b"", "one": b"1", "block": b"b" * BLOCK, "block-and-one": b"c" * (BLOCK + 1)}
    made["big"] = bytes(range(256)) * 8192
    os.makedirs(files, exist_ok=True)
    for name, content in made.items():
        with open(os.path.join(files, name), "wb") as file:
            file.write(content)

    def fetch(name, source, dest=None, **options):
        return steps.FileDownload(
            name=name,
            mastersrc=os.path.join(files, source),
            workerdest=dest or name,
            **{**GO_ON, **options},
        )

    return [
        sh("a place for them", "mkdir kept; echo old > kept/file; echo old > kept/truncated; mkdir is-a-directory; ln -s kept/file link"),
        *[fetch(name, name, blocksize=BLOCK) for name in made],
        fetch("into new directories", "one", "new/and/deep/file"),
        fetch("with a mode", "one", mode=0o640),
        fetch("executable", "one", mode=0o755),
        fetch("over an old one", "block", "kept/file"),
        fetch("over an old one with a mode", "block", "kept/file", mode=0o600),
        fetch("through a link", "one", "link"),
        fetch("as large as allowed", "block", maxsize=BLOCK),
        fetch("too large", "big", "kept/truncated", maxsize=BLOCK, blocksize=1000),
        fetch("missing on the master", "not-there"),
        fetch("onto a directory", "one", "is-a-directory"),
        fetch("below a file", "one", "kept/file/below"),
        fetch("non-ASCII", "one", "grüß/näme"),
        manifest(),
    ]


def download_text():
    return [
        steps.StringDownload("text é 日本\n", name="text", workerdest="text", **GO_ON),
        steps.StringDownload("#!/bin/sh\necho it runs\n", name="script", workerdest="bin/script", mode=0o755, **GO_ON),
        steps.StringDownload("", name="empty", workerdest="empty", **GO_ON),
        steps.StringDownload("x" * 100_000, name="long", workerdest="long", blocksize=1000, **GO_ON),
        steps.StringDownload("x" * 100, name="too long", workerdest="too-long", maxsize=10, **GO_ON),
        steps.JSONStringDownload({"a": [1, None, True], "é": "日本"}, name="json", workerdest="value.json", **GO_ON),
        steps.SetProperty(property="answer", value=42),
        steps.JSONPropertiesDownload(name="properties", workerdest="properties.json", **GO_ON),
        shell("script runs", ["bin/script"]),
        shell("json arrived", ["cat", "value.json"]),
        shell(
            "properties arrived",
            [
                PYTHON,
                "-c",
                "import json; found = json.load(open('properties.json'))['properties']; "
                "del found['buildnumber']; print(sorted(found.items()))",
            ],
        ),
        sh("without the properties", "rm properties.json"),
        manifest(),
    ]


# Far more than can have travelled when the worker is notified of the stop.
LARGE = 1 << 30


def upload_stopped():
    return [
        sh("make a file", f"truncate -s {LARGE} large"),
        StoppedFileUpload(name="stopped", workersrc="large", masterdest=on_master("files", "large"), blocksize=64 * 1024),
        manifest_on_master(on_master(), alwaysRun=True),
    ]


def upload_directory_stopped():
    return [
        sh("make a tree", f"mkdir large && truncate -s {LARGE // 8} large/file"),
        StoppedDirectoryUpload(name="stopped", workersrc="large", masterdest=on_master("large")),
        manifest_on_master(on_master(), alwaysRun=True),
    ]


def download_stopped():
    source = os.path.join(os.environ["INTEROP_FILES"], "large")
    os.makedirs(os.path.dirname(source), exist_ok=True)
    with open(source, "wb") as file:
        file.truncate(LARGE)
    return [
        sh("a place for it", "mkdir -p kept && echo old > kept/large"),
        StoppedFileDownload(name="stopped", mastersrc=source, workerdest="kept/large"),
        sh("what is left", "ls -A kept", alwaysRun=True),
    ]

