import { SimpleGrid, Stack } from '@mantine/core';
import { useTexts } from '../components/app-context.tsx';
import { Advanced } from './advanced.tsx';
import { CheckList } from './check-list.tsx';
import type { Draft } from './draft.ts';
import { DraftField } from './draft-field.tsx';
import { passwordPlaceIn, WAY_CHECKS } from './draft-form.ts';
import type { PasteNote } from './first-start.ts';
import { PasteField } from './paste-field.tsx';
import type { Checks } from './use-checks.ts';

interface MasterStepProps {
  readonly draft: Draft;
  readonly checks: Checks;
  readonly note: PasteNote | undefined;
  readonly onText: (text: string) => Promise<boolean>;
  readonly onChooseAuthorities: () => void;
  /** Name and password are as they should be. */
  readonly onSettled: () => void;
}

/** The way to the master, and how it lets us in. */
export function MasterStep({
  draft,
  checks,
  note,
  onText,
  onChooseAuthorities,
  onSettled,
}: MasterStepProps) {
  const { addWorker, common } = useTexts();
  const field = { draft, checks };
  const place = draft.suggestion?.passwordPlace;
  return (
    <Stack gap="lg">
      <PasteField onText={onText} note={note} settings={draft.settings} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="md">
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
            onLeft={onSettled}
          />
          <DraftField
            {...field}
            name="password"
            label={addWorker.password}
            help={place && common.passwordPlace(passwordPlaceIn(draft.settings.basedir, place))}
            onLeft={onSettled}
          />
        </Stack>
        <CheckList
          ids={WAY_CHECKS}
          checks={checks}
          onTrust={(tlsPin) => draft.change({ tlsPin })}
        />
      </SimpleGrid>
      <Advanced draft={draft} note={note} onChooseAuthorities={onChooseAuthorities} />
    </Stack>
  );
}
