import { Alert, Button, Code, Group, Loader, Paper, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconMinus,
  IconRefresh,
  IconX,
} from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { CheckId } from '../../main/contract/adding/checks.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Checks } from './use-checks.ts';

interface CheckListProps {
  readonly ids: readonly CheckId[];
  readonly checks: Checks;
  /** The user trusts a certificate that nobody known here vouches for. */
  readonly onTrust?: (pin: string) => void;
}

/**
 * How far the way is free: one green line when all is well, with the checks behind it; otherwise a line
 * per check, with what was found and how to fix it.
 */
export function CheckList({ ids, checks, onTrust }: CheckListProps) {
  const { addWorker } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const { certificate } = checks.results;
  const states = ids.map((id) => stateOf(id, checks));
  const hasFailed = states.includes('failed');
  const isWell = states.every((state) => state === 'passed' || state === 'skipped');
  const isListed = isOpen || !isWell;
  return (
    <Paper
      withBorder
      p="sm"
      radius="md"
      component="section"
      aria-label={addWorker.checks}
      tabIndex={-1}
      ref={list}
      className="check-section"
      data-testid="checks"
      data-well={isWell || undefined}
    >
      <div aria-live="polite">
        {isWell && (
          <Group gap="xs" justify="space-between" mb={isListed ? 'sm' : 0}>
            <Group gap="sm" className="all-well" wrap="nowrap">
              <Sign state="passed" />
              <Text size="sm" fw={500}>
                {addWorker.allWell}
              </Text>
            </Group>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {isOpen ? addWorker.hideChecks : addWorker.showChecks}
            </Button>
          </Group>
        )}
        {isListed && (
          <ul className="checks">
            {ids.map((id) => (
              <CheckLine key={id} id={id} checks={checks} isBrief={!isOpen && !hasFailed} />
            ))}
          </ul>
        )}
      </div>
      {onTrust && certificate?.pin !== undefined && (
        <TrustButton
          pin={certificate.pin}
          onTrust={(pin) => {
            onTrust(pin);
            // The button is gone then.
            list.current?.focus();
          }}
        />
      )}
      {hasFailed && (
        <Button
          variant="subtle"
          size="xs"
          mt="xs"
          leftSection={<IconRefresh size={14} aria-hidden="true" />}
          onClick={checks.again}
        >
          {addWorker.checkAgain}
        </Button>
      )}
    </Paper>
  );
}

interface TrustButtonProps {
  readonly pin: string;
  readonly onTrust: (pin: string) => void;
}

/** To be compared with what the administrator says, and only then pressed. */
function TrustButton({ pin, onTrust }: TrustButtonProps) {
  const { addWorker } = useTexts();
  const helpId = useId();
  return (
    <Alert color="orange" variant="light" p="sm" mt="sm" data-testid="trust">
      <Text size="xs" id={helpId}>
        {addWorker.trustHelp}
      </Text>
      <Code block mt="xs" className="pin">
        {pin}
      </Code>
      <Button
        variant="default"
        size="xs"
        mt="xs"
        aria-describedby={helpId}
        onClick={() => onTrust(pin)}
      >
        {addWorker.trust}
      </Button>
    </Alert>
  );
}

type State = 'waiting' | 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

function stateOf(id: CheckId, checks: Checks): State {
  return checks.running === id ? 'running' : (checks.results[id]?.state ?? 'waiting');
}

interface CheckLineProps {
  readonly id: CheckId;
  readonly checks: Checks;
  /** A check that has passed needs no words. */
  readonly isBrief: boolean;
}

function CheckLine({ id, checks, isBrief }: CheckLineProps) {
  const { addWorker, say } = useTexts();
  const result = checks.results[id];
  const state = stateOf(id, checks);
  const isQuiet = state === 'skipped' || (isBrief && state === 'passed');
  return (
    <li id={`check-${id}`} data-testid={`check-${id}`} data-state={state}>
      <Sign state={state} />
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={500} component="div">
          {addWorker.check[id]}
          <Text span size="xs" className="quiet" ml="xs">
            {addWorker.state[state]}
          </Text>
        </Text>
        {result !== undefined && state !== 'running' && !isQuiet && (
          <Text size="xs" className="quiet wrapped">
            {say(result.finding)} {result.help !== undefined && <strong>{say(result.help)}</strong>}
          </Text>
        )}
      </Stack>
    </li>
  );
}

const SIGNS = {
  waiting: IconCircleDashed,
  passed: IconCheck,
  warned: IconAlertTriangle,
  failed: IconX,
  skipped: IconMinus,
} as const;

/** Shape and colour together; the words beside it say the same. */
function Sign({ state }: { readonly state: State }) {
  if (state === 'running') return <Loader size={18} aria-hidden="true" />;
  const Picture = SIGNS[state];
  return (
    <span className={`check-sign check-${state}`} aria-hidden="true">
      <Picture size={18} stroke={2} />
    </span>
  );
}
