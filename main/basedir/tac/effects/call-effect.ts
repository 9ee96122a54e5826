import type { SyntaxNode } from '@lezer/common';
import type { OwnEffect } from '../../../contract/problems/tac.ts';
import { ageOfClass } from '../age-of-class.ts';
import { argumentsOf } from '../python/arguments-of.ts';
import { literalFrom } from '../python/literal-from.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { descendantsOf, dottedNameOf } from '../python/python-tree.ts';
import type { EnvironmentNames } from './environment-names.ts';
import { isChangingMethod, isHarmlessFunction, isHarmlessMethod } from './harmless-call.ts';

export interface CallContext {
  readonly text: string;
  readonly scope: ModuleScope;
  readonly names: EnvironmentNames;
}

/** What a call does by itself; `own-function` is for who knows the file's functions. */
export type CallEffect = OwnEffect | 'end' | 'may-end' | 'start' | 'own-function' | 'none';

const ENDS = /^(sys\.exit|exit|quit|os\._exit|os\.abort)$/;
const IN_APPLICATION =
  /(^|\.)(MultiService|IServiceCollection|IService|LogFile(\.fromFullPath)?|DailyLogFile(\.fromFullPath)?)$/;
const OBSERVER =
  /(^|\.)(FileLogObserver|textFileLogObserver|FilteringLogObserver|LogLevelFilterPredicate)$/;
const OPENS = /^(open|io\.open|codecs\.open|file)$/;

/** By full names; the first that matches counts. */
const EFFECTS: readonly (readonly [RegExp, OwnEffect])[] = [
  [/^os\.(putenv|unsetenv)$/, 'environment'],
  [/^os\.umask$/, 'umask'],
  [/^os\.(nice|setpriority|sched_set\w+)$|^psutil\..*(nice|ionice|cpu_affinity)$/, 'priority'],
  [/^os\.(chdir|fchdir|chroot)$/, 'directory'],
  [/^resource\.(setrlimit|prlimit)$/, 'limits'],
  [/^os\.(set(e|re|res)?[ug]id|setgroups|initgroups|setsid|setpgrp|setpgid)$/, 'user'],
  [/^(subprocess|commands|popen2|sh|fabric|asyncio\.create_subprocess\w*)(\.|$)/, 'command'],
  [
    /^os\.(system|popen[234]?|exec\w+|spawn\w+|posix_spawnp?|fork\w*|kill\w*|startfile)$/,
    'command',
  ],
  [/^(twisted\.)?(application\.)?(internet|strports)\.\w+$/, 'service'],
  [/^twisted\.(internet|web|conch|manhole|words)\./, 'service'],
  [/^(twisted\.python\.)?log\.\w+$|^twisted\.logger\.|^logging\./, 'log'],
];

/** What a call does that no setting covers. Shape: `call` is a CallExpression. */
export function callEffect(call: SyntaxNode, context: CallContext): CallEffect {
  const { text, scope, names } = context;
  const callee = call.firstChild;
  if (!callee) return 'none';
  const property = callee.name === 'MemberExpression' ? callee.lastChild : undefined;
  const method = property?.name === 'PropertyName' ? text.slice(property.from, property.to) : '';
  if (method === 'setServiceParent' || method === 'addService') return 'start';
  if (method === 'setComponent') return componentEffect(call, context);
  if (names.isEnvironment(callee.firstChild)) {
    return isReading(method) ? 'none' : 'environment';
  }
  const name = scope.resolveDottedName(callee);
  if (name !== undefined) return namedEffect(name, method, call, context);
  if (callee.name === 'VariableName') return 'own-function';
  // Such as `open(path).read().strip()`, or `options.update(…)` of the file's own.
  if (isHarmlessMethod(method)) return 'none';
  const isOwnValue = callee.firstChild?.name === 'VariableName';
  return isOwnValue && isChangingMethod(method) ? 'none' : 'code';
}

function isReading(method: string): boolean {
  return isHarmlessFunction(`os.environ.${method}`);
}

function namedEffect(
  name: string,
  method: string,
  call: SyntaxNode,
  context: CallContext,
): CallEffect {
  if (ENDS.test(name)) return 'end';
  if (ageOfClass(name) !== undefined || IN_APPLICATION.test(name)) return 'none';
  if (/(^|\.)Application$/.test(name)) return hasOneArgument(call, context) ? 'none' : 'user';
  if (OBSERVER.test(name)) return observerEffect(name, call, context);
  if (OPENS.test(name)) return opensToRead(call, context) ? 'none' : 'code';
  if (isHarmlessFunction(name)) return 'none';
  const known = EFFECTS.find(([pattern]) => pattern.test(name));
  if (known) return known[1];
  // A name that nothing was assigned to, such as a loop's or a function's own.
  const [head = ''] = name.split('.');
  const isOwnValue = method !== '' && context.scope.bindingOf(head)?.kind !== 'imported';
  const isPlain = isHarmlessMethod(method) || (isChangingMethod(method) && isPair(name));
  return isOwnValue && isPlain ? 'none' : 'code';
}

function isPair(name: string): boolean {
  return name.split('.').length === 2;
}

function hasOneArgument(call: SyntaxNode, { text }: CallContext): boolean {
  return !call.lastChild || argumentsOf(call.lastChild, text).length <= 1;
}

/** Only a file's own log is written as Buildtray does; a filter other than the default changes it. */
function observerEffect(name: string, call: SyntaxNode, context: CallContext): CallEffect {
  const [first] = call.lastChild ? argumentsOf(call.lastChild, context.text) : [];
  if (name.endsWith('LogLevelFilterPredicate')) return first ? 'log' : 'none';
  const stream = first && context.scope.resolveDottedName(first.value);
  return /^sys\.(__)?std(out|err)(__)?$/.test(stream ?? '') ? 'log' : 'none';
}

/** `open(path)`, `open(path, 'rb')`. */
function opensToRead(call: SyntaxNode, { text }: CallContext): boolean {
  const list = call.lastChild ? argumentsOf(call.lastChild, text) : [];
  const mode = list.find(({ keyword }) => keyword === 'mode') ?? list[1];
  if (!mode || (mode.keyword !== undefined && mode.keyword !== 'mode')) return true;
  const value = literalFrom(mode.value, text);
  return typeof value === 'string' && !/[wax+]/.test(value);
}

/** The log blocks that `create-worker` of any version writes, and no other component. */
function componentEffect(call: SyntaxNode, context: CallContext): CallEffect {
  const { text, scope } = context;
  const [kind, observer] = call.lastChild ? argumentsOf(call.lastChild, text) : [];
  const name = kind && scope.resolveDottedName(kind.value);
  if (!observer || !/(^|\.)ILogObserver$/.test(name ?? '')) return 'code';
  const isUsual = descendantsOf(observer.value, 'CallExpression').every((inner) => {
    const callee = inner.firstChild;
    const made = callee && (scope.resolveDottedName(callee) ?? dottedNameOf(callee, text) ?? '');
    if (!made) return false;
    if (OBSERVER.test(made)) return observerEffect(made, inner, context) === 'none';
    return IN_APPLICATION.test(made) || /^os\.path\./.test(made);
  });
  return isUsual ? 'none' : 'log';
}
