import { useCallback } from 'react';
import { useFocusBack } from '../use-focus-back.ts';
import type { Overlay, WindowKeys } from '../use-window-keys.ts';
import { Finder } from './finder.tsx';
import { KeysDialog } from './keys-dialog.tsx';

interface OverlaysProps {
  readonly overlay: Overlay;
  readonly show: WindowKeys['show'];
}

/** What is over the page by a key; the focus goes back when all of it is gone. */
export function Overlays({ overlay, show }: OverlaysProps) {
  useFocusBack();
  const close = useCallback(() => show(undefined), [show]);
  const showKeys = useCallback(() => show('keys'), [show]);
  if (overlay === 'keys') return <KeysDialog onClose={close} />;
  return <Finder onClose={close} onKeys={showKeys} />;
}
