import type { SyntaxNode } from '@lezer/common';
import { type Problem, problem } from '../../contract/problem.ts';
import type { Place } from '../../contract/problems/facts.ts';
import type { TacAge } from './age-of-class.ts';
import { ageOfClass } from './age-of-class.ts';
import { effectWarnings } from './effects/effect-warnings.ts';
import { EffectsReader } from './effects/effects-reader.ts';
import { eitherWorker } from './effects/either-worker.ts';
import { offProblem } from './effects/off-problem.ts';
import type { TacEffect } from './effects/tac-effect.ts';
import { type Argument, argumentsOf } from './python/arguments-of.ts';
import type { Binding } from './python/binding.ts';
import { chosenBody } from './python/chosen-body.ts';
import { ModuleScope, spanOf } from './python/module-scope.ts';
import {
  childrenOf,
  descendantsOf,
  dottedNameOf,
  parsePython,
  statementsIn,
} from './python/python-tree.ts';
import type { Span } from './python/span.ts';
import type { Surroundings } from './python/surroundings.ts';
import { lineAt, snippetOf } from './python/tac-text.ts';
import type {
  ApplicationPlace,
  CallEnd,
  TacEntry,
  TacProblem,
  TacReading,
  TacSetting,
} from './tac-reading.ts';
import { OWN_VARIABLES, positionalOrder, settingOfKeyword } from './worker-arguments.ts';

/**
 * Reads the text of a `buildbot.tac`. Never throws and runs nothing, whatever the text is; what the file
 * asks of the machine is what `surroundings` say.
 */
export function readTac(text: string, tacPath: string, surroundings?: Surroundings): TacReading {
  return new TacReader(text, tacPath, surroundings).read();
}

/** A broken file may hold any number of mistakes; each costs time to report. */
const MOST_SHOWN = 20;

/** One call of the worker class. */
interface WorkerCall {
  readonly node: SyntaxNode;
  readonly age: TacAge;
  /** Inside an `if`, a loop, a function, …: what surrounds it, in Python's own word. */
  readonly within: string | undefined;
}

class TacReader {
  readonly #text: string;
  readonly #tacPath: string;
  readonly #surroundings: Surroundings | undefined;
  readonly #scope: ModuleScope;
  readonly #effects: EffectsReader;
  readonly #settings = new Map<TacSetting, TacEntry>();
  readonly #workers: WorkerCall[] = [];
  readonly #problems: TacProblem[] = [];
  readonly #warnings: Problem[] = [];
  #applicationName: string | undefined;
  #hasLogBlock = false;
  #call: Span | undefined;
  #callEnd: CallEnd | undefined;
  #application: ApplicationPlace | undefined;

  constructor(text: string, tacPath: string, surroundings: Surroundings | undefined) {
    this.#text = text;
    this.#tacPath = tacPath;
    this.#surroundings = surroundings;
    this.#scope = new ModuleScope(text, surroundings);
    this.#effects = new EffectsReader(text, this.#scope);
  }

  read(): TacReading {
    const tree = parsePython(this.#text);
    for (const statement of childrenOf(tree.topNode)) this.#statement(statement);
    this.#takeOwnVariables();
    this.#warnOfErrors(tree.topNode);
    this.#judgeWorkers();
    const { effects } = this.#effects;
    const isApplied = this.#settings.get('buildtray_tac_environment');
    const named = effectWarnings(effects, this.#tacPath, isOn(isApplied));
    return {
      tacPath: this.#tacPath,
      surroundings: this.#surroundings,
      wantedFiles: this.#scope.wantedFiles,
      age: this.#workers[0]?.age,
      applicationName: this.#applicationName,
      settings: this.#settings,
      hasLogBlock: this.#hasLogBlock,
      call: this.#call,
      callEnd: this.#callEnd,
      application: this.#application,
      effects,
      off: this.#off(tree.topNode),
      problems: this.#problems,
      warnings: [...this.#warnings, ...named],
    };
  }

  #statement(statement: SyntaxNode): void {
    const before = this.#effects.effects.length;
    this.#effects.look(statement);
    this.#execute(statement);
    for (const effect of this.#effects.effects.slice(before)) this.#loseVariables(effect);
  }

  /** Of an `if` whose condition is known only what is run is looked at. */
  #execute(statement: SyntaxNode): void {
    const isIf = statement.name === 'IfStatement';
    const chosen = isIf ? chosenBody(statement, this.#scope) : undefined;
    if (chosen === undefined) {
      this.#lookAtCalls(statement);
      this.#scope.execute(statement);
    } else if (chosen !== 'none') {
      for (const inner of statementsIn(chosen)) this.#execute(inner);
    }
  }

  /** What the file itself changes in the environment is not what is found there. */
  #loseVariables(effect: TacEffect): void {
    if (effect.kind === 'environment-change') {
      for (const { name } of effect.changes) this.#scope.loseVariable(name);
    } else if (effect.kind === 'own' && /^(environment|code)$/.test(effect.effect)) {
      this.#scope.loseVariable();
    }
  }

  /** A file that is cut short may have lost the line that adds the worker. */
  #off(top: SyntaxNode): TacProblem | undefined {
    const isWhole = descendantsOf(top, '\u26A0').length === 0;
    const line = this.#call && isWhole ? lineAt(this.#text, this.#call.from) : undefined;
    const why = offProblem(this.#effects, this.#tacPath, line);
    return why && { kind: 'off', problem: why };
  }

  #lookAtCalls(statement: SyntaxNode): void {
    for (const call of descendantsOf(statement, 'CallExpression')) {
      const callee = call.firstChild;
      if (!callee) continue;
      const name = this.#scope.resolveDottedName(callee) ?? dottedNameOf(callee, this.#text);
      if (name === undefined) continue;
      const age = ageOfClass(name);
      if (age !== undefined) this.#foundWorker(call, age, statement);
      else if (/(^|\.)Application$/.test(name)) this.#foundApplication(call, statement);
      else if (/(^|\.)LogFile(\.fromFullPath)?$/.test(name)) this.#foundLogFile(call);
      else if (/(^|\.)DailyLogFile(\.fromFullPath)?$/.test(name)) this.#foundDailyLogFile(call);
    }
  }

  #foundWorker(node: SyntaxNode, age: TacAge, statement: SyntaxNode): void {
    // Of several workers none is read, wherever they are.
    const within = this.#workers.length === 0 ? surroundings(node, statement) : undefined;
    this.#workers.push({ node, age, within });
    if (this.#workers.length === 1 && within === undefined) this.#takeArguments(node, age);
  }

  #foundApplication(call: SyntaxNode, statement: SyntaxNode): void {
    this.#application ??= this.#applicationPlace(statement);
    const first = call.lastChild && argumentsOf(call.lastChild, this.#text)[0];
    const binding = first && this.#scope.valueOf(first.value);
    if (binding?.kind === 'literal' && typeof binding.value === 'string') {
      this.#applicationName ??= binding.value;
    }
  }

  /** Only `application = …` on lines of its own leaves room for more lines after it. */
  #applicationPlace(statement: SyntaxNode): ApplicationPlace | undefined {
    const [target, operator] = childrenOf(statement);
    if (statement.name !== 'AssignStatement' || operator?.name !== 'AssignOp') return undefined;
    if (target?.name !== 'VariableName') return undefined;
    return {
      name: this.#text.slice(target.from, target.to),
      end: statement.to,
      knowsBasedir: this.#scope.bindingOf('basedir') !== undefined,
    };
  }

  #takeOwnVariables(): void {
    for (const setting of OWN_VARIABLES) {
      const binding = this.#scope.bindingOf(setting);
      if (!binding) continue;
      const { span } = binding;
      if (binding.kind === 'literal') {
        const line = lineAt(this.#text, span.from);
        this.#settings.set(setting, { ...binding, line, argument: span });
      } else this.#takeComputed(setting, binding, span);
    }
  }

  #foundLogFile(call: SyntaxNode): void {
    if (this.#hasLogBlock || !call.lastChild) return;
    this.#hasLogBlock = true;
    for (const { keyword, value } of argumentsOf(call.lastChild, this.#text)) {
      if (keyword === 'rotateLength' || keyword === 'maxRotatedFiles') {
        this.#take(keyword, value, this.#scope.valueOf(value));
      }
    }
  }

  #foundDailyLogFile(call: SyntaxNode): void {
    this.#hasLogBlock = true;
    this.#warn(problem('tac.rotatesDaily', { place: this.#placeOf(call.from) }));
  }

  #takeArguments(call: SyntaxNode, age: TacAge): void {
    if (!call.lastChild) return;
    this.#call = spanOf(call);
    this.#callEnd = callEndOf(call.lastChild);
    const order = positionalOrder(age);
    let position = 0;
    let spread: Argument | undefined;
    for (const argument of argumentsOf(call.lastChild, this.#text)) {
      const { keyword, stars, value } = argument;
      if (stars !== '') {
        spread ??= argument;
        continue;
      }
      const setting = keyword === undefined ? order[position] : settingOfKeyword(keyword);
      if (keyword === undefined) position += 1;
      if (setting !== undefined) this.#take(setting, value, this.#scope.valueOf(value));
      else this.#warn(unknownArgument(this.#placeOf(value.from), keyword ?? position));
    }
    if (spread) this.#loseRest(order, spread);
  }

  /** `*values` and `**options` may hold every setting that is not given by name. */
  #loseRest(order: readonly TacSetting[], { value, stars }: Argument): void {
    for (const setting of order) {
      if (this.#settings.has(setting)) continue;
      this.#take(setting, value, { kind: 'computed', span: spanOf(value), within: stars });
    }
  }

  #take(setting: TacSetting, argument: SyntaxNode, binding: Binding): void {
    if (binding.kind !== 'literal') {
      this.#takeComputed(setting, binding, spanOf(argument));
      return;
    }
    const { value, span } = binding;
    const place = { line: lineAt(this.#text, span.from), argument: spanOf(argument) };
    this.#settings.set(setting, { kind: 'literal', value, span, ...place });
  }

  #takeComputed(
    setting: TacSetting,
    binding: Exclude<Binding, { kind: 'literal' }>,
    argument: Span,
  ): void {
    const within = binding.kind === 'computed' ? binding.within : '';
    const snippet = within + snippetOf(this.#text, binding.span, setting === 'passwd');
    const line = lineAt(this.#text, binding.span.from);
    const evaluation = binding.kind === 'computed' ? binding.evaluation : undefined;
    this.#settings.set(setting, { kind: 'computed', snippet, evaluation, line, argument });
  }

  #judgeWorkers(): void {
    const [first, second] = this.#workers;
    if (!first) {
      const why = problem('tac.hasNoWorker', { path: this.#tacPath });
      this.#problems.push({ kind: 'no-worker', problem: why });
    } else if (second && this.#namesEither()) {
      return;
    } else if (second) {
      const shown = this.#workers.slice(0, MOST_SHOWN);
      const more = this.#workers.length > MOST_SHOWN ? ', …' : '';
      const lines = shown.map(({ node }) => lineAt(this.#text, node.from)).join(', ') + more;
      const count = this.#workers.length;
      const why = problem('tac.hasSeveralWorkers', { path: this.#tacPath, count, lines });
      this.#problems.push({ kind: 'several-workers', problem: why });
    } else if (first.within !== undefined) {
      const place = this.#placeOf(first.node.from);
      const why = problem('tac.hidesWorker', { place, keyword: first.within });
      this.#problems.push({ kind: 'conditional-worker', problem: why });
    }
  }

  /** One of two, whichever a condition chooses, is neither none nor both. */
  #namesEither(): boolean {
    const nodes = this.#workers.map(({ node }) => node);
    const keyword = nodes.length > MOST_SHOWN ? undefined : eitherWorker(nodes);
    if (keyword === undefined) return false;
    const lines = nodes.map(({ from }) => lineAt(this.#text, from)).join(', ');
    const why = problem('tac.hasEitherWorker', { path: this.#tacPath, lines, keyword });
    this.#problems.push({ kind: 'either-worker', problem: why });
    return true;
  }

  #warn(problem: Problem): void {
    if (this.#warnings.length < MOST_SHOWN) this.#warnings.push(problem);
  }

  /** Where a character is, for messages. */
  #placeOf(at: number): Place {
    return { path: this.#tacPath, line: lineAt(this.#text, at) };
  }

  #warnOfErrors(top: SyntaxNode): void {
    let at: number | undefined;
    top.cursor().iterate((ref) => {
      if (ref.type.isError) at ??= ref.from;
      return at === undefined;
    });
    if (at !== undefined) this.#warn(problem('tac.isNoPython', { place: this.#placeOf(at) }));
  }
}

function unknownArgument(place: Place, argument: string | number): Problem {
  return typeof argument === 'string'
    ? problem('tac.hasUnknownArgument', { place, argument })
    : problem('tac.hasUnknownPosition', { place, position: argument });
}

const NESTING =
  /^(If|While|For|Try|With|Match)Statement$|Definition$|ComprehensionExpression$|^(Lambda|Conditional)Expression$/;

/** The outermost construct around a call that decides whether, and how often, it is run. */
function surroundings(call: SyntaxNode, statement: SyntaxNode): string | undefined {
  let outermost: SyntaxNode | undefined;
  for (let node: SyntaxNode | null = call; node; node = node.parent) {
    if (NESTING.test(node.name)) outermost = node;
    if (node.from === statement.from && node.to === statement.to && node.name === statement.name)
      break;
  }
  if (!outermost) return undefined;
  const keyword = outermost.firstChild?.name ?? '';
  if (/^[a-z]+$/.test(keyword)) return keyword;
  return outermost.name === 'ConditionalExpression' ? 'if' : 'for';
}

function callEndOf(list: SyntaxNode): CallEnd | undefined {
  const [open, ...rest] = childrenOf(list);
  if (rest.at(-1)?.name !== ')' || !open) return undefined;
  const last = rest.findLast((child) => child.name !== ')' && child.name !== ',');
  return last ? { at: last.to, separator: ', ' } : { at: open.to, separator: '' };
}

/** Python takes any true value for on. */
function isOn(entry: TacEntry | undefined): boolean {
  return entry?.kind === 'literal' && Boolean(entry.value);
}
