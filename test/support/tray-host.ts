// A tiny desktop panel for tests: owns org.kde.StatusNotifierWatcher on the session bus, so that an
// app's tray icon registers over D-Bus, and reads and clicks its menu through com.canonical.dbusmenu.
import dbus from '@particle/dbus-next';

const { Variant } = dbus;

export interface MenuItem {
  id: number;
  label: string;
  type: string;
  enabled: boolean;
  visible: boolean;
  /** undefined for a plain item */
  checked?: boolean;
  children: MenuItem[];
}

type Layout = [number, Record<string, { value: unknown }>, { value: Layout }[]];

function parse([id, props, children]: Layout): MenuItem {
  const get = <T extends string | number | boolean>(name: string, fallback: T) =>
    (props[name]?.value ?? fallback) as T;
  return {
    id,
    label: get('label', '').replace(/_(.)/g, '$1'), // "_" marks the access key
    type: get('type', 'standard'),
    enabled: get('enabled', true),
    visible: get('visible', true),
    ...(props['toggle-type'] && { checked: get<number>('toggle-state', 0) === 1 }),
    children: children.map((child) => parse(child.value)),
  };
}

class Watcher extends dbus.interface.Interface {
  readonly names: string[] = [];
  onItem: (name: string) => void = () => {};
  RegisterStatusNotifierItem(name: string) {
    this.names.push(name);
    this.onItem(name);
    this.StatusNotifierItemRegistered(name);
  }
  RegisterStatusNotifierHost(_name: string) {}
  get RegisteredStatusNotifierItems() {
    return this.names;
  }
  get IsStatusNotifierHostRegistered() {
    return true; // without this Chromium falls back to an XEmbed icon
  }
  get ProtocolVersion() {
    return 0;
  }
  StatusNotifierItemRegistered(name: string) {
    return name;
  }
}
Watcher.configureMembers({
  methods: {
    RegisterStatusNotifierItem: { inSignature: 's', outSignature: '' },
    RegisterStatusNotifierHost: { inSignature: 's', outSignature: '' },
  },
  properties: {
    RegisteredStatusNotifierItems: { signature: 'as', access: 'read' },
    IsStatusNotifierHostRegistered: { signature: 'b', access: 'read' },
    ProtocolVersion: { signature: 'i', access: 'read' },
  },
  signals: { StatusNotifierItemRegistered: { signature: 's' } },
});

export class TrayHost {
  private readonly bus: dbus.MessageBus;
  private readonly watcher: Watcher;

  private constructor(bus: dbus.MessageBus, watcher: Watcher) {
    this.bus = bus;
    this.watcher = watcher;
  }

  /** Start before the app: it looks for a watcher once, when it creates its icon. */
  static async start(): Promise<TrayHost> {
    const bus = dbus.sessionBus();
    const watcher = new Watcher('org.kde.StatusNotifierWatcher');
    bus.export('/StatusNotifierWatcher', watcher);
    const reply = await bus.requestName(
      'org.kde.StatusNotifierWatcher',
      dbus.NameFlag.DO_NOT_QUEUE,
    );
    if ((reply as number) !== 1 /* primary owner */)
      throw new Error('another tray host is running');
    return new TrayHost(bus, watcher);
  }

  stop() {
    this.bus.disconnect();
  }

  /** Before the app is started again: `icon` then waits for the new one. */
  forgetIcons() {
    this.watcher.names.length = 0;
  }

  async icon(timeout = 10_000): Promise<TrayIcon> {
    const name =
      this.watcher.names.at(-1) ??
      (await new Promise<string>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error('no tray icon was registered')), timeout);
        this.watcher.onItem = (value) => {
          clearTimeout(timer);
          resolve(value);
        };
      }));
    const icon = new TrayIcon(this.bus, name);
    await icon.property('Menu');
    return icon;
  }
}

export class TrayIcon {
  readonly service: string;
  private readonly bus: dbus.MessageBus;

  constructor(bus: dbus.MessageBus, service: string) {
    this.bus = bus;
    this.service = service;
  }

  // Chromium answers no Introspect call, so proxies cannot be used.
  private async call(
    path: string,
    iface: string,
    member: string,
    signature = '',
    body: unknown[] = [],
  ) {
    const reply = await this.bus.call(
      new dbus.Message({
        destination: this.service,
        path,
        interface: iface,
        member,
        signature,
        body,
      }),
    );
    return reply?.body ?? [];
  }

  async property(name: string): Promise<unknown> {
    const body = ['org.kde.StatusNotifierItem', name];
    const [value] = await this.call(
      '/StatusNotifierItem',
      'org.freedesktop.DBus.Properties',
      'Get',
      'ss',
      body,
    );
    return value.value;
  }

  async tooltip(): Promise<string> {
    return ((await this.property('ToolTip')) as [string, unknown, string, string])[2];
  }

  private async menuCall(member: string, signature: string, body: unknown[]) {
    return this.call(
      (await this.property('Menu')) as string,
      'com.canonical.dbusmenu',
      member,
      signature,
      body,
    );
  }

  async menu(): Promise<MenuItem[]> {
    const [, layout] = await this.menuCall('GetLayout', 'iias', [0, -1, []]);
    return parse(layout as Layout).children;
  }

  /** Chooses an item by its labels, outermost first. */
  async choose(...labels: string[]): Promise<void> {
    let items = await this.menu();
    let found: MenuItem | undefined;
    for (const label of labels) {
      found = items.find((item) => item.visible && item.label === label);
      if (!found)
        throw new Error(`no "${label}" among ${items.map((item) => `"${item.label}"`).join(', ')}`);
      if (!found.enabled) throw new Error(`"${label}" is disabled`);
      items = found.children;
    }
    try {
      await this.menuCall('Event', 'isvu', [found?.id ?? 0, 'clicked', new Variant('s', ''), 0]);
    } catch (error) {
      // An app that quits may do so before it has answered.
      if (!/disconnected from message bus/.test(String(error))) throw error;
    }
  }

  /** A left click on the icon. */
  async activate(): Promise<void> {
    await this.call('/StatusNotifierItem', 'org.kde.StatusNotifierItem', 'Activate', 'ii', [0, 0]);
  }
}
