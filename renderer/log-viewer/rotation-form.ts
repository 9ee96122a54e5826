import type { LogRotation } from '../../main/contract/log/log-contract.ts';
import { type SettingFault, settingFault } from '../../main/worker-settings/setting-fault.ts';
import { handyText } from '../../main/worker-settings/setting-text.ts';
import { valueFromText } from '../../main/worker-settings/setting-value.ts';

/** What the rotation's dialog holds. */
export interface RotationForm {
  readonly isOn: boolean;
  /** As it is typed: `10 MB`. */
  readonly size: string;
  readonly keepsAll: boolean;
  readonly count: number | string;
}

export interface RotationLimits {
  readonly logSize: number | null;
  readonly logCount: number | null;
}

export interface RotationProblems {
  readonly size: SettingFault | undefined;
  readonly count: boolean;
}

/** As `create-worker` begins. */
const USUAL = { bytes: 10_000_000, count: 10 };

export function rotationFormFrom({ logSize, logCount }: LogRotation): RotationForm {
  return {
    isOn: logSize !== null,
    size: handyText('logSize', logSize ?? USUAL.bytes),
    keepsAll: logCount === null,
    count: logCount ?? USUAL.count,
  };
}

export function rotationProblems(form: RotationForm): RotationProblems {
  const { isOn, size, keepsAll, count } = form;
  const bytes = valueFromText('logSize', size);
  const isBounded = bytes.ok && bytes.value !== null;
  return {
    // What sets no bound is the switch above.
    size: !isOn || isBounded ? undefined : settingFault('logSize', size),
    count: isOn && !keepsAll && !(Number.isInteger(count) && Number(count) >= 0),
  };
}

/** Undefined while something is wrong with the form. */
export function rotationLimitsFrom(form: RotationForm): RotationLimits | undefined {
  const problems = rotationProblems(form);
  if (problems.size !== undefined || problems.count) return undefined;
  const bytes = valueFromText('logSize', form.size);
  return {
    logSize: form.isOn && bytes.ok ? Number(bytes.value) : null,
    logCount: form.isOn && !form.keepsAll ? Number(form.count) : null,
  };
}
