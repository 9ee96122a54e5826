import { ActionIcon, Progress, RingProgress, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { RunningEstimate } from '../../../main/contract/builds/builds-contract.ts';
import type { RunningCommand } from '../../../main/contract/worker/worker-status.ts';
import type { Texts } from '../../../main/texts/texts.ts';
import { useTexts } from '../../components/app-context.tsx';
import { AnsiText } from '../../components/output/ansi-text.tsx';
import { LinePane } from '../../components/output/line-pane.tsx';
import type { OutputLine } from '../../components/output/output-lines.ts';
import { useNow } from '../../components/use-now.ts';
import { type BuildTiming, timingOf } from './build-timing.ts';
import './build-card.css';

interface BuildCardProps {
  readonly builder: string;
  /** Those that run now: none between two steps. */
  readonly commands: readonly RunningCommand[];
  /** Undefined until it is known. */
  readonly estimate: RunningEstimate | undefined;
  /** What its commands have printed. */
  readonly lines: readonly OutputLine[];
  /** The worker waits for its end: what is left of it counts more than what is over. */
  readonly isLast: boolean;
  readonly startsOpen: boolean;
}

/** A build that runs: how far it is, what it does just now, and its last line; opened, all it prints. */
export function BuildCard(props: BuildCardProps) {
  const { builder, commands, estimate, lines, isLast, startsOpen } = props;
  const { overview } = useTexts();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const paneId = useId();
  const step = commands.map(({ summary }) => summary).join('; ');
  return (
    <section className="running-card" aria-label={builder} data-testid="running-command">
      <div className="running-head">
        {estimate && <HowFar builder={builder} estimate={estimate} isLast={isLast} />}
        <div className="running-step">
          <Text size="sm" ff="monospace" truncate="end" title={step}>
            {step === '' ? overview.betweenSteps : step}
          </Text>
          {!isOpen && <LastLine lines={lines} />}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={overview.showOutput(builder)}
          aria-expanded={isOpen}
          aria-controls={paneId}
          onClick={() => setIsOpen(!isOpen)}
        >
          <IconChevronDown className={isOpen ? 'turned' : ''} size={18} />
        </ActionIcon>
      </div>
      <div id={paneId} className="running-output" hidden={!isOpen}>
        {isOpen && (
          <LinePane label={overview.output(builder)} lines={lines} empty={overview.noOutput} />
        )}
      </div>
    </section>
  );
}

interface HowFarProps {
  readonly builder: string;
  readonly estimate: RunningEstimate;
  readonly isLast: boolean;
}

/** The one part that changes every second. */
function HowFar({ builder, estimate, isLast }: HowFarProps) {
  const texts = useTexts();
  const timing = timingOf(estimate, useNow());
  const words = isLast ? wordsOfRest(timing, texts) : wordsOfElapsed(timing, texts);
  const value = Math.round(timing.share * 100);
  const bar = {
    role: 'progressbar',
    'aria-label': builder,
    'aria-valuenow': timing.usualMs === undefined ? undefined : value,
    'aria-valuetext': words,
  };
  return (
    <>
      {!isLast && (
        <RingProgress
          className="running-ring"
          {...bar}
          size={40}
          thickness={5}
          sections={[{ value, color: 'var(--state)' }]}
        />
      )}
      <div className="running-name">
        <Text size="sm" fw={600} truncate="end" title={builder}>
          {builder}
        </Text>
        <Text size="xs" className="quiet numbers" data-testid="estimate">
          {words}
        </Text>
        {isLast && (
          <Progress.Root size={6} mt="xxs">
            <Progress.Section value={value} color="var(--state)" withAria={false} {...bar} />
          </Progress.Root>
        )}
      </div>
    </>
  );
}

function wordsOfElapsed({ elapsedMs, usualMs, isLong }: BuildTiming, texts: Texts): string {
  if (usualMs === undefined) return texts.format.duration(elapsedMs);
  return isLong ? texts.overview.longer(elapsedMs) : texts.overview.elapsed(elapsedMs, usualMs);
}

function wordsOfRest({ usualMs, leftMs, isLong }: BuildTiming, { overview }: Texts): string {
  if (usualMs === undefined) return overview.noEstimate;
  return isLong ? overview.longerThanUsual : overview.left(leftMs);
}

/** Only for the eye: it may change many times a second. */
function LastLine({ lines }: { readonly lines: readonly OutputLine[] }) {
  const last = lines.findLast(({ stream, text }) => stream !== 'header' && text.trim() !== '');
  return (
    <Text size="xs" ff="monospace" className="quiet running-line" aria-hidden="true">
      <AnsiText text={last?.text ?? ''} />
    </Text>
  );
}
