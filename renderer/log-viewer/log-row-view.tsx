import { memo } from 'react';
import type { LogQuery } from '../../main/contract/log/log-contract.ts';
import type { LogRow } from '../../main/contract/log/log-rows.ts';
import type { Texts } from '../../main/texts/texts.ts';
import { AnsiText } from '../components/output/ansi-text.tsx';
import { segmentsFrom } from '../components/output/segments-from.ts';

interface LogRowViewProps {
  /** Undefined while it is on its way. */
  readonly row: LogRow | undefined;
  readonly top: number;
  /** Its place among those that the filter lets through. */
  readonly place: number;
  readonly isCurrent: boolean;
  readonly query: LogQuery | undefined;
  readonly texts: Texts;
}

interface MarkProps {
  readonly level: LogRow['level'];
  readonly texts: Texts;
}

/** The level as a sign, so that it can be recognised without its colour. */
function Mark({ level, texts }: MarkProps) {
  if (level !== 'error' && level !== 'warn') return <span className="log-mark" />;
  return (
    <span className="log-mark" role="img" aria-label={texts.log.levels[level]}>
      {level === 'error' ? '✕' : '!'}
    </span>
  );
}

/** One line of the log. */
export const LogRowView = memo(function LogRowView(props: LogRowViewProps) {
  const { row, top, place, isCurrent, query, texts } = props;
  const style = { transform: `translateY(${top}px)` };
  if (row === undefined) return <div className="log-row" style={style} />;
  const { level, at, subject, message, isContinued, cutBytes } = row;
  const classes = ['log-row', `log-${level}`, ...(isCurrent ? ['log-current'] : [])];
  const time = at === undefined ? '' : texts.format.timeWithSeconds(at);
  return (
    <div
      className={classes.join(' ')}
      style={style}
      data-row={place}
      aria-current={isCurrent || undefined}
    >
      <span className="log-time" title={at === undefined ? undefined : texts.format.dateTime(at)}>
        {isContinued ? '' : time}
      </span>
      <Mark level={isContinued ? 'info' : level} texts={texts} />
      {subject && (
        <span className="log-subject">
          <Words text={subject} query={query} />
        </span>
      )}
      <span className={isContinued ? 'log-continued' : undefined}>
        <Words text={message} query={query} />
        {cutBytes > 0 && <em className="quiet"> {texts.log.cut(cutBytes)}</em>}
      </span>
    </div>
  );
});

interface WordsProps {
  readonly text: string;
  readonly query: LogQuery | undefined;
}

function Words({ text, query }: WordsProps) {
  if (text.includes('\u001b')) return <AnsiText text={text} />;
  return segmentsFrom(text, query).map(({ at, text: words, isHit }) =>
    isHit ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
  );
}
