/**
 * How the command line begins where there is a shell: both a shell and Node can read it. The shell notes what
 * Node changes of a process before any script runs, which main/system/started-with.ts reads: the soft limit
 * of open files, and the signals that `nohup` or `&` has it ignore (the latter on Linux).
 */
const START_LINES = `#!/bin/sh
':' /*
mask=
while read -r name value; do
  case $name in SigIgn:) mask=$value;; esac
done 2>/dev/null </proc/$$/status
BUILDTRAY_STARTED_WITH="$$ $(ulimit -S -n) $mask"
export BUILDTRAY_STARTED_WITH
exec node "$0" "$@"
*/;
`;

const FOR_NODE_ALONE = /^#!\/usr\/bin\/env node\n/;

/**
 * Puts the start lines in the place of the one for Node alone. Windows has no such shell.
 *
 * @param {string} program
 * @param {string} [platform]
 */
export function withStartLines(program, platform = process.platform) {
  if (!FOR_NODE_ALONE.test(program)) throw new Error('the command line does not begin as it did');
  return platform === 'win32' ? program : program.replace(FOR_NODE_ALONE, () => START_LINES);
}
