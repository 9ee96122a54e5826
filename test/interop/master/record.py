"""A finished build as plain values."""

from trace_commands import notes_of


async def record_of_build(master, buildid):
    build = await master.data.get(("builds", buildid))
    builder = await master.data.get(("builders", build["builderid"]))
    properties = await master.data.get(("builds", buildid, "properties"))
    steps = await master.data.get(("builds", buildid, "steps"))
    return {
        "builder": builder["name"],
        "results": build["results"],
        "stateString": build["state_string"],
        "properties": {name: list(value) for name, value in properties.items()},
        "steps": [await _record_of_step(master, step) for step in steps],
    }


async def _record_of_step(master, step):
    logs = await master.data.get(("steps", step["stepid"], "logs"))
    return {
        "name": step["name"],
        "results": step["results"],
        "stateString": step["state_string"],
        "hidden": bool(step["hidden"]),
        "urls": sorted(url["name"] for url in step["urls"]),
        "logs": [await _record_of_log(master, log) for log in logs],
        "commands": notes_of(step["stepid"]),
    }


async def _record_of_log(master, log):
    content = ""
    if log["num_lines"]:
        contents = await master.data.get(("logs", log["logid"], "contents"))
        content = contents["content"]
    return {
        "name": log["name"],
        "type": log["type"],
        "complete": bool(log["complete"]),
        "lines": log["num_lines"],
        "streams": _streams(log["type"], content),
    }


def _streams(kind, content):
    """Two pipes are read in no certain order, so each stream of a stdio log is looked at alone."""
    if kind != "s":
        return {"text": content}
    names = {"h": "header", "o": "stdout", "e": "stderr", "i": "stdin"}
    streams = {}
    for line in content.split("\n")[:-1]:
        name = names[line[0]]
        streams[name] = streams.get(name, "") + line[1:] + "\n"
    return streams
