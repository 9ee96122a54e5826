import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { whyNotNow } from '../../main/contract/worker/request-rules.ts';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useApp, useTexts } from '../components/app-context.tsx';
import { HostinfoPreview } from '../components/hostinfo-preview.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { HostinfoFields } from './hostinfo-fields.tsx';
import { furtherNames, USUAL_NAMES } from './hostinfo-form.ts';
import { LinkDialog } from './link-dialog.tsx';
import { SentList } from './sent-list.tsx';
import { type HostinfoForm, useHostinfo } from './use-hostinfo.ts';

/** What the project learns about this machine. */
export function HostinfoPage() {
  const { texts, worker } = useApp();
  return (
    <Page name="hostinfo" about={texts.hostinfo.about}>
      {worker && <Hostinfo worker={worker} />}
    </Page>
  );
}

function Hostinfo({ worker }: { readonly worker: WorkerView }) {
  const form = useHostinfo(worker.id);
  const view = form.snapshot.value;
  if (view === undefined) return <Loading of={form.snapshot} />;
  return (
    <Stack gap="xl">
      {view.problems.map((sentence) => (
        <Alert key={sentence} color="orange">
          {sentence}
        </Alert>
      ))}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="xl" verticalSpacing="xl">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void form.save();
          }}
          noValidate
        >
          <Stack gap="md">
            <HostinfoFields form={form} />
            {form.problem && (
              <Alert color="red" role="alert">
                {form.problem}
              </Alert>
            )}
            <FormButtons form={form} />
            {form.isSaved && <Saved worker={worker} />}
          </Stack>
        </form>
        <HostinfoPreview
          workerName={worker.workerName}
          texts={form.texts}
          names={[...USUAL_NAMES, ...furtherNames(form.texts)]}
        />
      </SimpleGrid>
      <SentList workerId={worker.id} version={view} />
      <LinkDialog
        question={form.question}
        onChosen={(name, choice) => void form.save({ [name]: choice })}
        onCancel={form.dropQuestion}
      />
    </Stack>
  );
}

/** What was saved counts at the next connection. */
function Saved({ worker }: { readonly worker: WorkerView }) {
  const { hostinfo, common } = useTexts();
  const isAttached = whyNotNow({ kind: 'reconnect' }, worker.status) === undefined;
  const text = isAttached ? hostinfo.savedAttached : hostinfo.savedAway;
  return <SavedNote worker={worker} text={text} title={common.savedNote.saved} needs="reconnect" />;
}

function FormButtons({ form }: { readonly form: HostinfoForm }) {
  const { hostinfo, common } = useTexts();
  const isChanged = form.changed.length > 0;
  return (
    <Group gap="sm">
      <Button type="submit" disabled={!isChanged}>
        {common.save}
      </Button>
      <Button variant="default" disabled={!isChanged} onClick={form.undo}>
        {hostinfo.undo}
      </Button>
      <Text size="sm" className="quiet" aria-live="polite">
        {isChanged ? hostinfo.unsaved : ''}
      </Text>
    </Group>
  );
}
