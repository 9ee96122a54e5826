/** Words in a variable's name that make it look like a secret. */
const SECRET_WORDS =
  /(^|_)(TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|SIGNING_?KEY|AUTH|COOKIE)(_|$)/i;

/** Ways into the volunteer's own session: key agents, the session bus, the screen, tickets. */
const SESSION_DOORS = new Set([
  'SSH_AUTH_SOCK',
  'SSH_AGENT_PID',
  'GPG_AGENT_INFO',
  'GNOME_KEYRING_CONTROL',
  'DBUS_SESSION_BUS_ADDRESS',
  'XAUTHORITY',
  'WAYLAND_SOCKET',
  'KRB5CCNAME',
]);

/** What Buildtray and Electron set for themselves, of no use to a build. */
const OUR_OWN = /^(BUILDTRAY_|ELECTRON_|CHROME_DESKTOP$|ORIGINAL_XDG_CURRENT_DESKTOP$)/;

/**
 * The environment that builds see and that the master gets: this machine's, without what looks
 * like a secret or opens the volunteer's own session.
 */
export function filterEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !isWithheld(name)) kept[name] = value;
  }
  return kept;
}

/** Whether a variable of this name stays on this machine. */
export function isWithheld(name: string): boolean {
  return SECRET_WORDS.test(name) || SESSION_DOORS.has(name.toUpperCase()) || OUR_OWN.test(name);
}
