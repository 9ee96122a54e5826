import './tray-tip.css';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import type { AppView } from '../../main/contract/app/app-view.ts';
import { textsIn } from '../../main/texts/texts.ts';
import { StatusIcon } from '../components/status-icon.tsx';

/** Long enough to look for the icon; it can be closed earlier. */
const SHOWN_MS = 30_000;

/** Shows where the app is from now on, once the first worker has connected that this window has added. */
export function useTrayTip({ workers, hasTray, language }: AppView): void {
  const awaitsFirst = useRef(false);
  const hasAttached = workers.some(
    ({ status: { kind } }) => kind === 'idle' || kind === 'building',
  );
  useEffect(() => {
    if (workers.length === 0) awaitsFirst.current = true;
    if (!awaitsFirst.current || !hasAttached || !hasTray) return;
    awaitsFirst.current = false;
    const { shell, common } = textsIn(language);
    notifications.show({
      title: shell.connected,
      message: (
        <>
          {shell.inTray}
          <TrayPicture />
        </>
      ),
      color: 'green',
      autoClose: SHOWN_MS,
      closeButtonProps: { 'aria-label': common.close },
    });
  }, [workers.length, hasAttached, hasTray, language]);
}

/** A panel with the icon of an idle worker among others, for the eye alone. */
function TrayPicture() {
  return (
    <span className="tray-picture" aria-hidden="true">
      <span className="tray-other" />
      <span className="tray-other" />
      <span className="tray-ours">
        <StatusIcon kind="idle" />
      </span>
      <span className="tray-clock">09:41</span>
    </span>
  );
}
