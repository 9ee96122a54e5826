import { stat } from 'node:fs/promises';

// Untested: no test runs on macOS.

const PLACES = ['/Library/Developer/CommandLineTools', '/Applications/Xcode.app'];

/**
 * Whether git, gcc and their like may be asked for their version. On a Mac without developer tools
 * each of them is a stub that opens a dialog instead.
 */
export async function mayAskDeveloperTools(platform = process.platform): Promise<boolean> {
  if (platform !== 'darwin') return true;
  const found = await Promise.all(
    PLACES.map((place) =>
      stat(place).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
