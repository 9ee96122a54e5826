"""What the worker's own options change in its builds."""

from buildbot.plugins import steps, util

from .own_steps import GO_ON, PYTHON, manifest, sh, shell

WRITE = "import sys; sys.stdout.buffer.write({data!r})"
SLOWLY = "import sys, time\nfor b in {data!r}:\n sys.stdout.buffer.write(bytes([b])); sys.stdout.buffer.flush(); time.sleep(0.005)"


def builds():
    return {"encoding": encoding(), "umask": umask()}


def encoding():
    """Run with `unicode_encoding`: words go out in it, and output comes in."""
    dump = "printf '%s' \"$1\" | od -An -tx1"
    return [
        shell("a word", ["sh", "-c", dump, "sh", "café"]),
        shell("words with odd ends", ["sh", "-c", 'for w in "$@"; do printf %s "$w" | od -An -tx1; done', "sh", "é\n", "", "\\é\\", "plain", "-é"]),
        sh("a text", "printf '%s' 'naïve' | od -An -tx1"),
        shell("standard input", ["od", "-An", "-tx1"], initialStdin="déjà vu\n"),
        shell("output", [PYTHON, "-c", WRITE.format(data="café ÿ ½\n".encode("latin-1"))]),
        shell("output byte by byte", [PYTHON, "-c", SLOWLY.format(data="é½\n".encode("latin-1"))]),
        shell("stderr", [PYTHON, "-c", "import sys; sys.stderr.buffer.write(b'caf\\xe9\\n')"]),
        shell("UTF-8 all the same", [PYTHON, "-c", WRITE.format(data="é\n".encode())]),
        sh("a log file", "printf 'caf\\351\\n' > made.log", logfiles={"made": "made.log"}),
        sh("on a terminal", "printf 'caf\\351 é\\n'", usePTY=True),
        sh("an environment", 'printf "%s" "$GIVEN" | od -An -tx1', env={"GIVEN": "é"}),
        steps.StringDownload("é\n", name="a text file", workerdest="text", **GO_ON),
        sh("files by name", "ls -b", logEnviron=False),
        manifest(),
    ]


def umask():
    return [
        shell("what the master receives", ["echo", util.Interpolate("%(worker:numcpus)s %(worker:system)s %(worker:delete_leftover_dirs)s")]),
        sh("made by a build", "umask; : > built; mkdir built-dir"),
        sh("made on a terminal", ": > built-on-terminal", usePTY=True),
        steps.MakeDirectory(name="a directory", dir="build/made/deep", **GO_ON),
        steps.StringDownload("x", name="a file", workerdest="new-dir/file", **GO_ON),
        steps.StringDownload("x", name="a file with a mode", workerdest="script", mode=0o755, **GO_ON),
        steps.CopyDirectory(name="a copy", src="build/new-dir", dest="build/copied", **GO_ON),
        manifest(),
    ]
