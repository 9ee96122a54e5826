import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import {
  FAILING_STEP,
  type RehearsalOutput,
  type RehearsalStep,
} from '../../main/contract/rehearsal/rehearsal-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { AnsiText } from '../components/output/ansi-text.tsx';
import { FollowingPane } from '../components/output/following-pane.tsx';
import { shownPieces } from './shown-pieces.ts';

interface StepOutputProps {
  readonly step: RehearsalStep;
  /** Of all steps. */
  readonly output: readonly RehearsalOutput[];
}

const COLOURS: Readonly<Record<string, string>> = { header: 'quiet', stderr: 'warning' };

/** What a step is about, and what it prints. */
export function StepOutput({ step, output }: StepOutputProps) {
  const { rehearsal } = useTexts();
  const { name, result } = step;
  const printed = shownPieces(output, name);
  const { about } = rehearsal.steps[name];
  return (
    <Stack gap="xs" className="rehearsal-output">
      <Title order={2} ff="monospace">
        {name}
      </Title>
      {name === FAILING_STEP ? (
        <Alert
          color="orange"
          variant="light"
          p="xs"
          icon={<IconInfoCircle />}
          data-testid="meant-to-fail"
        >
          {about}
        </Alert>
      ) : (
        <Text size="sm">{about}</Text>
      )}
      <FollowingPane label={rehearsal.output(name)} version={printed.length}>
        {printed.length === 0 ? (
          <span className="quiet">
            {result === undefined ? rehearsal.noOutput : rehearsal.nothingPrinted}
          </span>
        ) : (
          printed.map(({ stream, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name and never move
            <span key={index} className={COLOURS[stream]}>
              <AnsiText text={text} />
            </span>
          ))
        )}
      </FollowingPane>
    </Stack>
  );
}
