import { Button, Code, Group, Loader, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { WorkerView } from '../../../main/contract/worker/worker-view.ts';
import { api } from '../../components/api.ts';
import { reportRefusal, useApp } from '../../components/app-context.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { useSnapshot } from '../../components/use-snapshot.ts';

interface TrustRepairProps {
  readonly worker: WorkerView;
  /** Of the certificate that the master showed; undefined where it has to be looked at. */
  readonly pin: string | undefined;
}

/** The fingerprint of the master's certificate: to be compared with the administrator's, then trusted. */
export function TrustRepair({ worker, pin: known }: TrustRepairProps) {
  const { texts, request } = useApp();
  const words = texts.overview.repair;
  const helpId = useId();
  const [isBusy, setIsBusy] = useState(false);
  const looked = useSnapshot({
    key: `${worker.id} ${known ?? ''}`,
    // As an object: there may be no certificate to trust.
    load: async () => ({ pin: known ?? (await api.overview.certificate(worker.id)) }),
  });
  if (looked.value === undefined && looked.failure === undefined) {
    return (
      <Group gap="xs" aria-live="polite">
        <Loader size="xs" aria-hidden="true" />
        <Text size="sm">{words.readsCertificate}</Text>
      </Group>
    );
  }
  const pin = looked.value?.pin;
  if (pin === undefined) return null;
  const trust = async (): Promise<void> => {
    setIsBusy(true);
    const problem = await savePin(worker.id, pin);
    setIsBusy(false);
    if (problem === undefined) await request(worker.id, { kind: 'connect' });
    else
      reportRefusal(
        texts,
        problem === 'changed-meanwhile' ? texts.settings.changedMeanwhile : problem,
      );
  };
  return (
    <Stack gap="xs" align="flex-start" data-testid="repair-trust">
      <Text size="sm" id={helpId}>
        {known === undefined ? texts.addWorker.trustHelp : words.trustNewHelp}
      </Text>
      <Group gap="xxs" wrap="nowrap" maw="100%">
        <Code className="wrapped">{pin}</Code>
        <CopyButton text={pin} what={words.fingerprint} />
      </Group>
      <Button size="sm" aria-describedby={helpId} loading={isBusy} onClick={() => void trust()}>
        {texts.addWorker.trust}
      </Button>
    </Stack>
  );
}

/** Resolves to why it could not be saved. */
async function savePin(workerId: string, pin: string): Promise<string | undefined> {
  const page = await api.settings.load(workerId);
  if (!page.ok) return page.problem;
  const { version } = page.value;
  const saved = await api.settings.save({
    workerId,
    version,
    settings: {},
    extras: { tlsPin: pin },
  });
  if (saved.ok) return saved.value.problem;
  const { problem } = saved;
  return problem.kind === 'refused' ? problem.sentence : problem.kind;
}
