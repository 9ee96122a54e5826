#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { exitSurely } from '../system/exit-surely.ts';
import { cacheFolder } from '../system/user-folders.ts';

// Everything else is loaded afterwards, and comes out of the cache: a quarter less time and memory at the
// start. Where no cache can be kept, the program is compiled each time.
enableCompileCache(join(cacheFolder(process.env), 'compiled'));
const { runCommandLine } = await import('./run-command-line.ts');
await exitSurely(await runCommandLine(process.argv.slice(2)));
