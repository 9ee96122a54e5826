import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import { Advanced } from './advanced.tsx';
import { CheckList } from './check-list.tsx';
import { DraftField } from './draft-field.tsx';
import { WAY_CHECKS } from './draft-form.ts';
import { PasteField } from './paste-field.tsx';
import type { FirstStart } from './use-first-start.ts';

/** The way to the master, and how it lets us in. */
export function MasterStep({ start }: { readonly start: FirstStart }) {
  const { addWorker } = useTexts();
  const { draft, way } = start;
  const field = { draft, checks: way };
  return (
    // Whoever leaves a field has typed what is in it to its end.
    <Stack gap="md" onBlur={start.settle}>
      <PasteField start={start} settings={draft.settings} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
        <Stack gap="sm">
          <div className="host-and-port">
            <DraftField
              {...field}
              name="host"
              label={addWorker.host}
              placeholder="ci.example.org"
            />
            <DraftField {...field} name="port" label={addWorker.port} />
          </div>
          <DraftField
            {...field}
            name="workerName"
            label={addWorker.workerName}
            placeholder={addWorker.workerNameExample}
          />
          <DraftField {...field} name="password" label={addWorker.password} />
          {start.stray && <HeldBack stray={start.stray} onRelease={start.releaseSecrets} />}
        </Stack>
        <CheckList ids={WAY_CHECKS} checks={way} onTrust={(tlsPin) => draft.change({ tlsPin })} />
      </SimpleGrid>
      <Advanced draft={draft} onChooseAuthorities={start.chooseAuthorities} />
    </Stack>
  );
}

interface HeldBackProps {
  readonly stray: NonNullable<FirstStart['stray']>;
  readonly onRelease: () => void;
}

/** A password that came with one host is not tried at another one before the user says so. */
function HeldBack({ stray: { cameWith, wouldGoTo }, onRelease }: HeldBackProps) {
  const { addWorker } = useTexts();
  return (
    <Alert color="orange" variant="light" p="sm" role="alert" data-testid="held-back">
      <Text size="sm">{addWorker.heldBack(cameWith, wouldGoTo)}</Text>
      <Group mt="xs">
        <Button variant="default" size="xs" onClick={onRelease}>
          {addWorker.release(wouldGoTo)}
        </Button>
      </Group>
    </Alert>
  );
}
