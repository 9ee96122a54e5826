/** Variables that stay here by their names, each with what it is. In capitals. */
const WITHHELD_NAMES: Readonly<Record<string, string>> = {
  SSH_AUTH_SOCK: 'the agent that holds unlocked SSH keys',
  SSH_AGENT_PID: 'the same agent',
  GPG_AGENT_INFO: 'the agent that holds unlocked GPG keys',
  GNOME_KEYRING_CONTROL: 'the keyring',
  GNOME_KEYRING_PID: 'the keyring',
  KRB5CCNAME: 'Kerberos tickets',
  BW_SESSION: 'an unlocked Bitwarden vault',
  SSH_ASKPASS: 'a window that asks the volunteer for a password',
  GIT_ASKPASS: 'the same, for Git; editors hand out stored passwords by it',
  SUDO_ASKPASS: 'the same, for sudo',
  DBUS_SESSION_BUS_ADDRESS: 'the session bus',
  DBUS_STARTER_ADDRESS: 'the session bus',
  SESSION_MANAGER: 'the session manager, which can end the session',
  XAUTHORITY: 'the right to see and to type on the screen',
  ICEAUTHORITY: 'the right to talk to the session manager',
  WAYLAND_SOCKET: 'a connection to the screen',
  SWAYSOCK: 'the window manager, which starts programs',
  I3SOCK: 'the window manager, which starts programs',
  HYPRLAND_INSTANCE_SIGNATURE: 'the window manager, which starts programs',
  TMUX: 'a terminal that takes keystrokes',
  TMUX_PANE: 'a terminal that takes keystrokes',
  STY: 'a terminal that takes keystrokes, of screen',
  ZELLIJ_SESSION_NAME: 'a terminal that takes keystrokes',
  KITTY_LISTEN_ON: 'a terminal that takes keystrokes',
  KITTY_PUBLIC_KEY: 'a terminal that takes keystrokes',
  ALACRITTY_SOCKET: 'a terminal that opens windows',
  WEZTERM_UNIX_SOCKET: 'a terminal that takes keystrokes',
  GNOME_TERMINAL_SERVICE: 'a terminal that opens windows',
  KONSOLE_DBUS_SERVICE: 'a terminal that takes keystrokes',
  NVIM: 'an editor that runs commands',
  NVIM_LISTEN_ADDRESS: 'an editor that runs commands',
  NOTIFY_SOCKET: 'the state of our own service',
  LISTEN_FDS: 'descriptors of our own service',
  LISTEN_PID: 'descriptors of our own service',
  LISTEN_FDNAMES: 'descriptors of our own service',
  DATABASE_URL: 'an address with a password in it, by custom',
  DB_URL: 'an address with a password in it, by custom',
  REDIS_URL: 'an address with a password in it, by custom',
  MONGODB_URI: 'an address with a password in it, by custom',
  AMQP_URL: 'an address with a password in it, by custom',
};

/** Shapes of names that stay here, each with what they are. */
const WITHHELD_SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    /(^|_)(TOKENS?|SECRETS?|PASSWORDS?|PASSWD|PASSPHRASE|CREDENTIALS?|CREDS|AUTH|COOKIES?|WEBHOOKS?)(_|$)/i,
    'a word that means a secret',
  ],
  [
    /(TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|WEBHOOK|(?:API|ACCESS|SECRET|PRIVATE|SIGNING)KEY)S?$/i,
    'the same word at the end of another one, as in PGPASSWORD',
  ],
  [
    /(^|_)(API|ACCESS|PRIVATE|SECRET|SIGNING|ENCRYPTION)_?KEY(_|$)/i,
    'a key, its number or its place',
  ],
  [/(^|_)(?<!(^|_)PUBLIC_)KEYS?$/i, 'a key'],
  [/_(PAT|PASS|PWD|DSN)$/i, 'an access token, a password, an address with a password'],
  [/(^|_)(CONNECTION_?STRING|CONN_?STR|DATABASE_UR[IL])(_|$)/i, 'an address with a password'],
  [/^OP_SESSION_/, 'an unlocked 1Password vault'],
  [/^VSCODE_(GIT_)?(ASKPASS|IPC)/, 'an editor that hands out passwords and runs commands'],
  [/^(BUILDTRAY_|ELECTRON_)/, "Buildtray's and Electron's own"],
  [/^(CHROME_DESKTOP|ORIGINAL_XDG_CURRENT_DESKTOP)$/, "Electron's own"],
];

/** Whether a variable of this name looks like a secret, or opens the volunteer's own session. */
export function isSecretName(name: string): boolean {
  if (Object.hasOwn(WITHHELD_NAMES, name.toUpperCase())) return true;
  return WITHHELD_SHAPES.some(([shape]) => shape.test(name));
}
