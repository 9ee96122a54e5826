import type { Page } from '@playwright/test';

/** Drops a file or a directory from the disk, as a hand would: only such a one has a path. */
export async function drop(page: Page, dropped: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [dropped], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  await session.detach();
}
