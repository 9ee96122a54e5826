"""What ends a command before it ends by itself."""

from .own_steps import PYTHON, sh, shell

GRUMBLE = "trap 'echo caught; exit 7' TERM; echo ready; while :; do sleep 0.05; done"
DEAF = "trap '' TERM; echo ready; while :; do sleep 0.05; done"


def builds():
    return {
        "timeout": [
            sh("silence", "echo before; sleep 600", timeout=1),
            sh("silence in a terminal", "echo before; sleep 600", timeout=1, usePTY=True),
            sh("output keeps it alive", "for i in 1 2 3 4 5 6; do echo $i; sleep 0.3; done", timeout=1),
            sh("stderr keeps it alive", "for i in 1 2 3 4 5 6; do echo $i >&2; sleep 0.3; done", timeout=1),
            shell("silence of a list", ["sleep", "600"], timeout=1),
            sh("output cut off in a line", "printf 'no newline'; sleep 600", timeout=1),
        ],
        "max-time": [
            sh("takes too long", "while :; do echo x; sleep 0.3; done | head -c 2; sleep 600", maxTime=1),
            sh("both limits", "sleep 600", maxTime=1, timeout=30),
            sh("in time", "echo quick", maxTime=30, timeout=30),
        ],
        "max-lines": [
            # What follows the limit is cut off at a chunk's end, so the command stops by itself.
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
        "interrupt-int-python": [
            shell(
                "waits",
                [PYTHON, "-c", "open('started', 'w').write('x')\ntry:\n while True: input()\nexcept EOFError:\n import time; time.sleep(600)"],
                interruptSignal="TERM",
            ),
            after_the_stop(),
        ],
        "interrupt-terminal": [waits("waits", usePTY=True), after_the_stop()],
    }


def waits(name, **options):
    """Tells that it runs by the file that the test waits for."""
    return sh(name, "echo ready; echo x > started; sleep 600", **options)


def after_the_stop():
    return sh("after the stop", "echo after", alwaysRun=True)
