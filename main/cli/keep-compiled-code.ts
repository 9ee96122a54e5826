import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { codeOf } from '../lib/message-of.ts';
import { cacheFolder } from '../system/user-folders.ts';

/**
 * Has Node keep the compiled code of all modules loaded from now on in the user's cache folder. Where that
 * cannot be, each start compiles the program.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv = process.env): void {
  const folder = cacheFolder(env);
  const compiled = join(folder, 'compiled');
  // One by one: where nothing can be made, as in /proc, Node tries for ever to make the parents.
  if ([dirname(folder), folder, compiled].every(isMade)) enableCompileCache(compiled);
}

function isMade(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    return codeOf(error) === 'EEXIST';
  }
}
