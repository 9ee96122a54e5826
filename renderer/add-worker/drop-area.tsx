import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../components/app-context.tsx';

interface DropAreaProps {
  readonly onDrop: (dropped: DataTransfer) => void;
}

/** Takes what is dropped anywhere onto the window while the page is there. */
export function DropArea({ onDrop }: DropAreaProps) {
  const { addWorker } = useTexts();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(true);
    };
    const left = (event: DragEvent): void => {
      // It also leaves one part of the window for another one.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(false);
      if (event.dataTransfer) onDrop(event.dataTransfer);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', drop);
    };
  }, [onDrop]);
  if (!isOver) return null;
  return (
    <div className="drop" aria-hidden="true">
      <IconFileImport size={40} stroke={1.4} />
      <strong>{addWorker.dropHere}</strong>
      <span>{addWorker.dropHelp}</span>
    </div>
  );
}
