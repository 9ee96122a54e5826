import {
  Accordion,
  Button,
  Checkbox,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  Title,
} from '@mantine/core';
import type { DraftHostinfo } from '../../main/contract/adding/add-worker-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/fields/field.tsx';
import { FillIn } from '../components/fields/fill-in.tsx';
import { CheckList } from './check-list.tsx';
import type { Draft } from './draft.ts';
import { DraftField } from './draft-field.tsx';
import { MACHINE_CHECKS, passwordPlaceIn } from './draft-form.ts';
import { MasterSummary } from './master-summary.tsx';
import type { FirstStart } from './use-first-start.ts';

/** What is going to be made: where it connects, where builds run, and what the project learns about it. */
export function MachineStep({ start }: { readonly start: FirstStart }) {
  const { addWorker, hostinfo, common } = useTexts();
  const { draft, machine } = start;
  const { settings, suggestion } = draft;
  const place = suggestion && passwordPlaceIn(settings.basedir, suggestion.passwordPlace);
  return (
    <Stack gap="sm">
      <div className="summary-and-checks">
        <MasterSummary draft={draft} onEdit={() => start.goTo('master')} />
        <CheckList ids={MACHINE_CHECKS} checks={machine} />
      </div>
      <DraftField
        draft={draft}
        checks={machine}
        name="basedir"
        label={addWorker.directory}
        help={[addWorker.directoryHelp, place && common.passwordPlace(place)].join(' ')}
      >
        <Button variant="default" onClick={start.chooseDirectory}>
          {common.choose}
        </Button>
      </DraftField>
      <Stack component="section" gap="xs" aria-label={addWorker.hostinfo}>
        <div>
          <Title order={2}>{addWorker.hostinfo}</Title>
          <Text size="sm" className="quiet">
            {addWorker.hostinfoHelp}
          </Text>
        </div>
        <HostinfoField draft={draft} name="admin" label={hostinfo.admin} />
        <HostinfoField draft={draft} name="host" label={hostinfo.host} />
      </Stack>
      <Accordion variant="separated" keepMounted={false}>
        <Accordion.Item value="more">
          <Accordion.Control>
            <Text size="sm">{addWorker.more}</Text>
          </Accordion.Control>
          <Accordion.Panel>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="md">
              <Stack gap="md">
                <HostinfoField
                  draft={draft}
                  name="accessUri"
                  label={hostinfo.accessUri}
                  help={hostinfo.accessUriHelp}
                />
                <FillIn onFilled={(texts) => draft.changeHostinfo(texts)} />
              </Stack>
              <Checkbox
                label={addWorker.relocatable}
                description={addWorker.relocatableHelp}
                checked={draft.isRelocatable}
                onChange={({ currentTarget }) => draft.setRelocatable(currentTarget.checked)}
              />
            </SimpleGrid>
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
    </Stack>
  );
}

interface HostinfoFieldProps {
  readonly draft: Draft;
  readonly name: keyof DraftHostinfo;
  readonly label: string;
  readonly help?: string;
}

function HostinfoField({ draft, name, ...field }: HostinfoFieldProps) {
  return (
    <Field {...field}>
      {(attributes) => (
        <Textarea
          {...attributes}
          flex={1}
          autosize
          minRows={1}
          maxRows={8}
          spellCheck={false}
          value={draft.hostinfo[name]}
          onChange={(event) => draft.changeHostinfo({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
