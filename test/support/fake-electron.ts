import { EventEmitter } from 'node:events';

/** A desktop notification that nobody sees; a test emits what the user does with it. */
class FakeNotification extends EventEmitter {
  static isSupported(): boolean {
    return fakeDesktop.showsNotifications;
  }

  readonly notice: {
    readonly title: string;
    readonly body: string;
    readonly actions?: readonly { readonly text: string }[];
  };

  constructor(notice: FakeNotification['notice']) {
    super();
    this.notice = notice;
  }

  show(): void {
    fakeDesktop.notifications.push(this);
  }
}

/** The icon in a tray that nobody sees. */
class FakeTray {
  constructor(image: FakeImage) {
    this.setImage(image);
  }

  setImage(image: FakeImage): void {
    fakeDesktop.trayImages.push(image);
  }

  setTitle(): void {}
  on(): void {}
  destroy(): void {}

  setToolTip(tooltip: string): void {
    fakeDesktop.tooltip = tooltip;
  }

  setContextMenu(menu: readonly FakeMenuItem[]): void {
    fakeDesktop.menu = menu;
  }
}

/** A picture of two sizes, as a file has them whose other size is beside it. */
class FakeImage {
  readonly path: string | undefined;
  readonly painted: { readonly scaleFactor: number; readonly width: number }[] = [];

  constructor(path?: string) {
    this.path = path;
  }

  getScaleFactors(): readonly number[] {
    return [1, 2];
  }

  toBitmap({ scaleFactor }: { readonly scaleFactor: number }): Uint8Array {
    return new Uint8Array((22 * scaleFactor) ** 2 * 4);
  }

  addRepresentation(representation: FakeImage['painted'][number]): void {
    this.painted.push(representation);
  }
}

interface FakeMenuItem {
  readonly label?: string;
  readonly submenu?: readonly FakeMenuItem[];
}

/** What a test decides about the desktop, and what was done to it. */
export const fakeDesktop = {
  showsNotifications: true,
  notifications: [] as FakeNotification[],
  /** The button that the user chooses, and the paths. */
  response: 0,
  filePaths: [] as string[],
  /** The arguments of each dialog. */
  dialogs: [] as (readonly unknown[])[],
  tooltip: '',
  /** The pictures of the icon, the last one is shown. */
  trayImages: [] as FakeImage[],
  menu: [] as readonly FakeMenuItem[],
  isPackaged: true,
  appData: '/home/ada/.config',
  metrics: [] as { readonly pid: number; readonly type: string }[],
  /** What the app was asked to do. */
  done: [] as string[],
};

/** Stands for Electron, by vi.mock. */
export const fakeElectron = {
  Notification: FakeNotification,
  Tray: FakeTray,
  Menu: { buildFromTemplate: (template: readonly FakeMenuItem[]) => template },
  nativeImage: {
    createFromPath: (path: string) => new FakeImage(path),
    createEmpty: () => new FakeImage(),
  },
  nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false }),
  dialog: {
    showMessageBox: async (...args: readonly unknown[]) => {
      fakeDesktop.dialogs.push(args);
      return { response: fakeDesktop.response };
    },
    showOpenDialog: async (...args: readonly unknown[]) => {
      fakeDesktop.dialogs.push(args);
      return { filePaths: fakeDesktop.filePaths };
    },
  },
  app: {
    get isPackaged() {
      return fakeDesktop.isPackaged;
    },
    getName: () => 'Buildtray',
    getPath: () => fakeDesktop.appData,
    getAppPath: () => '/src/buildtray',
    getAppMetrics: () => fakeDesktop.metrics,
    releaseSingleInstanceLock: () => void fakeDesktop.done.push('release the lock'),
    disableHardwareAcceleration: () => void fakeDesktop.done.push('draw in software'),
    commandLine: {
      appendSwitch: (name: string) => void fakeDesktop.done.push(`--${name}`),
    },
    exit: (status: number) => void fakeDesktop.done.push(`exit ${status}`),
  },
};
