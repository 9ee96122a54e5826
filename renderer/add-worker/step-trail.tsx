import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTexts } from '../components/app-context.tsx';
import { STEPS, type Step } from './draft-form.ts';

interface StepTrailProps {
  readonly current: Step;
  readonly onBack: (step: Step) => void;
}

/** Where in the three steps one is; one can go back to those before it. */
export function StepTrail({ current, onBack }: StepTrailProps) {
  const { addWorker, format } = useTexts();
  const at = STEPS.indexOf(current);
  return (
    <ol className="steps" aria-label={addWorker.stepsLabel}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined}>
          <UnstyledButton
            className="step"
            disabled={index >= at}
            onClick={() => onBack(step)}
            data-done={index < at || undefined}
          >
            <span className="step-number" aria-hidden="true">
              {index < at ? <IconCheck size={14} stroke={3} /> : format.number(index + 1)}
            </span>
            {addWorker.steps[step]}
            {index < at && <span className="visually-hidden"> ({addWorker.done})</span>}
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
