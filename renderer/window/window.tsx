import { Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { Shell } from './shell.tsx';
import { theme } from './theme.ts';
import { useAppView } from './use-app-view.ts';

/** All that a window shows: nothing until main has answered, then frame and pages. */
export function Window() {
  return (
    <MantineProvider defaultColorScheme="auto" theme={theme}>
      <Notifications position="bottom-right" />
      <Content />
    </MantineProvider>
  );
}

function Content() {
  const view = useAppView();
  return view ? <Shell view={view} /> : <Loader m="xl" />;
}
