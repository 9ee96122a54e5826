import { type DragEvent, useState } from 'react';
import { useApp } from '../components/app-context.tsx';
import { type Order, useOrder } from './use-order.ts';
import { WorkerCard } from './worker-card.tsx';

/** Every worker, a row each, in the user's order; rows are dragged to other places. */
export function WorkerList() {
  const { view } = useApp();
  const [dragged, setDragged] = useState<string>();
  const order = useOrder(dragged ?? '');
  return (
    <ul className="workers">
      {view.workers.map((worker, place) => (
        <Place key={worker.id} place={place} order={dragged === undefined ? undefined : order}>
          <WorkerCard
            worker={worker}
            onDragging={(isDragged) => setDragged(isDragged ? worker.id : undefined)}
          />
        </Place>
      ))}
    </ul>
  );
}

interface PlaceProps {
  readonly place: number;
  /** Of what is dragged now; undefined while nothing is. */
  readonly order: Order | undefined;
  readonly children: React.ReactNode;
}

/** A place in the list, into which a row can be dropped. */
function Place({ place, order, children }: PlaceProps) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent): void => {
    if (order === undefined) return;
    event.preventDefault();
    setIsOver(true);
  };
  const dropped = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    order?.moveTo(place);
  };
  const from = order !== undefined && order.place < place ? 'above' : 'below';
  return (
    <li
      className={isOver && order ? `drop-from-${from}` : undefined}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={dropped}
    >
      {children}
    </li>
  );
}
