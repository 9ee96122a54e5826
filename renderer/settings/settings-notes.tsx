import { Alert } from '@mantine/core';
import type { WorkerView } from '../../main/contract/worker/worker-view.ts';
import { isExtra } from '../../main/worker-settings/settings-table.ts';
import { useTexts } from '../components/app-context.tsx';
import { SavedNote } from '../components/saved-note.tsx';
import { type FieldName, viewOf } from '../components/settings/settings-form.ts';
import type { SettingsForm } from '../components/settings/use-settings.ts';
import { FieldLinks } from './field-links.tsx';

interface SettingsNotesProps {
  readonly worker: WorkerView;
  readonly form: SettingsForm;
  /** Those whose value in the file cannot be. */
  readonly unusable: readonly FieldName[];
  readonly onLead: (name: FieldName) => void;
}

/** What is to be known about the settings as a whole. */
export function SettingsNotes({ worker, form, unusable, onLead }: SettingsNotesProps) {
  const { settings, common } = useTexts();
  const { page, saved, refused, isOutdated } = form;
  if (page === undefined) return null;
  const { problems, warnings, waitsFor } = page;
  const needs =
    waitsFor === 'restart-worker' ? 'restart' : waitsFor === 'reconnect' ? 'reconnect' : undefined;
  const text =
    needs === 'restart'
      ? settings.savedRestart
      : needs
        ? settings.savedReconnect
        : settings.savedNow;
  // A refusal that belongs to a field stands beside it.
  const isAtField =
    refused?.name !== undefined &&
    (isExtra(refused.name) || viewOf(page, refused.name).kind !== 'computed');
  return (
    <>
      {problems.map((sentence) => (
        <Alert key={sentence} color="red">
          {sentence}
        </Alert>
      ))}
      <FieldLinks lead={settings.unusableFields} names={unusable} onLead={onLead} />
      {warnings.map((sentence) => (
        <Alert key={sentence} color="yellow">
          {sentence}
        </Alert>
      ))}
      {isOutdated && (
        <Alert color="orange" role="alert">
          {settings.changedMeanwhile}
        </Alert>
      )}
      {refused && !isAtField && (
        <Alert color="red" role="alert">
          {refused.sentence}
        </Alert>
      )}
      {saved?.problem !== undefined && (
        <Alert color="orange" role="alert" title={settings.notFollowed}>
          {saved.problem}
        </Alert>
      )}
      {(saved || needs) && saved?.problem === undefined && (
        <SavedNote
          key={`${needs} ${saved !== undefined}`}
          worker={worker}
          text={text}
          needs={needs}
          title={saved ? common.savedNote.saved : settings.waiting}
        />
      )}
    </>
  );
}
