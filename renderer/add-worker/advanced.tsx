import { Accordion, ActionIcon, SimpleGrid, Text } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { isExtra } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import type { Draft } from './draft.ts';
import { DraftField } from './draft-field.tsx';
import { DRAFT_NAMES, isAdvanced } from './draft-form.ts';

interface AdvancedProps {
  readonly draft: Draft;
  readonly onChooseAuthorities: () => void;
}

const ADVANCED = DRAFT_NAMES.filter(isAdvanced);

/** Every other setting of a worker, folded away until somebody opens it, or has to fix something in it. */
export function Advanced({ draft, onChooseAuthorities }: AdvancedProps) {
  const { addWorker, settings } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const hasProblem = draft.problems.some(({ field }) => field !== undefined && isAdvanced(field));
  useEffect(() => {
    if (hasProblem) setOpen(true);
  }, [hasProblem]);
  return (
    <Accordion
      variant="separated"
      keepMounted={false}
      value={isOpen ? 'advanced' : null}
      onChange={(open) => setOpen(open !== null)}
    >
      <Accordion.Item value="advanced">
        <Accordion.Control>
          <Text size="sm">{addWorker.advanced}</Text>
        </Accordion.Control>
        <Accordion.Panel>
          <Text size="sm" className="quiet" mb="md">
            {addWorker.advancedHelp}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {ADVANCED.filter((name) => !isExtra(name)).map((name) => (
              <DraftField key={name} draft={draft} name={name} />
            ))}
          </SimpleGrid>
          <Text size="sm" fw={600} mt="xl" mb="md">
            {settings.groups.extras}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
            {ADVANCED.filter(isExtra).map((name) => (
              <DraftField key={name} draft={draft} name={name}>
                {name === 'tlsAuthorities' && <ChooseFile onClick={onChooseAuthorities} />}
              </DraftField>
            ))}
          </SimpleGrid>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

function ChooseFile({ onClick }: { readonly onClick: () => void }) {
  const label = useTexts().addWorker.chooseAuthorities;
  return (
    <ActionIcon variant="default" size="lg" aria-label={label} title={label} onClick={onClick}>
      <IconFolderOpen size={18} aria-hidden="true" />
    </ActionIcon>
  );
}
