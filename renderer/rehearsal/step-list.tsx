import { Loader, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconMinus,
  IconX,
} from '@tabler/icons-react';
import {
  meantResultOf,
  type RehearsalStep,
  type RehearsalStepName,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { Elapsed } from '../components/measures.tsx';

interface StepListProps {
  readonly steps: readonly RehearsalStep[];
  readonly shown: RehearsalStepName | undefined;
  readonly onChoose: (step: RehearsalStepName) => void;
}

/** The steps of the build from top to bottom, each with how it stands; a click shows its output. */
export function StepList({ steps, shown, onChoose }: StepListProps) {
  const { rehearsal } = useTexts();
  return (
    <ol className="rehearsal-steps" aria-label={rehearsal.stepsLabel}>
      {steps.map((step) => (
        <li key={step.name} data-testid={`step-${step.name}`}>
          <UnstyledButton
            className="rehearsal-step"
            aria-current={step.name === shown ? 'step' : undefined}
            onClick={() => onChoose(step.name)}
          >
            <StepSign step={step} />
            <Text span fw={600} ff="monospace" size="sm">
              {step.name}
            </Text>
            <Text span size="xs" className="quiet rehearsal-step-end">
              <StepWords step={step} />
            </Text>
            <Text span size="sm" className="quiet rehearsal-step-about">
              {rehearsal.steps[step.name].short}
            </Text>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}

/** How the step stands, in words: result and time. */
function StepWords({ step }: { readonly step: RehearsalStep }) {
  const { rehearsal, format } = useTexts();
  const { name, result, startedAt, endedAt } = step;
  if (result === undefined) {
    if (startedAt === undefined) return <>{rehearsal.waiting}</>;
    return (
      <>
        {rehearsal.running} · <Elapsed since={startedAt} />
      </>
    );
  }
  const isPlanned = result === 'failure' && meantResultOf(name) === 'failure';
  const words = isPlanned ? rehearsal.asPlanned : rehearsal.results[result];
  if (startedAt === undefined || endedAt === undefined) return <>{words}</>;
  return (
    <>
      {words} · {format.number(Math.max(0.1, (endedAt - startedAt) / 1000), 1)} s
    </>
  );
}

/** The same as a shape and a colour. */
function StepSign({ step: { name, result, startedAt } }: { readonly step: RehearsalStep }) {
  const look = (kind: string, Picture: typeof IconCheck) => (
    <span className={`rehearsal-sign rehearsal-sign-${kind}`} aria-hidden="true">
      <Picture size={16} stroke={2.4} />
    </span>
  );
  if (result === undefined) {
    return startedAt === undefined ? (
      look('waiting', IconCircleDashed)
    ) : (
      <span className="rehearsal-sign" aria-hidden="true">
        <Loader size={20} />
      </span>
    );
  }
  if (result === 'success') return look('good', IconCheck);
  if (result === 'skipped') return look('waiting', IconMinus);
  if (result === 'cancelled') return look('waiting', IconX);
  return result === meantResultOf(name) ? look('meant', IconAlertTriangle) : look('bad', IconX);
}
