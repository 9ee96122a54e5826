import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import type { DraftSuggestion, FieldProblem } from '../../main/contract/add-worker.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { Page } from '../components/page.tsx';
import { draftFrom, EMPTY_FORM, type FormValues, fieldsFromPaste } from './form-model.ts';

/** The first start: what the master's administrator gave to the volunteer, and where builds go. */
export function AddWorker() {
  const { texts, go, chooseWorker } = useApp();
  const words = texts.addWorker;
  const [values, setValues] = useState<FormValues>(EMPTY_FORM);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [suggestion, setSuggestion] = useState<DraftSuggestion>();
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    void api.addWorker.suggestion().then((suggested) => {
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
  const added = (workerId: string): readonly FieldProblem[] => {
    chooseWorker(workerId);
    go('overview');
    return [];
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void busily(async () => {
      const outcome = await api.addWorker.add(draftFrom(values));
      return outcome.ok ? added(outcome.value) : outcome.problem;
    });
  };
  const choose = async (): Promise<void> => {
    const basedir = await api.addWorker.chooseDirectory();
    if (basedir !== undefined) change({ basedir });
  };
  const openExisting = (): void =>
    void busily(async () => {
      const dir = await api.addWorker.chooseDirectory();
      const opened = dir === undefined ? undefined : await api.addWorker.openDirectory(dir);
      if (opened === undefined) return [];
      return opened.ok ? added(opened.value) : [{ field: undefined, sentence: opened.problem }];
    });

  const whole = problems.filter(({ field }) => field === undefined);
  const field = (name: keyof FormValues) => ({
    value: values[name],
    error: problems.find((problem) => problem.field === name)?.sentence,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [name]: event.currentTarget.value }),
  });

  return (
    <Page title={words.title} about={words.intro}>
      <form onSubmit={submit} noValidate>
        <Stack maw={560} gap="md">
          {whole.map(({ sentence }) => (
            <Alert key={sentence} color="red" role="alert">
              {sentence}
            </Alert>
          ))}
          <Group align="flex-start" wrap="nowrap">
            <TextInput
              label={words.host}
              placeholder="ci.example.org"
              flex={1}
              autoFocus
              spellCheck={false}
              {...field('host')}
              onChange={(event) => {
                const text = event.currentTarget.value;
                change(fieldsFromPaste(text) ?? { host: text });
              }}
            />
            <TextInput label={words.port} w={110} inputMode="numeric" {...field('port')} />
          </Group>
          <TextInput
            label={words.workerName}
            placeholder={words.workerNameExample}
            spellCheck={false}
            {...field('workerName')}
          />
          <PasswordInput
            label={words.password}
            description={suggestion && texts.common.passwordPlace(suggestion.passwordPlace)}
            {...field('password')}
          />
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label={words.directory}
              description={words.directoryHelp}
              flex={1}
              spellCheck={false}
              {...field('basedir')}
            />
            <Button variant="default" onClick={() => void choose()}>
              {texts.common.choose}
            </Button>
          </Group>
          <Group justify="space-between" mt="xs">
            <Button variant="subtle" disabled={isBusy} onClick={openExisting}>
              {words.existing}
            </Button>
            <Button type="submit" loading={isBusy}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
