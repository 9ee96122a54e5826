import { useTexts } from '../app-context.tsx';

interface UnsavedMarkProps {
  /** How many changes are not saved; of none there is no mark. */
  readonly count: number;
  readonly id?: string;
}

/** A dot beside the name of what holds changes that are not saved. */
export function UnsavedMark({ count, id }: UnsavedMarkProps) {
  const { settings } = useTexts();
  if (count === 0) return null;
  const words = settings.changes(count);
  return <span className="unsaved-mark" role="img" id={id} aria-label={words} title={words} />;
}
