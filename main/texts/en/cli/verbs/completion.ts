export const completion = {
  help: {
    summary: 'print the script that completes these words in a shell',
    about: [
      'Such as source <(buildtray completion bash) in the start-up file of the shell; in zsh after compinit; in fish buildtray completion fish | source.',
    ],
    args: { shell: 'bash, zsh or fish' },
    options: {},
    exit: { ok: 'it was printed', failed: 'never' },
  },
};
