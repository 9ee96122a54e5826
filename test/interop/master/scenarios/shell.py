"""Commands: how they are started, what they print, how they end."""

from buildbot.plugins import steps, util

from .own_steps import GO_ON, PYTHON, manifest, remote, sh, shell


def builds():
    return {
        "endings": endings(),
        "formats": formats(),
        "quoting": quoting(),
        "environment": environment(),
        "streams": streams(),
        "text": text(),
        "long-lines": long_lines(),
        "terminals": terminals(),
        "log-files": log_files(),
        "log-files-over-time": log_files_over_time(),
        "left-behind": left_behind(),
        "properties": properties(),
        "raw-shell": raw_shell(),
        "secrets": secrets(),
    }


def endings():
    return [
        shell("echo as a list", ["echo", "hello"]),
        sh("echo as a text", "echo hello"),
        shell("no output", ["true"]),
        shell("exit 1", ["false"]),
        sh("exit 3", "exit 3"),
        shell("exit 255", ["sh", "-c", "exit 255"]),
        sh("killed by KILL", "echo before; kill -9 $$"),
        sh("killed by TERM", "kill -TERM $$"),
        sh("killed by HUP", "kill -HUP $$"),
        shell("killed by SEGV", ["sh", "-c", "ulimit -c 0; kill -SEGV $$"]),
        shell("missing program as a list", ["no-such-program-here", "argument"]),
        shell("missing program with a path", ["./no-such-program-here"]),
        sh("missing program as a text", "no-such-program-here"),
        sh("a file that is no program", "echo x > plain.txt; ./plain.txt"),
        shell("decoded exit code", ["sh", "-c", "exit 4"], decodeRC={0: 0, 4: 1}),
        sh("a syntax error", "if then"),
        shell("a workdir that does not exist yet", ["pwd"], workdir="new/and/nested"),
        sh("a workdir of several parts", "pwd; echo $PWD", workdir="build/../build/./deeper"),
    ]


# Of 64 bits and little, for a processor that is none.
FOREIGN_ELF = (
    "import struct; open('foreign', 'wb').write(b'\\x7fELF\\x02\\x01\\x01'.ljust(16, b'\\0')"
    " + struct.pack('<HHIQQQIHHHHHH', 2, 0x1234, 1, 0x400000, 64, 0, 0, 64, 56, 1, 64, 0, 0) + bytes(56))"
)


def formats():
    """Files that may be executed and that the kernel cannot."""
    make = "; ".join(
        [
            "echo 'echo ran' > text",
            ": > empty",
            "printf '!<arch>\\n' > archive",
            f'{PYTHON} -c "{FOREIGN_ELF}"',
            "printf '#!./text\\n' > script",
            "chmod +x text empty archive foreign script",
        ]
    )
    kinds = ["text", "empty", "archive", "foreign", "script"]
    return [
        sh("make them", make, logEnviron=False),
        *[
            shell(f"{kind} {where}", [f"./{kind}"], usePTY=where == "on a terminal", logEnviron=False)
            for kind in kinds
            for where in ("by a pipe", "on a terminal")
        ],
        sh("a shell runs a text", "./text", logEnviron=False),
    ]


def quoting():
    odd = ["", " ", "two words", "it's", '"quoted"', "$HOME", "*", "~", "a\\b", "a;b", "#", "!", "é", "日本", "🚀"]
    odd += ["tab\there", "new\nline", "%s", "-n", "a=b", "a@b", "a,b", "a+b", "a/b.c", "[x]", "{a,b}", "`id`", "&"]
    return [
        shell("odd arguments", ["printf", "[%s]\n", *odd]),
        sh("odd text", "printf '[%s]\\n' \"two words\" 'it'\"'\"'s' $HOME '*' é 日本 \"\\\\\" ''"),
        sh("several lines", "echo one\necho two\n\necho \"three\n four\"\n"),
        sh("a text with quotes", "echo 'single' \"double\" `echo back`"),
        shell("only empty arguments", ["echo", "", ""]),
        shell("hidden argument", ["printf", "%s\n", ("obfuscated", "s3cret", "<hidden>")]),
        shell("nested lists", ["echo", ["one", ["two", "three"]], "four"]),
        shell("a long command", ["sh", "-c", "echo $#", *[f"argument-{number}" for number in range(2000)]]),
        shell("long argument", ["printf", "%.10s\n", "x" * 100_000]),
    ]


SHOW = r"""env | grep -E '^(GIVEN|TAKEN|PATH|PYTHONPATH|JOINED|EMPTY|OTHER|PWD|HOME|LANG|INTEROP_SET)=' | sort"""


def environment():
    return [
        sh("nothing given", SHOW),
        # Buildtray marks what a command starts by this variable; README.md says so.
        sh("the whole environment", "env -u BUILDTRAY_COMMAND | grep -v '^_=' | sort"),
        shell("the environment of a list", ["env", "-u", "BUILDTRAY_COMMAND"]),
        sh("without the environment in the log", "echo quiet", logEnviron=False),
        sh("a variable", SHOW, env={"GIVEN": "value with spaces", "EMPTY": ""}),
        sh("replaced", SHOW, env={"GIVEN": "${HOME}/x:${INTEROP_SET}:${UNSET}:$HOME", "OTHER": "${GIVEN}"}),
        sh("replaced by nothing", SHOW, env={"GIVEN": "[${constructor}${toString}]"}),
        sh("not quite replaced", SHOW, env={"GIVEN": "${a-b} ${} ${HOME ${HOME}} $${HOME}"}),
        sh("a list", SHOW, env={"PATH": ["/first", "${PATH}", "/last"], "JOINED": ["a", "b"]}),
        sh("a list for PYTHONPATH", SHOW, env={"PYTHONPATH": ["/p1", "/p2"]}),
        sh("a text for PYTHONPATH", SHOW, env={"PYTHONPATH": "/p1"}),
        sh("taken away", SHOW, env={"INTEROP_SET": None, "NEVER_THERE": None}),
        sh("non-ASCII", SHOW, env={"GIVEN": "é日本🚀"}),
        sh("several lines", "printf '%s' \"$GIVEN\"", env={"GIVEN": "one\ntwo\n"}),
        sh("PWD is the workdir", SHOW, env={"PWD": "/nowhere"}, workdir="elsewhere"),
        sh("a program to find", "mkdir bin; printf '#!/bin/sh\\necho found\\n' > bin/to-find; chmod +x bin/to-find"),
        shell("PATH finds the program", ["to-find"], env={"PATH": [util.Interpolate("%(prop:builddir)s/build/bin"), "${PATH}"]}),
        shell("the worker's PATH does not find it", ["to-find"]),
    ]


def streams():
    return [
        shell("with standard input", ["cat"], initialStdin="line one\nline two é\nno newline"),
        shell("empty standard input", ["cat"], initialStdin=""),
        shell("without standard input", ["cat"]),
        shell("standard input that nobody reads", ["true"], initialStdin="x" * 300_000),
        shell("counted standard input", ["wc", "-c"], initialStdin="é\n" * 100_000),
        sh("both streams", "echo out; echo err >&2; echo out again; echo err again >&2"),
        sh("only stderr", "echo err >&2"),
        sh("stdout unwanted", "echo out; echo err >&2", want_stdout=False),
        sh("stderr unwanted", "echo out; echo err >&2", want_stderr=False),
        sh("both unwanted", "echo out; echo err >&2", want_stdout=False, want_stderr=False),
        shell("closed streams", ["sh", "-c", "exec >&- 2>&-; exit 0"]),
        sh("many small writes to both", "for i in $(seq 60); do echo o$i; echo e$i >&2; done"),
    ]


def python(name, code, **options):
    return shell(name, [PYTHON, "-c", code], **options)


WRITE = "import sys; w = sys.stdout.buffer.write; "
SLOWLY = "import sys, time\nfor b in {data!r}:\n sys.stdout.buffer.write(bytes([b])); sys.stdout.buffer.flush(); time.sleep(0.005)"


def text():
    return [
        python("UTF-8", WRITE + "w('é 日本 🚀 ﬀ\\n'.encode())"),
        python("UTF-8 byte by byte", SLOWLY.format(data="é日本🚀\n".encode())),
        python("broken UTF-8", WRITE + "w(b'a\\xffb\\xc3(\\xe6\\x97c\\xf0\\x9f\\x9ad\\n')"),
        python("overlong and surrogates", WRITE + "w(b'\\xc0\\xaf \\xed\\xa0\\x80 \\xf8\\x88\\x80\\x80\\x80 \\xf4\\x90\\x80\\x80\\n')"),
        python("a character cut off at the end", WRITE + "w(b'cut \\xe6\\x97')"),
        python("latin-1", WRITE + "w('caf\\xe9 na\\xefve\\n'.encode('latin-1'))"),
        python("byte order mark", WRITE + "w(b'\\xef\\xbb\\xbfbom\\n')"),
        python("carriage returns", WRITE + "w(b'10%\\r20%\\r30%\\rdone\\n')"),
        python("a carriage return at the end", WRITE + "w(b'10%\\r')"),
        python("DOS lines", WRITE + "w(b'one\\r\\ntwo\\r\\n\\r\\nthree')"),
        python("a DOS line in two writes", SLOWLY.format(data=b"one\r\ntwo\r\n")),
        python("cursor escapes", WRITE + "w(b'a\\x1b[ub\\x1b[2;3Hc\\x1b[10;1fd\\x1b[2Je\\x1b[31mred\\x1b[0m\\n')"),
        python("backspaces", WRITE + "w(b'working |\\x08/\\x08-\\x08\\x08\\x08done\\n')"),
        python("escapes byte by byte", SLOWLY.format(data=b"a\x1b[2;3Hb\x08\x08c\x1b[2Jd\n")),
        python("no final newline", WRITE + "w(b'one\\ntwo')"),
        python("only newlines", WRITE + "w(b'\\n\\n\\n')"),
        python("one newline", WRITE + "w(b'\\n')"),
        python("blanks at the ends", WRITE + "w(b'  lead\\ntrail  \\n\\ttab\\t\\n')"),
        python("NUL", WRITE + "w(b'a\\0b\\n\\0\\n')"),
        python("other controls", WRITE + "w(bytes(range(1, 8)) + b'\\x0b\\x0c\\x0e\\x7f\\n')"),
        python("line separators of Unicode", WRITE + "w('a\\u2028b\\u2029c\\x85d\\x1ce\\n'.encode())"),
        python("stderr without a final newline", "import sys; sys.stderr.write('tail')"),
        python("both without a final newline", "import sys; sys.stdout.write('out'); sys.stdout.flush(); sys.stderr.write('err')"),
        sh("3000 lines at once", "seq 3000"),
        sh("three slow lines", "echo one; sleep 0.2; echo two; sleep 0.2; echo three"),
        python("50,000 short lines", "print('x\\n' * 50000, end='')", logEnviron=False),
        python("half a megabyte of words", "print(('word ' * 16 + '\\n') * 6000, end='')", logEnviron=False),
        python("words of the wire", "print('list\\nNone\\nmessage\\ndictionary')"),
    ]


def long_lines():
    return [
        python("4094 characters", "print('x' * 4094)"),
        python("4095 characters", "print('x' * 4095)"),
        python("4096 characters", "print('x' * 4096)"),
        python("4097 characters", "print('x' * 4097)"),
        python("10,000 characters", "print(''.join(f'{n:05d}' for n in range(2000)))"),
        python("10,000 characters without a newline", "print('x' * 10000, end='')"),
    ]


def terminals():
    is_terminal = "import sys; print([stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)])"
    return [
        python("no terminal", is_terminal, usePTY=False),
        python("a terminal", is_terminal, usePTY=True),
        sh("stderr of a terminal", "echo out; echo err >&2", usePTY=True),
        sh("exit code of a terminal", "exit 5", usePTY=True),
        sh("killed in a terminal", "kill -9 $$", usePTY=True),
        sh("non-ASCII in a terminal", "printf 'é 日本\\n'", usePTY=True),
        sh("kind of terminal", "echo TERM=$TERM; stty size; ps -o tty= -p $$ | cut -c1-3", usePTY=True),
        sh("many lines in a terminal", "seq 3000", usePTY=True),
    ]


def log_files():
    """All of these end before the Python worker looks at its files a second time."""
    return [
        sh("made by the command", "echo in the log > made.log; echo done", logfiles={"made": "made.log"}),
        sh("never made", "echo done", logfiles={"never": "never.log"}),
        sh("there and unchanged", "echo done", logfiles={"old": "made.log"}),
        sh("there and appended to", "echo more >> made.log", logfiles={"grown": "made.log"}),
        sh("there and replaced", "rm made.log; echo fresh > made.log", logfiles={"fresh": "made.log"}),
        sh("in a new directory", "mkdir -p a/b; echo deep > a/b/c.log", logfiles={"deep": "a/b/c.log"}),
        sh("two files", "echo 1 > one.log; echo 2 > two.log", logfiles={"one": "one.log", "two": "two.log"}),
        sh("as a dictionary", "echo x > dict.log", logfiles={"dict": {"filename": "dict.log"}}),
        sh("lazy and missing", "echo done", logfiles={"lazy": "lazy.log"}, lazylogfiles=True),
        sh("lazy and there", "echo x > lazy.log", logfiles={"lazy": "lazy.log"}, lazylogfiles=True),
        sh("no final newline", "printf 'one\\ntwo' > tail.log", logfiles={"tail": "tail.log"}),
        sh("broken UTF-8", "printf 'a\\377b\\n' > broken.log", logfiles={"broken": "broken.log"}),
        sh("progress", "printf '1\\r2\\r3\\n' > progress.log", logfiles={"progress": "progress.log"}),
        sh("an empty file", ": > empty.log", logfiles={"empty": "empty.log"}),
        sh("many lines", "seq 5000 > many.log", logfiles={"many": "many.log"}, logEnviron=False),
        sh("followed and unchanged", "echo done", logfiles={"followed": {"filename": "one.log", "follow": True}}),
    ]


def log_files_over_time():
    """These last until the Python worker has looked at its files again."""
    slowly = "for i in 1 2 3 4 5 6; do echo line $i >> slow.log; sleep 0.5; done"
    return [
        sh("written slowly", slowly, logfiles={"slow": "slow.log"}),
        sh("followed", slowly, logfiles={"followed": {"filename": "slow.log", "follow": True}}),
    ]


# The pid is printed before the command goes on, so that a later step can look for it.
STAY = "import os, time; os.setsid() if {apart} else None; open({file!r}, 'w').write(str(os.getpid())); time.sleep(600)"


def gone(name, file):
    return sh(
        name,
        f"pid=$(cat {file}); for i in $(seq 100); do kill -0 $pid 2>/dev/null || break; sleep 0.05; done; "
        "kill -0 $pid 2>/dev/null && echo still there || echo gone",
        logEnviron=False,
    )


def left_behind():
    def stay(file, apart=False):
        code = STAY.format(apart=apart, file=file)
        return f'{PYTHON} -c "{code}" > /dev/null 2>&1 &'

    def until(file):
        return f"while ! [ -s {file} ]; do sleep 0.02; done"

    return [
        sh("killed with a child", f"{stay('child.pid')} {until('child.pid')}; echo started; sleep 600", timeout=1),
        gone("the child is gone", "child.pid"),
        sh("starts a server for the next step", f"{stay('server.pid')} {until('server.pid')}; echo serves", logEnviron=False),
        sh("the next step finds it", "kill -0 $(cat server.pid) && echo here; kill $(cat server.pid)", logEnviron=False),
        sh("waits for what holds its output", "(sleep 1; echo late) & echo started", logEnviron=False),
        sh("waits no longer than its timeout", "sleep 600 & echo started", timeout=1, logEnviron=False),
    ]


def properties():
    def several(rc, out, err):
        return {"out lines": out.split("\n"), "rc": rc, "err": err}

    return [
        steps.SetPropertyFromCommand(name="one", command=["echo", "  value é  "], property="one", **GO_ON),
        steps.SetPropertyFromCommand(name="unstripped", command="echo ' v '", property="raw", strip=False, **GO_ON),
        steps.SetPropertyFromCommand(name="failing", command="echo x; exit 2", property="failing", **GO_ON),
        steps.SetPropertyFromCommand(
            name="several", command="echo a; echo b; echo e >&2", extract_fn=several, includeStderr=True, **GO_ON
        ),
        steps.SetPropertiesFromEnv(name="from the environment", variables=["INTEROP_SET", "HOME", "NEVER_THERE"], **GO_ON),
        steps.SetProperty(name="set", property="joined", value=util.Interpolate("%(prop:one)s and %(prop:basedir)s")),
        shell("used", ["echo", util.Property("one"), util.Property("joined"), util.Property("builddir")]),
        steps.LogRenderable(name="rendered", content=util.Property("several", default={})),
    ]


def secrets():
    """What the master hides: it reaches the program, and no log."""
    return [
        shell("a secret word", ["echo", util.Secret("word")]),
        sh("a secret in a text", util.Interpolate("echo %(secret:word)s | tr a-z A-Z")),
        sh("a secret in the environment", 'test ${#GIVEN} = 11 && echo right', env={"GIVEN": util.Secret("word")}),
    ]


def raw_shell():
    """What no step of Buildbot can be brought to send."""

    def send(name, **args):
        return remote(name, "shell", **{"workdir": "raw", "logEnviron": False, **args})

    return [
        send("the least there can be", command=["echo", "hello"]),
        send("a workdir with a trailing slash", command=["pwd"], workdir="raw/"),
        send("a number in the environment", command=["true"], env={"NUMBER": 7}),
        send("a list of a number", command=["true"], env={"NUMBER": [7]}),
        send("an obfuscated argument", command=["echo", ("obfuscated", "real", "shown")]),
        send("an unknown argument", command=["echo", "x"], unheard_of=1),
        send("stdout only when asked for", command="echo out; echo err >&2", want_stdout=0, want_stderr=1),
        send("null limits", command=["echo"], timeout=None, maxTime=None, max_lines=None, sigtermTime=None),
        send("one second", command=["echo"], timeout=1, maxTime=1),
        send("a fraction of a second", command=["echo"], timeout=1.5, maxTime=2.5),
        send("an empty list of log files", command=["echo"], logfiles={}),
        send("environment in the log", command=["true"], env={"Z": "last", "A": "first"}, logEnviron=True),
        send("a directory in place of a program", command=["/"]),
        send("a workdir that is a file", command=["pwd"], workdir="file"),
        remote("missing arguments", "shell", timeout=1),
        remote("an unknown command", "no-such-command", x=1),
        manifest(workdir="raw"),
    ]
