import {
  IconAdjustmentsHorizontal,
  IconDeviceDesktop,
  IconFileText,
  IconHammer,
  IconLayoutDashboard,
  IconPlayerPlay,
  IconPlus,
  IconSettings,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { PageName } from '../../main/contract/pages.ts';
import { namesOf } from '../../main/lib/names-of.ts';
import { AddWorker } from '../add-worker/add-worker.tsx';
import { Builds } from '../builds/builds.tsx';
import type { Icon } from '../components/icon.ts';
import { HostinfoPage } from '../hostinfo/hostinfo-page.tsx';
import { LogViewer } from '../log-viewer/log-viewer.tsx';
import { Overview } from '../overview/overview.tsx';
import { Preferences } from '../preferences/preferences.tsx';
import { Rehearsal } from '../rehearsal/rehearsal.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';

export interface PageEntry {
  readonly name: PageName;
  readonly icon: Icon;
  readonly component: ComponentType;
  /** Shows the worker that is chosen: not available before there is one. */
  readonly isOfWorker: boolean;
  /** Where the navigation has it. */
  readonly at: 'top' | 'bottom';
}

/** The pages of the window, in the order of its navigation. */
const PAGES_BY_NAME: Readonly<Record<PageName, Omit<PageEntry, 'name'>>> = {
  overview: { icon: IconLayoutDashboard, component: Overview, isOfWorker: false, at: 'top' },
  builds: { icon: IconHammer, component: Builds, isOfWorker: true, at: 'top' },
  hostinfo: { icon: IconDeviceDesktop, component: HostinfoPage, isOfWorker: true, at: 'top' },
  log: { icon: IconFileText, component: LogViewer, isOfWorker: true, at: 'top' },
  settings: { icon: IconSettings, component: SettingsPage, isOfWorker: true, at: 'top' },
  addWorker: { icon: IconPlus, component: AddWorker, isOfWorker: false, at: 'bottom' },
  rehearsal: { icon: IconPlayerPlay, component: Rehearsal, isOfWorker: false, at: 'bottom' },
  preferences: {
    icon: IconAdjustmentsHorizontal,
    component: Preferences,
    isOfWorker: false,
    at: 'bottom',
  },
};

export const PAGES: readonly PageEntry[] = namesOf(PAGES_BY_NAME).map((name) => ({
  name,
  ...PAGES_BY_NAME[name],
}));
