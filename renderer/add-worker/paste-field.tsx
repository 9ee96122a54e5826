import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useState } from 'react';
import type { DraftName, DraftSettings } from '../../main/contract/adding/worker-draft.ts';
import { useTexts } from '../components/app-context.tsx';
import { DRAFT_NAMES, missingFrom } from './draft-form.ts';
import type { PasteNote } from './first-start.ts';
import { labelOf } from './label-of.ts';

interface PasteFieldProps {
  /** Answers whether anything was found. */
  readonly onText: (text: string) => Promise<boolean>;
  readonly note: PasteNote | undefined;
  /** The form as it is now. */
  readonly settings: DraftSettings;
}

/** One field for whatever the administrator has sent. */
export function PasteField({ onText, note, settings }: PasteFieldProps) {
  const { addWorker } = useTexts();
  const [text, setText] = useState('');
  const take = async (typed: string, isPasted: boolean): Promise<void> => {
    setText(typed);
    const hasFound = typed.trim() !== '' && (await onText(typed));
    // A mail with a password in it is not left standing there.
    if (hasFound && isPasted) setText('');
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={addWorker.paste}
        description={addWorker.pasteHelp}
        placeholder={addWorker.pasteExample}
        className="paste"
        leftSection={<IconClipboardText size={20} stroke={1.6} aria-hidden="true" />}
        minRows={3}
        maxRows={6}
        autosize
        autoFocus
        spellCheck={false}
        value={text}
        onChange={(event) => {
          const { inputType } = event.nativeEvent as InputEvent;
          void take(event.currentTarget.value, inputType === 'insertFromPaste');
        }}
      />
      <div role="status" data-testid="found">
        {note && <Found note={note} settings={settings} />}
      </div>
    </Stack>
  );
}

function Found({ note, settings }: { readonly note: PasteNote; readonly settings: DraftSettings }) {
  const texts = useTexts();
  const { addWorker, hostinfo } = texts;
  const listed = (names: readonly DraftName[]): string =>
    names.map((name) => labelOf(name, texts)).join(', ');
  const found = [
    listed(DRAFT_NAMES.filter((name) => note.settings[name] !== undefined)),
    note.hostinfo.admin && hostinfo.admin,
    note.hostinfo.accessUri && hostinfo.accessUri,
  ].filter(Boolean);
  if (found.length === 0) return <Alert color="orange">{addWorker.foundNothing}</Alert>;
  const missing = missingFrom(settings);
  return (
    <Alert color={missing.length === 0 ? 'green' : 'blue'} variant="light" p="sm">
      <Text size="sm">
        {addWorker.found(found.join(', '))}{' '}
        {missing.length === 0 ? addWorker.complete : addWorker.missing(listed(missing))}
      </Text>
      {note.notTaken.length > 0 && (
        <Text size="sm">{addWorker.notTaken(note.notTaken.join(', '))}</Text>
      )}
    </Alert>
  );
}
