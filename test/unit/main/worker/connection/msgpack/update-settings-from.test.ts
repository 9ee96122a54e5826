import { describe, expect, it } from 'vitest';
import { updateSettingsFrom } from '../../../../../../main/worker/connection/msgpack/update-settings-from.ts';

const SENT = {
  buffer_size: 1000,
  buffer_timeout: 2.5,
  newline_re: String.raw`\r`,
  max_line_length: 80,
};

describe('the settings of a master', () => {
  it('are adopted, and what follows a silence leaves no later than before', () => {
    expect(updateSettingsFrom(SENT)).toEqual({
      bufferSizeBytes: 1000,
      delayMs: 2500,
      firstDelayMs: 250,
      maxLineLength: 80,
      newlinePattern: String.raw`\r`,
    });
    expect(updateSettingsFrom({ ...SENT, buffer_timeout: 0.1 }).firstDelayMs).toBe(100);
  });

  it('do not make us hold more than a bound', () => {
    expect(updateSettingsFrom({ ...SENT, buffer_size: 1e12 }).bufferSizeBytes).toBe(1024 * 1024);
  });

  it.each(Object.keys(SENT))('are refused without %s', (name) => {
    const { [name as keyof typeof SENT]: _missing, ...others } = SENT;
    expect(() => updateSettingsFrom(others)).toThrow(`the setting ${name} is wrong`);
  });

  it.each([
    ['buffer_size', 0],
    ['buffer_size', '64'],
    ['buffer_size', 1.5],
    ['buffer_timeout', -1],
    ['buffer_timeout', null],
    ['newline_re', '('],
    ['newline_re', 5],
    ['max_line_length', 1],
    ['max_line_length', 4096.5],
  ])('are refused with a %s of %j', (name, value) => {
    const settings = { ...SENT, [name]: value };
    expect(() => updateSettingsFrom(settings)).toThrow(`the setting ${name} is wrong`);
  });

  it('are refused when they are no dictionary', () => {
    expect(() => updateSettingsFrom([1])).toThrow('it takes a dictionary');
  });
});
