import { files } from '../components/api.ts';

/** Larger than any mail or `buildbot.tac`. */
const MOST_BYTES = 1024 * 1024;

export interface Dropped {
  /** A directory, or the file of one, that main is to look at. */
  readonly path?: string;
  /** What a file, or a piece of text, holds. */
  readonly text?: string;
}

/** What was dropped onto the window; neither is there when it is nothing that can be read. */
export async function readDropped(dropped: DataTransfer): Promise<Dropped> {
  // Both are gone once the event is over.
  const [file] = dropped.files;
  const isDirectory = dropped.items[0]?.webkitGetAsEntry()?.isDirectory === true;
  const text = dropped.getData('text/plain');
  if (file === undefined) return text === '' ? {} : { text };
  const path = files.pathOf(file);
  const isOfWorker = isDirectory || file.name === 'buildbot.tac';
  if (isOfWorker && path !== undefined) return { path };
  if (isDirectory || file.size > MOST_BYTES) return {};
  return { text: await file.text() };
}
