import { notifications } from '@mantine/notifications';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { API_NAME, FILES_NAME } from '../../../main/contract/api.ts';
import { layOut } from './lay-out.ts';
import { main } from './main.ts';

// Busy machines take their time; what waits for nothing is not slower for it.
// Whether each element can be seen is not asked: nothing is styled, and asking takes most of the time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });

layOut();
// Nothing is ever loaded.
Object.assign(document, { fonts: new EventTarget() });
Object.assign(window, { [API_NAME]: main.api, [FILES_NAME]: { pathOf: () => undefined } });

beforeEach(() => {
  vi.spyOn(console, 'error');
});

afterEach(() => {
  cleanup();
  // They are kept outside of every window.
  notifications.clean();
  main.reset();
  // React and the window report there what they survive; a test that provokes it clears the mock.
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});
