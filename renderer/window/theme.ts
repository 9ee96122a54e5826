import { createTheme } from '@mantine/core';

/** Calm: few colours, round corners, no movement for those who asked their system for none. */
export const theme = createTheme({
  defaultRadius: 'md',
  // White on it can be read by weak eyes too.
  primaryShade: 8,
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: 'system-ui, "Cantarell", "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
});
