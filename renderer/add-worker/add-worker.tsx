import './add-worker.css';
import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useApp } from '../components/app-context.tsx';
import { Page } from '../components/page.tsx';
import { STEPS } from './draft-form.ts';
import { DropArea } from './drop-area.tsx';
import { MachineStep } from './machine-step.tsx';
import { MasterStep } from './master-step.tsx';
import { OldDirectory } from './old-directory.tsx';
import { StepTrail } from './step-trail.tsx';
import { type FirstStart, useFirstStart } from './use-first-start.ts';

/** The first start, in two steps: from the administrator's mail to a worker that is connected. */
export function AddWorker() {
  const start = useFirstStart();
  const { addWorker } = useApp().texts;
  if (start.oldWorker === undefined) return <Steps start={start} />;
  return (
    <Page name="addWorker" title={addWorker.heading}>
      <DropArea onDrop={start.drop} />
      <OldDirectory
        found={start.oldWorker}
        problem={start.problem}
        isBusy={start.isBusy}
        onAdopt={start.adopt}
        onCancel={start.leaveOldWorker}
      />
    </Page>
  );
}

function Steps({ start }: { readonly start: FirstStart }) {
  const { addWorker, format } = useApp().texts;
  const { step, draft } = start;
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirstShown = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is announced by its heading
  useEffect(() => {
    // The page begins in its paste field, and a step with a problem at that problem.
    if (!isFirstShown.current && draft.problems.length === 0) heading.current?.focus();
    isFirstShown.current = false;
  }, [step]);
  const spoken = addWorker.stepOf(
    format.number(STEPS.indexOf(step) + 1),
    format.number(STEPS.length),
    addWorker.stepTitles[step],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    start.next();
  };
  return (
    <Page
      name="addWorker"
      title={addWorker.stepTitles[step]}
      spokenTitle={{ text: spoken, ref: heading }}
      actions={<StepTrail current={step} onBack={start.goTo} />}
    >
      <DropArea onDrop={start.drop} />
      <form onSubmit={submit} noValidate ref={start.form}>
        <Stack gap="md">
          {step === 'master' && !start.note && <TryFirst />}
          {start.problem && (
            <Alert color="red" role="alert">
              {start.problem}
            </Alert>
          )}
          {step === 'master' ? <MasterStep start={start} /> : <MachineStep start={start} />}
          <Footer start={start} />
        </Stack>
      </form>
    </Page>
  );
}

/** Who has no login yet can see a build all the same. */
function TryFirst() {
  const { texts, go } = useApp();
  const { addWorker, rehearsal } = texts;
  return (
    <Paper withBorder p="sm" data-testid="try-first">
      <Group justify="space-between" gap="sm">
        <Text size="sm" flex={1} miw="min(240px, 100%)">
          <strong>{addWorker.tryFirst}</strong> {addWorker.tryFirstHelp}
        </Text>
        <Button variant="default" size="xs" onClick={() => go('rehearsal')}>
          {rehearsal.title}
        </Button>
      </Group>
    </Paper>
  );
}

function Footer({ start }: { readonly start: FirstStart }) {
  const { addWorker } = useApp().texts;
  const { step, isStopped, isBusy } = start;
  const isLast = step === 'machine';
  return (
    <Stack gap="sm" className="step-footer">
      {isStopped && (
        <Alert color="orange" role="alert" p="xs">
          {addWorker.failedCheck}
        </Alert>
      )}
      <Group justify="space-between">
        {step === 'master' ? (
          <Button variant="subtle" disabled={isBusy} onClick={start.chooseDirectory}>
            {addWorker.existing}
          </Button>
        ) : (
          <Button variant="default" disabled={isBusy} onClick={start.back}>
            {addWorker.back}
          </Button>
        )}
        <Button type="submit" loading={isBusy}>
          {isStopped ? addWorker.anyway : isLast ? addWorker.submit : addWorker.next}
        </Button>
      </Group>
    </Stack>
  );
}
