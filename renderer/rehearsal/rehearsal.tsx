import { useEffect, useState } from 'react';
import type { RehearsalStepName } from '../../main/contract/rehearsal/rehearsal-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { Loading } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { LookOut } from './look-out.tsx';
import { RehearsalHeader } from './rehearsal-header.tsx';
import { shownStep } from './shown-step.ts';
import { StepList } from './step-list.tsx';
import { StepOutput } from './step-output.tsx';
import { useRehearsal, useRehearsalOutput } from './use-rehearsal.ts';
import './rehearsal.css';

/** A whole build from beginning to end, before any project is known. */
export function Rehearsal() {
  const { rehearsal: words } = useTexts();
  const snapshot = useRehearsal();
  const rehearsal = snapshot.value;
  const [run, setRun] = useState(0);
  const [chosen, setChosen] = useState<RehearsalStepName>();
  const output = useRehearsalOutput(run);
  const isBeginning = rehearsal?.state.kind === 'preparing';
  useEffect(() => {
    if (!isBeginning) return;
    setRun((before) => before + 1);
    setChosen(undefined);
  }, [isBeginning]);
  const shown = rehearsal && shownStep(rehearsal, chosen);
  const step = rehearsal?.steps.find(({ name }) => name === shown);
  return (
    <Page name="rehearsal" about={words.about} isFilling>
      {rehearsal === undefined ? (
        <Loading of={snapshot} />
      ) : (
        <>
          <RehearsalHeader rehearsal={rehearsal} />
          <div className="rehearsal-columns">
            <StepList steps={rehearsal.steps} shown={shown} onChoose={setChosen} />
            {step ? <StepOutput step={step} output={output} /> : <LookOut />}
          </div>
        </>
      )}
    </Page>
  );
}
