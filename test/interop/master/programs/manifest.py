"""Prints what a directory holds, a line for each entry, in an order that never changes."""

import hashlib
import os
import stat
import sys


def main(top):
    for directory, directories, files in os.walk(top):
        directories.sort()
        if directory != top:
            print(line(top, directory))
        for name in sorted(files):
            print(line(top, os.path.join(directory, name)))


def line(top, path):
    found = os.lstat(path)
    shown = ascii(os.path.relpath(path, top))
    mode = stat.filemode(found.st_mode)
    if stat.S_ISLNK(found.st_mode):
        return f"{mode} {shown} -> {ascii(os.readlink(path))}"
    if stat.S_ISDIR(found.st_mode):
        return f"{mode} {shown}/"
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()[:16]
    return f"{mode} {shown} {found.st_size} bytes, sha256 {digest}"


if __name__ == "__main__":
    main(sys.argv[1])
