import type { Page } from '@playwright/test';

/** Places whose words are not ours: output, logs, names, what a file says. */
const FOREIGN =
  'pre, .pane, .line-frame, code, textarea, [role=log], [lang]:not(html), [translate=no]';

/** Every text that users see or hear on the page as it is now, without what is not ours. */
export function textsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate((foreign) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || parent.closest(`script, style, ${foreign}`)) continue;
      if (parent.checkVisibility()) found.push(node.textContent ?? '');
    }
    const attributes = ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'];
    for (const element of document.querySelectorAll('body *')) {
      if (element.parentElement?.closest(foreign) || !element.checkVisibility()) continue;
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
    }
    return [...new Set(found.map((text) => text.trim()).filter(Boolean))];
  }, FOREIGN);
}
