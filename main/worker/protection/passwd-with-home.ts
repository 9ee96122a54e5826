/** A user as `/etc/passwd` has one. */
export interface PasswdUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  readonly shell: string;
  readonly home: string;
}

const UID_FIELD = 2;
const HOME_FIELD = 5;

/** The text of `/etc/passwd` with another home for a user, who is added where the file does not have it. */
export function passwdWithHome(passwd: string, user: PasswdUser): string {
  const lines = passwd.split('\n').filter((line) => line !== '');
  const isTheirs = (line: string): boolean => line.split(':')[UID_FIELD] === `${user.uid}`;
  const changed = lines.map((line) => (isTheirs(line) ? withHome(line, user.home) : line));
  const { name, uid, gid, home, shell } = user;
  const all = lines.some(isTheirs)
    ? changed
    : [...changed, [name, 'x', uid, gid, '', home, shell].join(':')];
  return `${all.join('\n')}\n`;
}

function withHome(line: string, home: string): string {
  return line
    .split(':')
    .map((field, index) => (index === HOME_FIELD ? home : field))
    .join(':');
}
