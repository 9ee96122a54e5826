import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';

const BELOW = '../../../assets/sample/';

const texts = import.meta.glob('../../../assets/sample/**', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A file of the sample project. */
export interface SampleFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The sample project that a rehearsal builds, in the order of its names. */
export function sampleFiles(): readonly SampleFile[] {
  return Object.entries(texts)
    .map(([path, text]) => ({
      path: path.slice(BELOW.length),
      content: new Uint8Array(Buffer.from(withItsLineEnds(path, text), 'utf8')),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The sample project as a tar file. */
export async function sampleArchive(): Promise<Uint8Array> {
  const tar = pack();
  for (const { path, content } of sampleFiles()) {
    tar.entry({ name: path, mode: 0o644 }, Buffer.from(content));
  }
  tar.finalize();
  return new Uint8Array(await buffer(tar));
}

/** Batch files of Windows want both characters; everything else has the one, wherever it was built. */
function withItsLineEnds(path: string, text: string): string {
  const unix = text.replaceAll('\r\n', '\n');
  return path.endsWith('.cmd') ? unix.replaceAll('\n', '\r\n') : unix;
}
