/** Words before a program, and what they make of it. */
export const WAYS_TO_LEAVE = {
  plain: '',
  session: 'setsid',
  emptied: 'env -i',
  daemon: 'env -i setsid',
} as const;

/** Shell that starts a long sleep in the background and writes its pid to a file, whole. */
export function leaving(way: keyof typeof WAYS_TO_LEAVE, file: string): string {
  const program = `echo $$ > ${file}.new; mv ${file}.new ${file}; exec sleep 600`;
  return `${WAYS_TO_LEAVE[way]} sh -c '${program}' > /dev/null 2>&1 < /dev/null &`;
}

/** The arguments of a `shell` command that runs a script in the builder's directory. */
export function shellArguments(script: string) {
  return {
    command: ['/bin/sh', '-c', script],
    workdir: '.',
    want_stdout: 1,
    want_stderr: 1,
    usePTY: false,
    logEnviron: false,
  };
}
