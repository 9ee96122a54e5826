import { Button, Loader, Paper, Stack, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconMinus,
  IconRefresh,
  IconX,
} from '@tabler/icons-react';
import type { CheckId } from '../../main/contract/checks.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Checks } from './use-checks.ts';

interface CheckListProps {
  readonly ids: readonly CheckId[];
  readonly checks: Checks;
}

/** How far the way is free: a line per check, with what was found and how to mend it. */
export function CheckList({ ids, checks }: CheckListProps) {
  const { addWorker } = useTexts();
  const hasFailed = ids.some((id) => checks.results[id]?.state === 'failed');
  return (
    <Paper withBorder p="md" radius="md" component="section" aria-label={addWorker.checks}>
      <ul className="checks" aria-live="polite">
        {ids.map((id) => (
          <CheckLine key={id} id={id} checks={checks} />
        ))}
      </ul>
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

type State = 'waiting' | 'running' | 'passed' | 'warned' | 'failed' | 'skipped';

function CheckLine({ id, checks }: { readonly id: CheckId; readonly checks: Checks }) {
  const { addWorker, say } = useTexts();
  const result = checks.results[id];
  const state: State = checks.running === id ? 'running' : (result?.state ?? 'waiting');
  const isShown = result !== undefined && state !== 'running';
  return (
    <li id={`check-${id}`} data-testid={`check-${id}`} data-state={state}>
      <Sign state={state} />
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={500} component="div">
          {addWorker.check[id]}
          <Text span size="xs" className="quiet" ml={8}>
            {addWorker.state[state]}
          </Text>
        </Text>
        {isShown && state !== 'skipped' && (
          <Text size="xs" className="quiet wrapped">
            {say(result)} {result.help !== undefined && <strong>{say(result.help)}</strong>}
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
