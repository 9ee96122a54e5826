import { Alert, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../components/app-context.tsx';
import { Field } from '../components/fields/field.tsx';
import { SecretInput } from '../components/fields/secret-input.tsx';
import type { Adoption, OldWorker } from './first-start.ts';

interface OldDirectoryProps {
  readonly found: OldWorker;
  readonly problem: string | undefined;
  readonly isBusy: boolean;
  readonly onAdopt: (adoption: Adoption) => void;
  readonly onCancel: () => void;
}

/** Offers a directory that another worker has worked in. */
export function OldDirectory({ found, problem, isBusy, onAdopt, onCancel }: OldDirectoryProps) {
  const { addWorker, common } = useTexts();
  const { path, workerName, upgrade, whyNoUpgrade, passwordPlace } = found;
  const [typed, setTyped] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const sentence = problem ?? found.problem;
  const canUpgrade = upgrade.length > 0;
  const lacksPassword = passwordPlace !== undefined && typed === '';
  const adopt = (upgrades: boolean): void =>
    onAdopt({ upgrades, ...(typed && { password: typed }) });
  return (
    <Paper withBorder p="lg" component="section" maw={760} data-testid="old-worker">
      <Stack gap="md">
        <Title order={2} ref={heading} tabIndex={-1} className="page-title">
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
        {passwordPlace && (
          <Field
            label={addWorker.password}
            help={`${addWorker.oldPassword} ${common.passwordPlace(passwordPlace)}`}
          >
            {(attributes) => (
              <SecretInput
                {...attributes}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            )}
          </Field>
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
            disabled={lacksPassword}
            onClick={() => adopt(false)}
          >
            {addWorker.useAsIs}
          </Button>
          {canUpgrade && (
            <Button loading={isBusy} disabled={lacksPassword} onClick={() => adopt(true)}>
              {addWorker.upgrade}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
