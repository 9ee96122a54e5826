import './add-worker.css';
import { Alert, Anchor, Button, Group, Stack, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useApp } from '../components/app-context.tsx';
import { Page } from '../components/page.tsx';
import { STEPS } from './draft-form.ts';
import { DropArea } from './drop-area.tsx';
import { MachineStep } from './machine-step.tsx';
import { MasterStep } from './master-step.tsx';
import { OldDirectory } from './old-directory.tsx';
import { StepTrail } from './step-trail.tsx';
import { SummaryStep } from './summary-step.tsx';
import { type FirstStart, useFirstStart } from './use-first-start.ts';

/** The first start, in three steps: from the administrator's mail to a worker that is connected. */
export function AddWorker() {
  const { texts, go } = useApp();
  const words = texts.addWorker;
  const start = useFirstStart();
  return (
    <Page
      name="addWorker"
      title={words.heading}
      about={words.intro}
      actions={
        <Anchor component="button" type="button" size="sm" onClick={() => go('rehearsal')}>
          {words.tryFirst}
        </Anchor>
      }
    >
      <DropArea onDrop={start.drop} />
      {start.oldWorker ? (
        <OldDirectory
          found={start.oldWorker}
          problem={start.problem}
          isBusy={start.isBusy}
          onAdopt={start.adopt}
          onCancel={start.leaveOldWorker}
        />
      ) : (
        <Steps start={start} />
      )}
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
  const title = addWorker.stepOf(
    format.number(STEPS.indexOf(step) + 1),
    format.number(STEPS.length),
    addWorker.stepTitles[step],
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    start.next();
  };
  return (
    <form onSubmit={submit} noValidate ref={start.form}>
      <Stack gap="lg">
        <StepTrail current={step} onBack={start.goTo} />
        <Title
          order={2}
          size="h4"
          ref={heading}
          tabIndex={-1}
          className="step-title"
          aria-label={title}
        >
          {addWorker.stepTitles[step]}
        </Title>
        {start.problem && (
          <Alert color="red" role="alert">
            {start.problem}
          </Alert>
        )}
        <StepContent start={start} />
        <Footer start={start} />
      </Stack>
    </form>
  );
}

function StepContent({ start }: { readonly start: FirstStart }) {
  const { draft } = start;
  switch (start.step) {
    case 'master':
      return (
        <MasterStep
          draft={draft}
          checks={start.way}
          note={start.note}
          onText={start.readText}
          onChooseAuthorities={start.chooseAuthorities}
          onSettled={start.settle}
        />
      );
    case 'machine':
      return (
        <MachineStep
          draft={draft}
          checks={start.machine}
          onChooseDirectory={start.chooseDirectory}
        />
      );
    case 'summary':
      return <SummaryStep draft={draft} onEdit={start.goTo} />;
  }
}

function Footer({ start }: { readonly start: FirstStart }) {
  const { addWorker } = useApp().texts;
  const { step, isStopped, isBusy } = start;
  const isLast = step === 'summary';
  return (
    <Stack gap="sm" className="step-footer">
      {isStopped && (
        <Alert color="orange" role="alert">
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
          {isLast ? addWorker.submit : isStopped ? addWorker.anyway : addWorker.next}
        </Button>
      </Group>
    </Stack>
  );
}
