"""What ends a command before it ends by itself."""

from .own_steps import sh, shell

GRUMBLE = "trap 'echo caught; exit 7' TERM; echo ready; while :; do sleep 0.05; done"
# Without sigtermTime the Python worker closes the pipes as it signals, so a word more may end the shell.
QUIET = "trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done"
DEAF = "trap '' TERM; echo ready; while :; do sleep 0.05; done"


def builds():
    return {
        "timeout": [
            sh("silence", "echo before; sleep 600", timeout=1),
            sh("silence in a terminal", "echo before; sleep 600", timeout=1, usePTY=True),
            sh("output keeps it alive", "for i in 1 2 3 4 5 6; do echo $i; sleep 0.5; done", timeout=2),
            sh("stderr keeps it alive", "for i in 1 2 3 4 5 6; do echo $i >&2; sleep 0.5; done", timeout=2),
            shell("silence of a list", ["sleep", "600"], timeout=1),
            sh("output cut off in a line", "printf 'no newline'; sleep 600", timeout=1),
        ],
        "max-time": [
            sh("takes too long", "echo before; sleep 600", maxTime=1),
            sh("both limits", "sleep 600", maxTime=1, timeout=30),
            sh("in time", "echo quick", maxTime=30, timeout=30),
        ],
        "max-lines": [
            sh("too many lines", "seq 11; sleep 600", max_lines=10),
            sh("as many as allowed", "seq 10", max_lines=10),
            sh("a line without an end", "seq 10; printf x", max_lines=10),
            sh("both streams", "seq 6; seq 6 >&2; sleep 600", max_lines=10),
            sh("progress counts", "printf '1\\r2\\r3\\r4\\r'; sleep 600", max_lines=3),
        ],
        "term-first": [
            sh("a handler that exits 7", GRUMBLE, timeout=1, sigtermTime=5),
            sh("TERM is ignored", DEAF, timeout=1, sigtermTime=1),
            sh("TERM is enough", "sleep 600", timeout=1, sigtermTime=5),
            sh("TERM and exit 0", "trap 'exit 0' TERM; while :; do sleep 0.05; done", timeout=1, sigtermTime=5),
        ],
        "interrupt": [waits("waits"), after_the_stop()],
        "interrupt-term-first": [waits("waits", sigtermTime=5), after_the_stop()],
        "interrupt-deaf": [sh("waits", f"echo x > started; {DEAF}", sigtermTime=1), after_the_stop()],
        "interrupt-int": [waits("waits", interruptSignal="INT"), after_the_stop()],
        "interrupt-term-signal": [
            sh("waits", f"echo x > started; {QUIET}", interruptSignal="TERM"),
            after_the_stop(),
        ],
        "interrupt-terminal": [waits("waits", usePTY=True), after_the_stop()],
    }


def waits(name, **options):
    """Shows that it runs by the file that the test waits for."""
    return sh(name, "echo ready; echo x > started; sleep 600", **options)


def after_the_stop():
    return sh("after the stop", "echo after", alwaysRun=True)
