import { api } from '../components/api.ts';
import { useApp } from '../components/app-context.tsx';

/** The place of a worker among the others, from 0 on. */
export interface Order {
  readonly place: number;
  readonly count: number;
  readonly moveTo: (place: number) => void;
}

/** Where a worker is in the user's order, and how it gets to another place. */
export function useOrder(workerId: string): Order {
  const { view } = useApp();
  const ids = view.workers.map(({ id }) => id);
  const others = ids.filter((id) => id !== workerId);
  return {
    place: ids.indexOf(workerId),
    count: ids.length,
    moveTo: (place) => {
      if (place < 0 || place > others.length || ids[place] === workerId) return;
      void api.overview.reorder(others.toSpliced(place, 0, workerId));
    },
  };
}
