import { z } from 'zod';
import { USUAL_NOTICES } from '../contract/notice-kind.ts';
import { preferencesSchema } from '../contract/preferences-contract.ts';

const savedWorker = z.object({
  /** The worker's name inside the app, for as long as the app keeps it. */
  id: z.string().min(1),
  /** The directory that holds `buildbot.tac`. */
  basedir: z.string().min(1),
  /** Encrypted by the system's keyring, as base64; absent when the password is in the file. */
  encryptedPassword: z.string().optional(),
  /** A pause that outlives the app: ms since 1970, or until the user resumes. */
  pausedUntil: z.union([z.number(), z.literal('resumed')]).optional(),
});

const windowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});

const { shape } = preferencesSchema;
const preferences = z.object({
  theme: shape.theme.default('system'),
  language: shape.language.default('system'),
  startHidden: shape.startHidden.default(true),
  notifications: shape.notifications.default(true),
  notices: shape.notices.default(USUAL_NOTICES),
  // From ten in the evening to seven.
  quietHours: shape.quietHours.default({ isOn: false, from: 22 * 60, to: 7 * 60 }),
  keptOutputs: shape.keptOutputs.default('all'),
  keptOutputBytes: shape.keptOutputBytes.default(200_000_000),
  keptOutputDays: shape.keptOutputDays.default(30),
  settingsDepth: shape.settingsDepth.default('basic'),
});

/** What the app keeps for itself; everything else about a worker is in its directory. */
export const settingsSchema = z.object({
  version: z.literal(2),
  workers: z.array(savedWorker).default([]),
  windowPlace: windowPlace.optional(),
  preferences: preferences.prefault({}),
  /** The user has read that this desktop shows no tray icons. */
  hasReadTrayNotice: z.boolean().default(false),
  /** A notification has said where the app is once its window is closed. */
  hasSeenClosingHint: z.boolean().default(false),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SavedWorker = z.infer<typeof savedWorker>;

export const CURRENT_VERSION = 2;
