"""Builds to try the comparison itself with: two of the same worker, and planted differences."""

from buildbot.plugins import steps, util

from .own_steps import manifest, sh, shell


def planted(this, otherwise):
    """*this* in a build that is forced with the property `plant`."""
    return util.Transform(
        lambda plant: this if plant else otherwise, util.Property("plant", default=False)
    )


def builds():
    return {
        "planted": [
            # The Python worker takes a log file of an earlier build for its own when size and second agree.
            sh("clean", "rm -f x.log y.log"),
            sh("exit code", util.Interpolate("exit %(kw:code)s", code=planted(3, 0))),
            sh("stdout", util.Interpolate("echo %(kw:text)s", text=planted("b", "a"))),
            sh("stderr", util.Interpolate("echo same %(kw:to)s", to=planted(">&2", ""))),
            sh("newline", planted("printf 'x\\n\\n'", "printf 'x\\n'")),
            sh("blank", planted("echo 'x '", "echo x")),
            sh("workdir", "pwd", workdir=planted("build2", "build")),
            sh("log file", planted("echo other > x.log", "echo a > x.log"), logfiles={"x": "x.log"}),
            sh("lazy log file", planted("echo a > y.log", ":"), logfiles={"y": "y.log"}, lazylogfiles=True),
            steps.SetProperty(name="property", property="found", value=planted("b", "a")),
            sh("step", "echo x", doStepIf=lambda step: not step.getProperty("plant", False)),
            sh("environment", "echo x", env=planted({"NEW": "1"}, {})),
            shell("signal", ["sh", "-c", planted("kill -9 $$", "exit 1")]),
            sh("order", planted("printf tail", "echo tail")),
            sh("mode", planted("umask 077; echo x > got", "umask 022; echo x > got")),
            manifest(),
            sh("untouched", "echo same; echo same >&2"),
        ],
        "triggered": [sh("below", "echo below")],
    }
