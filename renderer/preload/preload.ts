import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { API_NAME, type BuildtrayFiles, FILES_NAME } from '../../main/contract/api.ts';
import { channelsIn } from '../../main/contract/channels.ts';

// Made from the contract: a window can call what it lists and nothing else.
const api = Object.fromEntries(
  Object.entries(channelsIn(process.argv)).map(([subject, entries]) => [
    subject,
    Object.fromEntries(
      Object.entries(entries).map(([name, direction]) => {
        const channel = `${subject}.${name}`;
        return [name, direction === 'call' ? callOn(channel) : eventOn(channel)];
      }),
    ),
  ]),
);

contextBridge.exposeInMainWorld(API_NAME, api);
contextBridge.exposeInMainWorld(FILES_NAME, { pathOf } satisfies BuildtrayFiles);

/** A path alone: main decides what may be done with it. */
function pathOf(file: unknown): string | undefined {
  try {
    // Electron before 32 lacks it. A thing that is no file has no path.
    return webUtils?.getPathForFile(file as File) || undefined;
  } catch {
    return undefined;
  }
}

function callOn(channel: string): (argument: unknown) => Promise<unknown> {
  return (argument) => ipcRenderer.invoke(channel, argument);
}

function eventOn(channel: string): (listener: (payload: unknown) => void) => () => void {
  return (listener) => {
    // The event itself stays here: it would hand the window a sender.
    const received = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel, received);
    return () => {
      ipcRenderer.off(channel, received);
    };
  };
}
