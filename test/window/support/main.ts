import { FakeMain } from './fake-main.ts';

/** The main process of the window under test; `setup.ts` puts it into the window and resets it. */
export const main = new FakeMain();
