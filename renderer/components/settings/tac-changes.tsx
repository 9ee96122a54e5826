import { Text } from '@mantine/core';
import { structuredPatch } from 'diff';
import { api } from '../api.ts';
import { useTexts } from '../app-context.tsx';
import { useSnapshot } from '../use-snapshot.ts';
import { settingsChangesFrom } from './settings-form.ts';
import type { SettingsForm } from './use-settings.ts';
import './tac-changes.css';

/** The lines of the file that saving would change. */
export function TacChanges({
  workerId,
  form,
}: {
  readonly workerId: string;
  readonly form: SettingsForm;
}) {
  const { settings } = useTexts();
  const { page, edits } = form;
  const { value: after } = useSnapshot({
    key: workerId,
    version: edits,
    load: () => api.settings.preview(settingsChangesFrom(workerId, edits)),
  });
  if (page === undefined || after === undefined) return null;
  const { hunks } = structuredPatch('', '', page.tacText, after, '', '', { context: 1 });
  if (hunks.length === 0) {
    return (
      <Text size="sm" className="quiet">
        {settings.noTextChange}
      </Text>
    );
  }
  return (
    <section
      className="pane"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={settings.wouldChange}
      data-testid="changes"
    >
      {hunks.flatMap(({ lines, oldStart }) =>
        lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else of its own
          <div key={`${oldStart} ${at}`} className={CLASSES[line[0] ?? ' ']}>
            {line}
          </div>
        )),
      )}
    </section>
  );
}

const CLASSES: Readonly<Record<string, string>> = { '+': 'diff-added', '-': 'diff-removed' };
