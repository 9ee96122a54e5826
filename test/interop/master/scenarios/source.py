"""Checkouts, and the builds of an ordinary project around them."""

import os

from buildbot.plugins import steps, util

from .own_steps import GO_ON, manifest, manifest_on_master, on_master, sh, shell

# The test makes it: several commits, a branch, a tag.
REPOSITORY = os.path.join(os.environ["INTEROP_FILES"], "project.git")

# A commit's name holds its time.
DAY = "2024-02-01T12:00:00Z"


def builds():
    return {
        "git-incremental": git_incremental(),
        "git-clobber": git_full("clobber"),
        "git-fresh": git_full("fresh"),
        "git-clean": git_full("clean"),
        "git-copy": git_full("copy"),
        "git-revisions": git_revisions(),
        "git-options": git_options(),
        "git-patch": git_patch(),
        "git-missing": git_missing(),
        "ordinary": ordinary(),
        "failing": failing(),
        "flunking": flunking(),
        "trigger": trigger(),
        "triggered": [
            shell("below", ["echo", util.Property("given"), util.Property("parent_builder", default="none")]),
            manifest(),
        ],
        "worker-info": worker_info(),
    }


def git(name="git", **options):
    return steps.Git(
        repourl=REPOSITORY,
        name=name,
        **{"progress": False, "mode": "incremental", "haltOnFailure": False, **options},
    )


def show(name):
    """`.git` itself holds times, and packs that Git writes as it likes."""
    return sh(name, "git log -3 --format='%H %s'; git status --short --ignored; find . -path ./.git -prune -o -type f -print | sort", logEnviron=False)


def litter(name="litter", **options):
    script = "echo changed >> README; echo new > untracked; mkdir -p junk; echo x > junk/file.o"
    return sh(name, script, logEnviron=False, **options)


def git_incremental():
    return [git("first"), show("after the first"), litter(), git("second"), show("after the second")]


def git_full(method):
    options = {"mode": "full", "method": method}
    return [git("first", **options), show("after the first"), litter(), git("second", **options), show("after the second")]


def git_revisions():
    return [
        git("the branch", branch="feature"),
        show("on the branch"),
        git("back on the main line", branch="main"),
        show("on the main line"),
        git("the tag", branch="v1", tags=True),
        show("at the tag"),
        git("a branch that is not there", branch="no-such-branch"),
        show("after the failure"),
    ]


def git_options():
    return [
        git("shallow", shallow=True, workdir="shallow"),
        git("described", getDescription={"tags": True, "always": True}, tags=True, workdir="described"),
        git("configured", config={"user.name": "Someone Else"}, workdir="configured"),
        git("renamed origin", origin="upstream", workdir="renamed"),
        litter("to be committed", workdir="described"),
        steps.GitCommit(
            name="commit",
            env={"GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY},
            workdir="described",
            paths=["README"],
            messages=["commit of the test"],
            config={"user.name": "Someone", "user.email": "someone@example.org"},
            **GO_ON,
        ),
        steps.GitTag(name="tag", workdir="described", tagName="made-here", annotated=False, **GO_ON),
        steps.GitDiffInfo(name="difference", workdir="configured", compareToRef="main", **GO_ON),
        sh("shown", "git log --oneline | cut -d' ' -f2-; git tag", workdir="described", logEnviron=False),
    ]


def git_patch():
    return [git("patched"), show("with the patch"), sh("the patch", "cat README")]


def git_missing():
    return [
        steps.Git(repourl=REPOSITORY + "-not-there", name="missing", progress=False, mode="incremental", **GO_ON),
        steps.Git(repourl=REPOSITORY + "-not-there", name="missing and full", progress=False, mode="full", method="clobber", retry=(0, 1), **GO_ON),
    ]


def ordinary():
    """A step of every kind that an ordinary project's builder has."""
    return [
        git(mode="full", method="fresh"),
        steps.SetPropertyFromCommand(name="revision", command=["git", "rev-parse", "--short", "HEAD"], property="short"),
        steps.Configure(command=["./configure", "--prefix=/usr"]),
        steps.Compile(command=["make", "all"], env={"WARN": "1"}),
        steps.Compile(name="compile again", command=["make"], warnOnWarnings=True, maxWarnCount=0, **GO_ON),
        steps.Test(command=["make", "check"]),
        steps.ShellSequence(
            name="sequence",
            commands=[
                util.ShellArg(command=["echo", "one"], logname="first"),
                util.ShellArg(command="echo two; exit 1", logname="second", flunkOnFailure=False, warnOnFailure=True),
                util.ShellArg(command=["echo", util.Property("short")], logname="third"),
            ],
            **GO_ON,
        ),
        steps.PyFlakes(command=["sh", "-c", "echo \"x.py:1: 'os' imported but unused\"; exit 1"], **GO_ON),
        steps.Sphinx(sphinx=os.path.join(".", "sphinx"), sphinx_builddir="_build", **GO_ON),
        steps.RemovePYCs(),
        steps.MakeDirectory(dir="build/dist"),
        steps.CopyDirectory(src="build/src", dest="build/dist/src"),
        steps.StringDownload(util.Interpolate("%(prop:short)s\n"), workerdest="dist/VERSION"),
        steps.FileExists(file="build/dist/VERSION"),
        steps.FileUpload(workersrc="program", masterdest=on_master("program"), mode=0o755),
        steps.DirectoryUpload(workersrc="dist", masterdest=on_master("dist"), compress="gz"),
        steps.MasterShellCommand(command="echo on the master", logEnviron=False),
        steps.SetProperty(property="dist", value=util.Interpolate("%(prop:builddir)s/dist")),
        steps.Assert(util.Property("short") != ""),
        steps.RemoveDirectory(dir="build/dist"),
        manifest_on_master(on_master()),
        sh("tree", "find . -path ./.git -prune -o -print | sort", logEnviron=False),
    ]


def failing():
    """A build that stops at its third step, but for the one that always runs."""
    return [
        steps.ShellCommand(name="good", command="echo good"),
        steps.ShellCommand(name="warned", command="exit 1", flunkOnFailure=False, warnOnFailure=True, haltOnFailure=False),
        steps.ShellCommand(name="bad", command="echo bad >&2; exit 1", haltOnFailure=True),
        steps.ShellCommand(name="never", command="echo never"),
        steps.ShellCommand(name="always", command="echo always", alwaysRun=True),
    ]


def flunking():
    return [
        steps.ShellCommand(name="skipped", command="echo no", doStepIf=False),
        steps.ShellCommand(name="hidden", command="echo hidden", hideStepIf=lambda results, step: results == 0),
        steps.ShellCommand(name="asked", command="echo asked", doStepIf=lambda step: step.getProperty("on") != ""),
        steps.ShellCommand(name="flunks and goes on", command="exit 2", haltOnFailure=False, flunkOnFailure=True),
        steps.ShellCommand(name="a property that is not there", command=["echo", util.Interpolate("%(prop:missing)s")]),
        steps.ShellCommand(name="a warning by its code", command="exit 5", decodeRC={0: 0, 5: 1}),
        steps.ShellCommand(name="exception", command=["echo", util.Transform(lambda text: text[99], "x")]),
        steps.ShellCommand(name="never", command="echo never"),
    ]


def trigger():
    def on_the_same(**given):
        return {"on": util.Property("workername"), **given}

    return [
        steps.Trigger(
            name="trigger",
            schedulerNames=["triggered"],
            waitForFinish=True,
            set_properties=on_the_same(given="by the first"),
        ),
        shell("between", ["echo", "between"]),
        steps.Trigger(
            name="trigger again",
            schedulerNames=["triggered"],
            waitForFinish=True,
            updateSourceStamp=False,
            set_properties=on_the_same(given="by the second"),
        ),
    ]


def worker_info():
    names = ["basedir", "admin", "host", "version", "system", "numcpus", "os_id", "os_version_id", "delete_leftover_dirs"]
    return [
        *[
            shell(name, ["echo", util.Interpolate(f"%(worker:{name})s")], logEnviron=False)
            for name in names
            if name != "version"
        ],
        shell("as properties", ["echo", util.Property("os_id", default="none"), util.Property("basedir")]),
        steps.SetPropertiesFromEnv(name="environment", variables=["PATH", "LANG", "TZ", "PWD"]),
    ]
