import type { LogLine } from '../contract/log/log-contract.ts';
import { LOG_LEVELS, type LogLevel } from '../contract/log/log-level.ts';
import { showable, showableLines } from '../lib/showable.ts';

/** A line as Twisted writes it: `2026-11-24 14:42:56+0000 [connection#warn] text`. */
export function formatLogLine({ at, subject, level, message }: LogLine): string {
  const text = showableLines(message.replaceAll('\r\n', '\n')).replaceAll('\n', '\n\t');
  return `${timestampFrom(at ?? Date.now())} [${showable(subject)}#${level}] ${text}`;
}

/** Reads a line of ours or of the Python worker's; one without a time is kept as it is. */
export function parseLogLine(text: string): LogLine {
  const [, time, head = '', message = ''] =
    /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[+-]\d{4}) \[([^\]]*)\] ?(.*)$/s.exec(text) ?? [];
  if (time === undefined) return { at: undefined, level: 'info', subject: '', message: text };
  const [, subject = head, word] = /^(.*)#(\w+)$/.exec(head) ?? [];
  return { at: millisecondsFrom(time), level: levelFrom(word), subject, message };
}

/** Local time with its distance from UTC. */
function timestampFrom(at: number): string {
  const time = new Date(at);
  const offset = -time.getTimezoneOffset();
  const two = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  const distance = Math.abs(offset);
  return `${date} ${clock}${offset < 0 ? '-' : '+'}${two(distance / 60)}${two(distance % 60)}`;
}

function millisecondsFrom(time: string): number | undefined {
  const at = Date.parse(time.replace(' ', 'T').replace(/(\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(at) ? undefined : at;
}

function levelFrom(word: string | undefined): LogLevel {
  if (word === 'critical') return 'error';
  return LOG_LEVELS.find((level) => level === word) ?? 'info';
}
