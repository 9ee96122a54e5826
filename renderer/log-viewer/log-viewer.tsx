import type { LogLine } from '../../main/contract/log.ts';
import type { WorkerView } from '../../main/contract/worker-view.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';
import { FollowingPane } from '../components/following-pane.tsx';
import { Page } from '../components/page.tsx';
import { useFeed } from '../components/use-feed.ts';

const MOST_LINES = 500;
const FEED = { recent: api.log.recent, added: api.log.written };
const COLOURS: Readonly<Record<string, string>> = { error: 'bad', warn: 'warning' };

/** The worker's log as it is written. */
export function LogViewer() {
  const { texts, worker } = useApp();
  return (
    <Page title={texts.log.title} isFilling>
      {worker && <LogPane worker={worker} texts={texts} />}
    </Page>
  );
}

function LogPane({ worker, texts }: { readonly worker: WorkerView; readonly texts: Texts }) {
  const lines = useFeed(worker.id, FEED, MOST_LINES);
  return (
    <FollowingPane label={texts.log.label} version={lines}>
      {lines.length === 0 ? (
        <span className="quiet">{texts.log.empty}</span>
      ) : (
        lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name and never move
          <div key={index} className={COLOURS[line.level]}>
            <span className="quiet">{timeText(line, texts)}</span>{' '}
            {line.subject && `${line.subject}: `}
            {line.message}
          </div>
        ))
      )}
    </FollowingPane>
  );
}

function timeText({ at }: LogLine, { format }: Texts): string {
  return at === undefined ? '' : format.timeWithSeconds(at);
}
