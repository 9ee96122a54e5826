import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FoundDirectory } from '../../main/contract/add-worker.ts';
import { useTexts } from '../components/app-context.tsx';

export type OldWorker = FoundDirectory & { readonly kind: 'worker' };

interface OldDirectoryProps {
  readonly found: OldWorker;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onTakeOver: (upgrades: boolean) => void;
  readonly onCancel: () => void;
}

/** Offers a directory that another worker has worked in. */
export function OldDirectory({ found, problem, isBusy, onTakeOver, onCancel }: OldDirectoryProps) {
  const { addWorker, common } = useTexts();
  const { path, workerName, upgrade, whyNoUpgrade } = found;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sentence = problem ?? found.problem;
  const canUpgrade = upgrade.length > 0;
  return (
    <Paper withBorder p="lg" radius="md" component="section" maw={760} data-testid="old-worker">
      <Stack gap="md">
        <Title order={2} size="h4" ref={heading} tabIndex={-1} className="step-title">
          {addWorker.oldTitle(workerName ?? addWorker.oldUnknown)}
        </Title>
        <Text size="sm" className="wrapped">
          {addWorker.oldHelp(path)}
        </Text>
        {canUpgrade ? (
          <div>
            <Text size="sm">{addWorker.oldUpgrade}</Text>
            <List size="sm">
              {upgrade.map((step) => (
                <List.Item key={step}>{step}</List.Item>
              ))}
            </List>
          </div>
        ) : (
          found.problem === undefined && (
            <Text size="sm" className="wrapped">
              {whyNoUpgrade ? addWorker.oldNoUpgrade(whyNoUpgrade) : addWorker.oldCurrent}
            </Text>
          )
        )}
        {sentence && (
          <Alert color="red" role="alert">
            {sentence}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onCancel}>
            {common.cancel}
          </Button>
          <Button
            variant={canUpgrade ? 'default' : 'filled'}
            loading={isBusy}
            onClick={() => onTakeOver(false)}
          >
            {addWorker.takeOver}
          </Button>
          {canUpgrade && (
            <Button loading={isBusy} onClick={() => onTakeOver(true)}>
              {addWorker.upgrade}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
