import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { extract } from 'tar-stream';
import { expect, it } from 'vitest';
import {
  sampleArchive,
  sampleFiles,
} from '../../../../../main/rehearsal-master/sample/sample-files.ts';

it('holds the scripts of both systems, each with the line ends it needs', () => {
  const files = new Map(
    sampleFiles().map(({ path, content }) => [path, Buffer.from(content).toString()]),
  );
  for (const step of ['build', 'test', 'style', 'clean']) {
    expect(files.get(`${step}.sh`)).toMatch(/^#[^\r]*\n$/s);
    expect(files.get(`windows/${step}.cmd`)).toMatch(/^@echo off\r\n/);
  }
});

it('packs every file', async () => {
  const found: { path: string; content: string }[] = [];
  const unpacking = extract();
  Readable.from([await sampleArchive()]).pipe(unpacking);
  for await (const entry of unpacking) {
    found.push({ path: entry.header.name, content: await text(entry) });
  }
  const wanted = sampleFiles().map(({ path, content }) => ({
    path,
    content: Buffer.from(content).toString(),
  }));
  expect(found).toEqual(wanted);
});
