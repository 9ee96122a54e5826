import { useEffect, useRef, useState } from 'react';
import { api } from '../../components/api.ts';
import { type OutputLine, OutputLines } from '../../components/output/output-lines.ts';

/** Of each builder: enough to scroll back through a failing test. */
const MOST_LINES = 5_000;

/** What the builders of one worker print, by builder. */
export type OutputByBuilder = ReadonlyMap<string, readonly OutputLine[]>;

/** Follows a worker's output; however much comes, it is shown once per drawn picture at most. */
export function useOutput(workerId: string, builders: readonly string[]): OutputByBuilder {
  const kept = useRef(new Map<string, OutputLines>());
  const [output, setOutput] = useState<OutputByBuilder>(new Map());
  useEffect(() => {
    let frame: number | undefined;
    const show = (): void => {
      frame = undefined;
      setOutput(shownOf(kept.current));
    };
    const stop = followOutput(workerId, (builderName, piece) => {
      const lines = kept.current.get(builderName) ?? new OutputLines(MOST_LINES);
      kept.current.set(builderName, lines);
      lines.add(piece);
      frame ??= requestAnimationFrame(show);
    });
    return () => {
      stop();
      kept.current.clear();
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, [workerId]);
  useEffect(() => {
    // A build that has ended takes its output with it.
    for (const name of kept.current.keys()) {
      if (!builders.includes(name)) kept.current.delete(name);
    }
    setOutput(shownOf(kept.current));
  }, [builders]);
  return output;
}

function shownOf(kept: ReadonlyMap<string, OutputLines>): OutputByBuilder {
  return new Map([...kept].map(([builder, { lines }]) => [builder, lines]));
}

type Heard = (
  builderName: string,
  piece: { readonly stream: string; readonly text: string },
) => void;

/** What was first, then what comes; what came in between is in what was. */
function followOutput(workerId: string, heard: Heard): () => void {
  let isReady = false;
  let isOver = false;
  const stop = api.overview.printed((more) => {
    if (!isReady || more.workerId !== workerId) return;
    for (const piece of more.items) heard(piece.builderName, piece);
  });
  void api.overview.recentOutput(workerId).then((first) => {
    if (isOver) return;
    for (const piece of first) heard(piece.builderName, piece);
    isReady = true;
  });
  return () => {
    isOver = true;
    stop();
    void api.overview.leaveOutput(workerId);
  };
}
