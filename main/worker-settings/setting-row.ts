/** What a setting holds; null: nothing is set, which Python writes as None. */
export type SettingValue = string | number | boolean | null;

/**
 * What a change of a setting needs, from the least to the most.
 *
 * `apply-live`:     applies at once; a running build notices nothing.
 * `reconnect`:      the worker leaves the master and attaches again, best while nothing is built.
 * `restart-worker`: the worker ends and is created again, for what it uses from its start on.
 */
export const CHANGE_EFFECTS = ['nothing', 'apply-live', 'reconnect', 'restart-worker'] as const;
export type ChangeEffect = (typeof CHANGE_EFFECTS)[number];

/** In the order of a settings page. */
export const SETTING_GROUPS = ['master', 'login', 'behaviour', 'builds', 'log', 'extras'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/** How much of them a settings page shows. */
export const SETTING_DEPTHS = ['basic', 'all'] as const;
export type SettingDepth = (typeof SETTING_DEPTHS)[number];

/** The lines of a new `buildbot.tac`, in their order. */
export const TAC_BLOCKS = ['basedir', 'log', 'master', 'login', 'behaviour', 'own'] as const;
export type TacBlock = (typeof TAC_BLOCKS)[number];

/** Where a setting is in `buildbot.tac`. */
export interface TacPlace {
  /** The variable that `create-worker` writes. */
  readonly variable: string;
  readonly block: TacBlock;
  /** Its place among the lines of its block. */
  readonly line: number;
  /** Not every version of buildbot-worker knows it: written only where it is not the default. */
  readonly isRare?: boolean;
  /** Undefined for what is not passed to the worker class. */
  readonly argument?: TacArgument;
}

/** An argument of the worker class. */
export interface TacArgument {
  /** Its place among the arguments, from 0. Source: Buildbot, worker/buildbot_worker/pb.py, Worker. */
  readonly position: number;
  /** The same for the class of Buildbot 0.8. Source: slave/buildslave/bot.py, BuildSlave. */
  readonly slavePosition?: number;
  /** Its name, where that is not the variable's. */
  readonly keyword?: string;
  /** The version of Buildbot's worker that it came with; undefined when every version has it. */
  readonly since?: string;
}

/** An option of `create-worker`; without `value` it is a switch. */
export interface SettingOption {
  readonly name: string;
  readonly short?: string;
  /** What is in the place of the value in the help. */
  readonly value?: string;
}

interface RowBase {
  readonly name: string;
  readonly group: SettingGroup;
  /** Shown at the depth `basic` too; the others there where they are set to anything unusual. */
  readonly isBasic?: true;
  /** Undefined where every worker needs a value of its own. */
  readonly byDefault: SettingValue | undefined;
  /** What None means; undefined where a value is required. */
  readonly none: SettingValue | undefined;
  readonly effect: Exclude<ChangeEffect, 'nothing'>;
  /** Undefined for what is in `buildtray.json`. */
  readonly tac?: TacPlace;
  readonly option?: SettingOption;
}

/**
 * Where the connection to a master needs TLS, or a proxy.
 *
 * `master-tls`: the master's end of it.
 * `any-tls`:    the master's or the proxy's end.
 */
export type ExtraPart = 'master-tls' | 'any-tls' | 'proxy';

/** A text in `buildtray.json`, which holds what `buildbot.tac` has no place for. */
interface ExtraBase extends RowBase {
  /** Its path in the file: `tls.pin` is the key `pin` of the object `tls`. */
  readonly json?: string;
  /** Whether its object there is incomplete without it; a secret that is not given is then empty. */
  readonly isJsonRequired?: boolean;
  /** What a worker's connection must have for the setting to apply; undefined where it always does. */
  readonly appliesTo?: ExtraPart;
  /** Whether it names a file of this machine, so that a command line may name it in short. */
  readonly isPath?: boolean;
}

/** What a text names; each has words for a value that is none. */
export const TEXT_SHAPES = ['host', 'connection-string', 'encoding', 'path', 'user'] as const;

export interface TextRow extends ExtraBase {
  readonly kind: 'text';
  /** Undefined for any other text. */
  readonly shape?: (typeof TEXT_SHAPES)[number];
  /** What a value looks like; undefined when any line will do. */
  readonly pattern?: RegExp;
  /** The same, asked only of what is typed: a file may hold others. */
  readonly typedPattern?: RegExp;
}

/** Any text, taken as it is; it is never shown. */
export interface SecretRow extends ExtraBase {
  readonly kind: 'secret';
}

export interface SwitchRow extends RowBase {
  readonly kind: 'switch';
}

export interface ChoiceRow extends RowBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}

export interface NumberRow extends RowBase {
  readonly kind: 'number';
  readonly unit: 'seconds' | 'bytes' | 'tries' | 'processors' | 'files' | undefined;
  readonly min: number;
  /** Whether a value must be greater than `min`. */
  readonly isAboveMin?: boolean;
  /** Undefined: no limit. */
  readonly max?: number;
  readonly isWhole: boolean;
  /** Base in which people write it: 8 for the umask. */
  readonly base: 8 | 10;
  /** What 0 means, where it is no number of its own. */
  readonly zero?: null;
  /** Whether `buildbot.tac` may have it in quotes. */
  readonly isTextAllowed?: boolean;
}

export type SettingRow = TextRow | SecretRow | SwitchRow | ChoiceRow | NumberRow;
