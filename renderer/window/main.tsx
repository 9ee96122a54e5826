import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@fontsource-variable/inter/index.css';
import '../look/mantine.css';
import '../components/shared.css';
import './window.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Window } from './window.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
