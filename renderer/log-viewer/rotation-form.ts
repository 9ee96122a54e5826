import type { LogRotation } from '../../main/contract/log/log-contract.ts';

/** What the rotation's dialog holds. */
export interface RotationForm {
  readonly isOn: boolean;
  /** In kB; text while it is being typed. */
  readonly sizeKb: number | string;
  readonly keepsAll: boolean;
  readonly count: number | string;
}

export interface RotationLimits {
  readonly logSize: number | null;
  readonly logCount: number | null;
}

export interface RotationProblems {
  readonly sizeKb: boolean;
  readonly count: boolean;
}

/** As `create-worker` begins. */
const USUAL = { sizeKb: 10_000, count: 10 };

export function rotationFormFrom({ logSize, logCount }: LogRotation): RotationForm {
  return {
    isOn: logSize !== null,
    sizeKb: logSize === null ? USUAL.sizeKb : logSize / 1_000,
    keepsAll: logCount === null,
    count: logCount ?? USUAL.count,
  };
}

export function rotationProblems(form: RotationForm): RotationProblems {
  const { isOn, sizeKb, keepsAll, count } = form;
  return {
    sizeKb: isOn && !(typeof sizeKb === 'number' && sizeKb >= 1),
    count: isOn && !keepsAll && !(Number.isInteger(count) && Number(count) >= 0),
  };
}

/** Undefined while something is wrong with the form. */
export function rotationLimitsFrom(form: RotationForm): RotationLimits | undefined {
  const problems = rotationProblems(form);
  if (problems.sizeKb || problems.count) return undefined;
  return {
    logSize: form.isOn ? Math.round(Number(form.sizeKb) * 1_000) : null,
    logCount: form.isOn && !form.keepsAll ? Number(form.count) : null,
  };
}
