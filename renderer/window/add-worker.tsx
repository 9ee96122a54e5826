import { Alert, Button, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { DraftSuggestion, FieldProblem } from '../../main/contract/contract.ts';
import { api } from './api.ts';
import { draftFrom, EMPTY_FORM, type FormValues, fieldsFromPaste } from './form-model.ts';
import { passwordText } from './worker-page.tsx';

/** The first start: what the master's administrator gave to the volunteer, and where builds go. */
export function AddWorker() {
  const [values, setValues] = useState<FormValues>(EMPTY_FORM);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [suggestion, setSuggestion] = useState<DraftSuggestion>();
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    void api.firstStart.suggestion().then((suggested) => {
      setSuggestion(suggested);
      const { port, basedir } = suggested;
      setValues((before) => ({ ...before, port: String(port), basedir }));
    });
  }, []);

  const change = (changes: Partial<FormValues>): void => {
    setValues((before) => ({ ...before, ...changes }));
    setProblems((before) => before.filter(({ field }) => field && !(field in changes)));
  };
  const busily = async (work: () => Promise<readonly FieldProblem[]>): Promise<void> => {
    setIsBusy(true);
    setProblems(await work());
    setIsBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void busily(async () => {
      const added = await api.firstStart.addWorker(draftFrom(values));
      return added.ok ? [] : added.problem;
    });
  };
  const choose = async (): Promise<void> => {
    const basedir = await api.firstStart.chooseDirectory();
    if (basedir !== undefined) change({ basedir });
  };
  const openExisting = (): void =>
    void busily(async () => {
      const dir = await api.firstStart.chooseDirectory();
      const opened = dir === undefined ? undefined : await api.firstStart.openDirectory(dir);
      return opened === undefined || opened.ok
        ? []
        : [{ field: undefined, sentence: opened.problem }];
    });

  const whole = problems.filter(({ field }) => field === undefined);
  const field = (name: keyof FormValues) => ({
    value: values[name],
    error: problems.find((problem) => problem.field === name)?.sentence,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={560} mx="auto" gap="md">
        <Title order={1} size="h3">
          Lend this machine to a Buildbot
        </Title>
        <Text>
          The administrator of a Buildbot master gave you a host, a port, a name and a password.
          Enter them, or paste the whole <code>create-worker</code> line as the host.
        </Text>
        {whole.map(({ sentence }) => (
          <Alert key={sentence} color="red" role="alert">
            {sentence}
          </Alert>
        ))}
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            label="Host of the master"
            placeholder="ci.example.org"
            flex={1}
            data-autofocus
            autoFocus
            spellCheck={false}
            {...field('host')}
            onChange={(event) => {
              const text = event.currentTarget.value;
              change(fieldsFromPaste(text) ?? { host: text });
            }}
          />
          <TextInput label="Port" w={110} inputMode="numeric" {...field('port')} />
        </Group>
        <TextInput
          label="Worker name"
          placeholder="as the administrator gave it to you"
          spellCheck={false}
          {...field('workerName')}
        />
        <PasswordInput
          label="Password"
          description={suggestion && passwordText(suggestion.passwordPlace)}
          {...field('password')}
        />
        <Group align="flex-end" wrap="nowrap">
          <TextInput
            label="Directory"
            description="Builds run in it, and it holds the worker's settings and log."
            flex={1}
            spellCheck={false}
            {...field('basedir')}
          />
          <Button variant="default" onClick={() => void choose()}>
            Choose…
          </Button>
        </Group>
        <Group justify="space-between" mt="xs">
          <Button variant="subtle" disabled={isBusy} onClick={openExisting}>
            Use an existing worker directory…
          </Button>
          <Button type="submit" loading={isBusy}>
            Add worker and connect
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
