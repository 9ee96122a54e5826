import { expect, it } from 'vitest';
import { passwdWithHome } from '../../../../../main/worker/protection/passwd-with-home.ts';

const ADA = { uid: 1000, gid: 100, name: 'ada', shell: '/bin/sh', home: '/w/buildtray.home' };
const ROOT = 'root:x:0:0:root:/root:/bin/bash';

it('changes the home of the user and nothing else', () => {
  const passwd = `${ROOT}\nada:x:1000:100:Ada,,,:/home/ada:/bin/zsh\n`;
  expect(passwdWithHome(passwd, ADA)).toBe(
    `${ROOT}\nada:x:1000:100:Ada,,,:/w/buildtray.home:/bin/zsh\n`,
  );
});

it('adds a user whom the system has from elsewhere', () => {
  expect(passwdWithHome(`${ROOT}\n`, ADA)).toBe(
    `${ROOT}\nada:x:1000:100::/w/buildtray.home:/bin/sh\n`,
  );
});
