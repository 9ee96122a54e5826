import {
  IconCheck,
  IconHandStop,
  IconPlayerPlay,
  IconPlugConnectedX,
  IconX,
} from '@tabler/icons-react';
import type { BuildOutcome } from '../../main/contract/builds/build-history.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Icon } from '../components/icon.ts';

/** Shape and colour together, for those who cannot see one of them. */
const ICONS: Readonly<Record<BuildOutcome, Icon>> = {
  running: IconPlayerPlay,
  ok: IconCheck,
  errors: IconX,
  interrupted: IconHandStop,
  lost: IconPlugConnectedX,
};

/** How a build went. */
export function Outcome({ outcome }: { readonly outcome: BuildOutcome }) {
  const { builds } = useTexts();
  const Picture = ICONS[outcome];
  return (
    <span className={`outcome outcome-${outcome}`} title={builds.outcomeHelp[outcome]}>
      <Picture size={14} stroke={2.5} aria-hidden="true" />
      {builds.outcomes[outcome]}
    </span>
  );
}
