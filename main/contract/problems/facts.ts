import { z } from 'zod';
import { TEXT_SHAPES } from '../../worker-settings/setting-row.ts';

/** What a problem may name. A text is a name, a path, or words of the system, a program or a master. */
export const text = z.string();
export const number = z.number();

/** Kinds of failures of file operations that have words of their own, each with the system's code. */
export const FILE_REASONS = [
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'ELOOP',
  'ENAMETOOLONG',
  'EMFILE',
  'EIO',
] as const;

/** Why a file operation failed. */
export const fileReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(FILE_REASONS) }),
  z.object({ kind: z.literal('not-a-directory') }),
  z.object({ kind: z.literal('not-a-file') }),
  z.object({ kind: z.literal('not-utf-8') }),
  z.object({ kind: z.literal('too-long'), limitBytes: number }),
  z.object({ kind: z.literal('parent-missing'), parent: text }),
  /** In the system's own words. */
  z.object({ kind: z.literal('other'), message: text }),
]);
export type FileReason = Readonly<z.infer<typeof fileReason>>;

/** A file, or a line of it, counted from 1. */
export const place = z.object({ path: text, line: number.optional() });
export type Place = Readonly<z.infer<typeof place>>;

/** What a value in a file comes from that is not in the file: a variable of the environment, another file. */
export const origin = z.object({ kind: z.enum(['variable', 'file']), name: text });
export type Origin = Readonly<z.infer<typeof origin>>;

/** What the value of a setting has to be. */
export const expected = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['text', 'line', 'switch', 'seconds-or-none', 'mask', 'object', ...TEXT_SHAPES]),
  }),
  z.object({ kind: z.enum(['count', 'seconds-above']), min: number }),
  z.object({ kind: z.literal('range'), min: number, max: number }),
  z.object({ kind: z.literal('one-of'), values: z.array(text).readonly(), orNone: z.boolean() }),
]);
export type Expected = Readonly<z.infer<typeof expected>>;
