const NO_SYSTEM_PACKAGES = '--no-system-packages';

/**
 * What every script that brings things understands, apart from what is its own.
 *
 * @param {readonly string[]} args
 * @returns {{ systemPackages: boolean, args: readonly string[] }} `systemPackages`: whether the
 *   system's package manager may be called
 */
export function scriptOptions(args) {
  return {
    systemPackages: !args.includes(NO_SYSTEM_PACKAGES),
    args: args.filter((arg) => arg !== NO_SYSTEM_PACKAGES),
  };
}
