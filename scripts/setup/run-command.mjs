import { SetupProblem } from './run.mjs';

/**
 * Runs a script's body and ends the process with the status it returns; a problem the user can fix
 * is shown as its sentence alone.
 *
 * @param {() => number | Promise<number>} body
 */
export async function runCommand(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.error(`buildtray: ${error.message}`);
    process.exitCode = 1;
  }
}
