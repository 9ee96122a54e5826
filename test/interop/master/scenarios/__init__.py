"""The builds that are compared: a module per subject, each a dictionary of names and steps."""

import importlib

from buildbot.plugins import util


def builders(subjects, workers):
    """Those of one module, or of several with commas between."""
    builds = {}
    for subject in subjects.split(","):
        builds.update(importlib.import_module(f"scenarios.{subject}").builds())
    return [
        util.BuilderConfig(
            name=name,
            workernames=workers,
            collapseRequests=False,
            nextWorker=_the_one_asked_for,
            factory=util.BuildFactory(steps),
        )
        for name, steps in builds.items()
    ]


def _the_one_asked_for(_builder, workers, request):
    """Both workers serve every builder; the property `on` of a request says which one is meant."""
    wanted = request.properties.getProperty("on")
    return next((found for found in workers if found.worker.workername == wanted), None)
