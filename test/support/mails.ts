import type { DraftSettings } from '../../main/contract/adding/worker-draft.ts';

/** What an administrator sends to somebody who lends a machine, and what it says. */
export interface Mail {
  readonly kind: string;
  readonly text: string;
  readonly settings: DraftSettings;
}

const CI = { host: 'ci.example.org', port: '9990' };
const ME = { workerName: 'linux-3', password: 'hunter2' };

/** Eight kinds, after those that projects really send. */
export const MAILS: readonly Mail[] = [
  {
    kind: 'labels, one a line',
    text: `Hi Ada,

thanks for lending us a machine! Here is what you need:

Master: ci.example.org
Port: 9990
Worker name: linux-3
Password: hunter2

Builds show up at https://ci.example.org/#/builders

Cheers, Bob <bob@example.org>`,
    settings: { ...CI, ...ME },
  },
  {
    kind: 'a command, as the project’s wiki has it',
    text: `Please run

    $ buildbot-worker create-worker --umask=0o22 --keepalive 300 --usepty=0 \\
        ~/buildbot ci.example.org:9990 linux-3 'correct horse'

and then buildbot-worker start ~/buildbot.`,
    settings: {
      ...CI,
      workerName: 'linux-3',
      password: 'correct horse',
      basedir: '~/buildbot',
      umask: '0o22',
      keepalive: '300',
    },
  },
  {
    kind: 'sentences',
    text: `Your worker is called "linux-3" and the password for it is hunter2. Please connect to ci.example.org:9990, and put it in the directory /srv/buildbot. Our firewall drops quiet connections, so start it with --keepalive=300.`,
    settings: { ...CI, ...ME, basedir: '/srv/buildbot', keepalive: '300' },
  },
  {
    kind: 'name and password with a slash',
    text: 'Welcome aboard. linux-3 / hunter2 on ci.example.org port 9990. Ping me if it fails.',
    settings: { ...CI, ...ME },
  },
  {
    kind: 'German, with TLS',
    text: `Hallo Ada,

hier die Zugangsdaten:

Server: ci.example.org:9990
TLS: ja
Name des Workers: linux-3
Passwort: hunter2
Verzeichnis: /srv/buildbot

Grüße, Bob`,
    settings: { ...CI, ...ME, useTls: 'True', basedir: '/srv/buildbot' },
  },
  {
    kind: 'a table, quoted in a reply',
    text: `> | Host | ci.example.org |
> | Port | 9990 |
> | Username | linux-3 |
> | Password | hunter2 |`,
    settings: { ...CI, ...ME },
  },
  {
    kind: 'Markdown with an address',
    text: `## Your worker

* **Buildmaster**: \`tls://ci.example.org:9990\`
* **Worker name**: \`linux-3\`
* **Password**: \`hunter2\``,
    settings: { ...CI, ...ME, useTls: 'True' },
  },
  {
    kind: 'a buildbot.tac',
    text: `from buildbot_worker.bot import Worker
basedir = '/home/bob/worker'
buildmaster_host = 'ci.example.org'
port = 9990
workername = 'linux-3'
passwd = 'hunter2'
keepalive = 300
s = Worker(buildmaster_host, port, workername, passwd, basedir, keepalive)
s.setServiceParent(application)
`,
    settings: { ...CI, ...ME, keepalive: '300' },
  },
];
