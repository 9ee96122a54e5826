import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../../main/texts/texts.ts';
import {
  EXTRA_NAMES,
  WORKER_SETTING_NAMES,
} from '../../../../main/worker-settings/settings-table.ts';
import { labelOf, shownValue } from '../../../../renderer/add-worker/label-of.ts';

const texts = textsIn('en');

describe('the label of a field', () => {
  it('is the form’s own for what everybody fills in, and else that of the settings', () => {
    expect(labelOf('password', texts)).toBe(texts.addWorker.password);
    expect(labelOf('basedir', texts)).toBe(texts.addWorker.directory);
    expect(labelOf('keepalive', texts)).toBe(texts.settings.fields.keepalive.label);
  });

  it('is there for every field', () => {
    const labels = [...WORKER_SETTING_NAMES, ...EXTRA_NAMES].map((name) => labelOf(name, texts));
    expect(labels.filter((label) => !label)).toEqual([]);
  });
});

describe('a value as people read it', () => {
  it('is on or off for a switch', () => {
    expect(shownValue('useTls', 'True', texts)).toBe(texts.settings.on);
    expect(shownValue('useTls', 'False', texts)).toBe(texts.settings.off);
  });

  it('has the words of its choice, and without them what was typed', () => {
    expect(shownValue('protocol', 'pb', texts)).toBe(texts.settings.fields.protocol.choices?.pb);
    expect(shownValue('protocol', 'pigeon', texts)).toBe('pigeon');
    expect(shownValue('keepalive', '60', texts)).toBe('60');
    expect(shownValue('proxyUser', 'True', texts)).toBe('True');
  });
});
