"""Twenty builders that all build at once."""

from .own_steps import PYTHON, sh, shell


def builds():
    return {f"builder-{number:02d}": steps(number) for number in range(20)}


def steps(number):
    return [
        sh("hello", f"echo builder {number}; echo below >&2"),
        shell("output", [PYTHON, "-c", f"print('line of {number}\\n' * 500, end='')"], logEnviron=False),
        shell("directory", ["pwd"], logEnviron=False),
    ]
