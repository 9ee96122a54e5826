import { expect, it } from 'vitest';
import { renderTac } from '../../../../../main/basedir/tac/render-tac.ts';
import { tacDiff } from '../../../../../main/basedir/tac/tac-diff.ts';
import { CONFIG } from './configs.ts';

const render = (changes: object) => renderTac({ ...CONFIG, ...changes }, { isRelocatable: false });

it('is empty where nothing differs', () => {
  expect(tacDiff('/w/buildbot.tac', 'a', 'a', 'changed')).toBe('');
});

it('shows the lines that differ, under both names', () => {
  const diff = tacDiff('/w/buildbot.tac', render({}), render({ keepalive: 7 }), 'changed');
  expect(diff).toMatch(/^--- \/w\/buildbot\.tac\n\+\+\+ changed\n/);
  expect(diff).toContain('-keepalive = 60\n+keepalive = 7\n');
});

it('shows no password', () => {
  const after = render({ password: 'new-secret', keepalive: 7 });
  const diff = tacDiff('/w/buildbot.tac', render({ password: 'old-secret' }), after, 'changed');
  expect(diff).toContain('keepalive');
  expect(diff).not.toContain('secret');
});
