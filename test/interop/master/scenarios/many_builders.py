"""Twenty builders that all build at once, each in one step: what counts is that they share a worker."""

from .own_steps import PYTHON, shell

PROGRAM = "import os, sys; sys.stderr.write('below\\n'); print('line of {}\\n' * 500 + os.getcwd())"


def builds():
    return {f"builder-{number:02d}": steps(number) for number in range(20)}


def steps(number):
    return [shell("output", [PYTHON, "-c", PROGRAM.format(number)], logEnviron=False)]
