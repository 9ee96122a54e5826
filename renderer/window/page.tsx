import { Alert, Container, Loader, Stack } from '@mantine/core';
import { AddWorker } from './add-worker.tsx';
import { useAppView } from './hooks.ts';
import { WorkerPage } from './worker-page.tsx';

/** The one page: the worker, or the form for the first one. */
export function Page() {
  const view = useAppView();
  if (!view) return <Loader m="xl" aria-label="Loading" />;
  return (
    <Container size="md" h="100%" py="md">
      <Stack h="100%" gap="md">
        {view.developmentRuntime && (
          <Alert color="yellow" py={6} variant="light" data-testid="runtime">
            {view.developmentRuntime}
          </Alert>
        )}
        {view.worker ? <WorkerPage worker={view.worker} /> : <AddWorker />}
      </Stack>
    </Container>
  );
}
