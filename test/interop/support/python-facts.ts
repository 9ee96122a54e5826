import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { interopDir, venvProgram } from './places.ts';

/** What a script of `facts/` finds out from Python or Twisted. The caller knows its shape. */
export function pythonFacts(script: string, input: unknown = null): unknown {
  const output = execFileSync(venvProgram('python'), [path.join(interopDir, 'facts', script)], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(output);
}
