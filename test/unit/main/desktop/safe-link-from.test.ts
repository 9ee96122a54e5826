import { expect, it } from 'vitest';
import { safeLinkFrom } from '../../../../main/desktop/safe-link-from.ts';

it.each([
  ['https://buildbot.net', 'https://buildbot.net/'],
  ['http://ci.example.org:8010/#/workers', 'http://ci.example.org:8010/#/workers'],
])('%s may be opened', (text, link) => {
  expect(safeLinkFrom(text)).toBe(link);
});

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://host/share',
  'ssh://host',
  'vscode://file/x',
  'https://bank.example@evil.example/',
  'ci.example.org',
  '--version',
  '',
])('%s is not opened', (text) => {
  expect(safeLinkFrom(text)).toBeUndefined();
});
