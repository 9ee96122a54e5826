/** @param {boolean} forTest */
export function outputDirFor(forTest) {
  return forTest ? 'release/test' : 'release';
}

/** The folder that electron-builder makes for the target `dir`. */
export function unpackedDirOn(platform = process.platform) {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'win-unpacked' : 'linux-unpacked';
}

const PLATFORM_FLAGS = { linux: '--linux', darwin: '--mac', win32: '--win' };

/**
 * The arguments of electron-builder.
 *
 * @param {object} request
 * @param {import('../setup/electron-runtime.mjs').ElectronRuntime} request.electron
 * @param {readonly string[]} request.targets `dir` when empty
 * @param {string} request.outputDir
 * @param {string} request.platform
 */
export function builderArgs({ electron, targets, outputDir, platform }) {
  const flag = PLATFORM_FLAGS[/** @type {keyof typeof PLATFORM_FLAGS} */ (platform)];
  const config =
    electron.kind === 'official' ? 'electron-builder.yml' : 'electron-builder.test.yml';
  return [
    flag ?? '--linux',
    ...(targets.length > 0 ? targets : ['dir']),
    '--publish=never',
    `--config=${config}`,
    `--config.directories.output=${outputDir}`,
    // The runtime at hand, instead of a second download.
    `--config.electronDist=${electron.path}`,
    ...(electron.kind === 'official' ? [] : [`--config.electronVersion=${electron.version}`]),
  ];
}
