import type { LogLine } from '../../main/contract/contract.ts';
import { FollowingPane } from '../components/following-pane.tsx';
import { useLogLines } from './hooks.ts';

const COLOURS: Readonly<Record<string, string>> = { error: 'bad', warn: 'warning' };

/** The worker's last log lines. */
export function LogPane({ basedir }: { readonly basedir: string }) {
  const lines = useLogLines(basedir);
  return (
    <FollowingPane label="Log of the worker" version={lines}>
      {lines.length === 0 ? (
        <span className="quiet">The log is empty.</span>
      ) : (
        lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never move
          <div key={index} className={COLOURS[line.level]}>
            <span className="quiet">{timeText(line)}</span> {line.subject && `${line.subject}: `}
            {line.message}
          </div>
        ))
      )}
    </FollowingPane>
  );
}

function timeText({ at }: LogLine): string {
  return at === undefined ? '' : new Date(at).toLocaleTimeString();
}
