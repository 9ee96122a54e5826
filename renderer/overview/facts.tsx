import { Anchor, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useTexts } from '../components/app-context.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import type { Copy } from '../components/menu/copies-of.ts';

/**
 * What hardly ever changes, for those who ask: whose worker it is, and where its things are. That others
 * can read its password is shown to everybody.
 */
export function Facts({ worker }: { readonly worker: WorkerView }) {
  const { overview, common } = useTexts();
  const { master, builders, basedir, passwordPlace } = worker;
  const isOpenToOthers = passwordPlace.kind === 'file' && passwordPlace.isOpen;
  const password = master !== undefined && (
    <Fact name="password-place" isWarning={isOpenToOthers}>
      {common.passwordPlace(passwordPlace)}
    </Fact>
  );
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div>
      {isOpenToOthers && password}
      <UnstyledButton
        className="facts-toggle quiet"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight className={isOpen ? 'opened' : ''} size={14} aria-hidden="true" />
        {overview.details}
      </UnstyledButton>
      <div id={id} hidden={!isOpen}>
        {isOpen && (
          <Stack gap={2} mt="xxs">
            {master !== undefined && (
              <Fact name="master" copy={{ what: overview.copies.master, text: master }}>
                {overview.master(master)}
              </Fact>
            )}
            {builders.length > 0 && <Builders names={builders} />}
            <Fact name="directory" copy={{ what: overview.copies.directory, text: basedir }}>
              {overview.directory(basedir)}
            </Fact>
            {!isOpenToOthers && password}
          </Stack>
        )}
      </div>
    </div>
  );
}

/** A master of a large farm may assign hundreds. */
const FEW = 8;

function Builders({ names }: { readonly names: readonly string[] }) {
  const { overview } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? names : names.slice(0, FEW);
  const others = names.length - FEW;
  return (
    <Fact name="builders">
      {overview.builders(shown.join(', '))}{' '}
      {others > 0 && (
        <Anchor
          component="button"
          size="xs"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? overview.fewer : overview.andMore(others)}
        </Anchor>
      )}
    </Fact>
  );
}

interface FactProps {
  readonly name: string;
  readonly isWarning?: boolean;
  /** What of it people need elsewhere. */
  readonly copy?: Copy;
  readonly children: ReactNode;
}

function Fact({ name, isWarning = false, copy, children }: FactProps) {
  return (
    <Group gap="xxs" wrap="nowrap" align="center">
      <Text size="xs" className={`wrapped ${isWarning ? 'warning' : 'quiet'}`} data-testid={name}>
        {children}
      </Text>
      {copy && <CopyButton {...copy} size="sm" />}
    </Group>
  );
}
