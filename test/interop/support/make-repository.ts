import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './managed-process.ts';

const SCRIPT = String.raw`
set -e
git init -q -b main work
cd work
commit() {
  git add -A
  GIT_AUTHOR_DATE="2024-01-0$1T12:00:00Z" GIT_COMMITTER_DATE="2024-01-0$1T12:00:00Z" git commit -q -m "$2"
}
mkdir src
echo first > README
echo '*.o' > .gitignore
printf '#!/bin/sh\necho checking for a compiler... no need\ntouch configured\n' > configure
printf '#!/bin/sh\necho "Running Sphinx v1"; mkdir -p _build; echo "build succeeded."\n' > sphinx
chmod +x configure sphinx
echo 'x = 1' > src/x.py
commit 1 'first commit'
git tag v1
cat > Makefile <<'END'
all: program
program: src/program.sh
	@echo "building $@"
	@if [ -n "$$WARN" ]; then echo "program.sh:1: warning: unused variable" >&2; fi
	cp src/program.sh program
	chmod +x program
check: program
	./program | grep -q works
	@echo "1 test, 0 failures"
END
printf '#!/bin/sh\necho works\n' > src/program.sh
commit 2 'second commit'
git checkout -q -b feature v1
echo feature > feature.txt
commit 3 'commit on the branch é'
git checkout -q main
echo third >> README
commit 4 'third commit'
cd ..
git clone -q --bare work project.git
rm -rf work
`;

/** A repository whose commits have the same names on every day and machine. */
export async function makeRepository(
  dir: string,
  env: Readonly<Record<string, string>>,
): Promise<string> {
  fs.mkdirSync(dir, { recursive: true });
  await runToEnd({ program: '/bin/sh', args: ['-c', SCRIPT], cwd: dir, env });
  return path.join(dir, 'project.git');
}
