import { Button, Checkbox, SimpleGrid, Stack, Text, Textarea, Title } from '@mantine/core';
import type { DraftHostinfo } from '../../main/contract/adding/add-worker-contract.ts';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/fields/field.tsx';
import { FillIn } from '../components/fields/fill-in.tsx';
import { HostinfoPreview } from '../components/hostinfo-preview.tsx';
import { CheckList } from './check-list.tsx';
import type { Draft } from './draft.ts';
import { DraftField } from './draft-field.tsx';
import { MACHINE_CHECKS } from './draft-form.ts';
import type { Checks } from './use-checks.ts';

interface MachineStepProps {
  readonly draft: Draft;
  readonly checks: Checks;
  readonly onChooseDirectory: () => void;
}

/** Where builds run, and what the project learns about this machine. */
export function MachineStep({ draft, checks, onChooseDirectory }: MachineStepProps) {
  const { addWorker, hostinfo, common } = useTexts();
  const { admin, host, accessUri } = draft.hostinfo;
  return (
    <Stack gap="xl">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        <Stack gap="xs" align="flex-start">
          <div className="whole-width">
            <DraftField
              draft={draft}
              checks={checks}
              name="basedir"
              label={addWorker.directory}
              help={addWorker.directoryHelp}
            />
          </div>
          <Button variant="default" size="xs" onClick={onChooseDirectory}>
            {common.choose}
          </Button>
          <Checkbox
            label={addWorker.relocatable}
            description={addWorker.relocatableHelp}
            checked={draft.isRelocatable}
            onChange={({ currentTarget }) => draft.setRelocatable(currentTarget.checked)}
          />
        </Stack>
        <CheckList ids={MACHINE_CHECKS} checks={checks} />
      </SimpleGrid>
      <Stack component="section" gap="md" aria-label={addWorker.hostinfo}>
        <div>
          <Title order={3} size="h5">
            {addWorker.hostinfo}
          </Title>
          <Text size="sm" className="quiet">
            {addWorker.hostinfoHelp}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
          <Stack gap="md">
            <HostinfoField
              draft={draft}
              name="admin"
              label={hostinfo.admin}
              help={hostinfo.adminHelp}
            />
            <HostinfoField draft={draft} name="host" label={hostinfo.host} />
            <HostinfoField
              draft={draft}
              name="accessUri"
              label={hostinfo.accessUri}
              help={hostinfo.accessUriHelp}
            />
            <FillIn onFilled={(texts) => draft.changeHostinfo(texts)} />
          </Stack>
          <HostinfoPreview
            workerName={draft.settings.workerName ?? ''}
            texts={{ admin, host, access_uri: accessUri }}
            names={['admin', 'host', 'access_uri']}
          />
        </SimpleGrid>
      </Stack>
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
