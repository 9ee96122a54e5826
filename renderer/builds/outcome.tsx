import { Group, Text, Tooltip } from '@mantine/core';
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

interface OutcomeProps {
  readonly outcome: BuildOutcome;
  /** Says it in words, too. */
  readonly isNamed?: boolean;
}

/** How a build went. */
export function Outcome({ outcome, isNamed = false }: OutcomeProps) {
  const { builds } = useTexts();
  const Picture = ICONS[outcome];
  return (
    <Tooltip label={`${builds.outcomes[outcome]}. ${builds.outcomeHelp[outcome]}`}>
      <Group gap={6} wrap="nowrap" className={`outcome outcome-${outcome}`}>
        <span
          className="outcome-sign"
          {...(isNamed
            ? { 'aria-hidden': true }
            : { role: 'img', 'aria-label': builds.outcomes[outcome] })}
        >
          <Picture size={14} stroke={2.5} />
        </span>
        {isNamed && (
          <Text size="sm" inherit>
            {builds.outcomes[outcome]}
          </Text>
        )}
      </Group>
    </Tooltip>
  );
}
