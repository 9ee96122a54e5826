import type { Page } from '@playwright/test';

/** What on the page as it is now is cut off, covered, or has to be scrolled for sideways. */
export function layoutFaultsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const faults: string[] = [];
    const controls = 'button, a[href], input, select, textarea:not([aria-hidden]), [role=button]';
    const nameOf = (element: Element): string => {
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40);
      return `${element.tagName.toLowerCase()} “${name}”`;
    };
    const scrolls = (element: Element, axis: 'X' | 'Y'): boolean =>
      ['auto', 'scroll'].includes(getComputedStyle(element)[`overflow${axis}`]);
    const parents = (element: Element): Element[] => {
      const found: Element[] = [];
      for (let at = element.parentElement; at !== null; at = at.parentElement) found.push(at);
      return found;
    };
    const isSeen = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true });
    };

    for (const frame of [document.documentElement, document.querySelector('.main')]) {
      if (frame !== null && frame.scrollWidth > frame.clientWidth)
        faults.push(`${frame.className || 'the window'} scrolls sideways`);
    }
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight > clientHeight) faults.push('the window scrolls beside its page');
    for (const control of [...document.querySelectorAll(controls)].filter(isSeen)) {
      const pane = parents(control).find((parent) => scrolls(parent, 'X'));
      const isInPane = pane !== undefined && !pane.matches('.main, html, body');
      if (!isInPane) {
        const { left, right } = control.getBoundingClientRect();
        if (left < -0.5 || right > innerWidth + 0.5) faults.push(`${nameOf(control)} sticks out`);
      }
      control.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const { left, right, top, bottom } = control.getBoundingClientRect();
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const isHit =
        at !== null &&
        (control.contains(at) ||
          at.contains(control) ||
          at.closest('label')?.control === control ||
          // An input's own button, such as the eye of a password.
          at.closest('.mantine-InputWrapper-root, .mantine-Input-wrapper')?.contains(control));
      if (!isHit) faults.push(`${nameOf(control)} is covered by ${at ? nameOf(at) : 'nothing'}`);
    }
    for (const element of [...document.querySelectorAll('body *')].filter(isSeen)) {
      const { textOverflow, overflowX } = getComputedStyle(element);
      const isCut = element.scrollWidth > element.clientWidth + 1 && overflowX === 'hidden';
      const isLabel = textOverflow === 'ellipsis' || element.matches('button, button *');
      if (isCut && isLabel && !element.closest('input, [title]'))
        faults.push(`${nameOf(element)} is cut off`);
    }
    document.querySelector('.main')?.scrollTo(0, 0);
    return faults;
  });
}
