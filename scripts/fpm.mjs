#!/usr/bin/env node
// A stand-in for fpm (which no registry we can reach carries) that does what electron-builder asks
// of it: a folder and a few files into a .deb with dpkg-deb, or an .rpm with rpmbuild.
// Use: CUSTOM_FPM_PATH=$PWD/scripts/fpm.mjs electron-builder --linux deb rpm
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const options = {};
const sources = [];
const alone = new Set(['--force', '--debug']);
const alias = { '-s': '--source', '-t': '--type', '-d': '--depends' };
const argv = process.argv.slice(2);
while (argv.length) {
  let arg = argv.shift();
  if (!arg.startsWith('-')) sources.push(arg);
  else if (!alone.has(arg)) {
    arg = alias[arg] ?? arg;
    const eq = arg.indexOf('=');
    const name = eq < 0 ? arg : arg.slice(0, eq);
    options[name] ??= [];
    options[name].push(eq < 0 ? argv.shift() : arg.slice(eq + 1));
  }
}
const one = (name, fallback = '') => options[name]?.at(-1) ?? fallback;
const all = (name) => options[name] ?? [];
const type = one('--type');
const output = path.resolve(one('--package'));
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'fpm-'));
const root = path.join(work, 'root');

function sizeOf(dir) {
  let bytes = 0;
  for (const entry of fs.readdirSync(dir, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) bytes += fs.statSync(path.join(entry.parentPath, entry.name)).size;
  return bytes;
}

function stage() {
  for (const source of sources) {
    const at = source.lastIndexOf('=');
    const from = source.slice(0, at);
    const to = path.join(root, source.slice(at + 1));
    const folder = from.endsWith('/');
    fs.mkdirSync(folder ? to : path.dirname(to), { recursive: true });
    execFileSync('cp', ['-a', ...(folder ? [`${from}.`, to] : [from, to])]);
  }
  for (const entry of fs.readdirSync(root, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) fs.chmodSync(file, 0o755);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o111 ? 0o755 : 0o644);
  }
}

function deb() {
  const [summary, ...rest] = one('--description').split('\n');
  const text = rest.map((line) => ` ${line.trim() || '.'}`).join('\n');
  const control = {
    Package: one('--name'),
    Version: [one('--version'), one('--iteration')].filter(Boolean).join('-'),
    Section: one('--category', 'default'),
    Priority: one('--deb-priority', 'optional'),
    Architecture: one('--architecture'),
    'Installed-Size': Math.ceil(sizeOf(root) / 1024),
    Maintainer: one('--maintainer'),
    Homepage: one('--url'),
    Depends: all('--depends').join(', '),
    Recommends: all('--deb-recommends').join(', '),
    Description: `${summary.trim() || one('--name')}${text ? `\n${text}` : ''}`,
  };
  const dir = path.join(root, 'DEBIAN');
  fs.mkdirSync(dir);
  const lines = Object.entries(control)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  fs.writeFileSync(path.join(dir, 'control'), `${lines.join('\n')}\n`);
  for (const [name, option] of [
    ['postinst', '--after-install'],
    ['postrm', '--after-remove'],
  ])
    if (one(option)) {
      fs.copyFileSync(one(option), path.join(dir, name));
      fs.chmodSync(path.join(dir, name), 0o755);
    }
  const compression = one('--deb-compression', 'xz');
  execFileSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', root, output], {
    stdio: 'inherit',
  });
}

// Whole folders below /opt, single files elsewhere: /usr/share and the like belong to other packages.
function rpmFiles() {
  return fs.readdirSync(root).flatMap((top) => {
    if (top === 'opt') return fs.readdirSync(path.join(root, top)).map((name) => `/opt/${name}`);
    return fs
      .readdirSync(path.join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path.join('/', path.relative(root, entry.parentPath), entry.name));
  });
}

function rpm() {
  const script = (option) =>
    one(option) ? fs.readFileSync(one(option), 'utf8').replaceAll('%', '%%') : '';
  const version = one('--version').replaceAll('-', '~');
  const spec = `Name: ${one('--name')}
Version: ${version}
Release: ${one('--iteration', '1')}
Summary: ${one('--rpm-summary', one('--description').split('\n')[0] || one('--name'))}
License: ${one('--license', 'unknown')}
URL: ${one('--url')}
Vendor: ${one('--vendor')}
Packager: ${one('--maintainer')}
AutoReqProv: no
${all('--depends')
  .map((name) => `Requires: ${name}`)
  .join('\n')}
%define _build_id_links none
%define __os_install_post %{nil}
%define _binary_payload ${one('--rpm-compression', 'xzmt') === 'none' ? 'w0.gzdio' : 'w2T0.xzdio'}
%description
${one('--description')}
%post
${script('--after-install')}
%postun
${script('--after-remove')}
%files
%defattr(-,root,root,-)
${rpmFiles()
  .map((name) => `"${name}"`)
  .join('\n')}
`;
  const file = path.join(work, 'app.spec');
  fs.writeFileSync(file, spec);
  const define = { _topdir: path.join(work, 'top'), _rpmdir: work, _rpmfilename: 'out.rpm' };
  const args = Object.entries(define).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
  execFileSync(
    'rpmbuild',
    ['-bb', '--quiet', '--target', one('--architecture'), '--buildroot', root, ...args, file],
    { stdio: 'inherit' },
  );
  fs.copyFileSync(path.join(work, 'out.rpm'), output);
}

try {
  stage();
  if (type === 'deb') deb();
  else if (type === 'rpm') rpm();
  else throw new Error(`cannot make ${type}`);
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
