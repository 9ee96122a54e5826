import { Kbd } from '@mantine/core';
import { useTexts } from '../app-context.tsx';
import { isMac } from './window-keys.ts';

/** A shortcut as it is written on the keys. */
export function KeyCap({ keys }: { readonly keys: string }) {
  const { shell } = useTexts();
  return <Kbd size="xs">{keyText(keys, shell.keys.names)}</Kbd>;
}

/** The same as a text. */
export function keyText(keys: string, names: { readonly Ctrl: string; readonly Shift: string }) {
  if (isMac()) return keys.replace('Ctrl+', '⌘').replace('Shift+', '⇧');
  return keys.replace('Ctrl', names.Ctrl).replace('Shift', names.Shift);
}
