import { expect, it } from 'vitest';
import { mungeEmail } from '../../../../main/hostinfo/munge-email.ts';

it.each([
  ['ada@example.org', 'ada at example dot org'],
  ['Ada <ada.l@ci.example.org>, b@c.de', 'Ada <ada.l at ci dot example dot org>, b at c dot de'],
  ['ada@localhost', 'ada@localhost'],
  ['https://example.org', 'https://example.org'],
])('writes %s as people read it', (text, munged) => {
  expect(mungeEmail(text)).toBe(munged);
});
