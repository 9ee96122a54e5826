import { Anchor, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { useTexts } from '../components/app-context.tsx';

/** What hardly ever changes: whose worker it is, and where its things are. */
export function Facts({ worker }: { readonly worker: WorkerView }) {
  const { overview, common } = useTexts();
  const { master, builders, basedir, passwordPlace } = worker;
  return (
    <Stack gap={2}>
      {master !== undefined && <Fact name="master">{overview.master(master)}</Fact>}
      {builders.length > 0 && <Builders names={builders} />}
      <Fact name="directory">{overview.directory(basedir)}</Fact>
      {master !== undefined && (
        <Fact name="password-place">{common.passwordPlace(passwordPlace)}</Fact>
      )}
    </Stack>
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

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Text size="xs" className="quiet" data-testid={name}>
      {children}
    </Text>
  );
}
