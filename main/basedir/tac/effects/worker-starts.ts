import type { SyntaxNode } from '@lezer/common';
import { ageOfClass } from '../age-of-class.ts';
import { argumentsOf } from '../python/arguments-of.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { withoutBrackets } from '../python/python-tree.ts';
import { lineAt } from '../python/tac-text.ts';
import type { CallEffect } from './call-effect.ts';

/** Nobody reads more of them, and each costs time. */
const MOST_STARTS = 200;

/** How a line that makes the worker run is reached. */
export interface WorkerStart {
  /** Counted from 1. */
  readonly line: number;
  /** What has to hold for that, in Python's own word; undefined when it always runs. */
  readonly within: string | undefined;
}

/** Which names of a file hold its worker, and which calls add it to the application. */
export class WorkerStarts {
  readonly starts: WorkerStart[] = [];
  /** Whether something unknown may have added it. */
  mayStart = false;
  readonly #text: string;
  readonly #scope: ModuleScope;
  /** Variables that hold the worker. */
  readonly #workers = new Set<string>();
  /** Variables that hold what another package has made. */
  readonly #others = new Set<string>();

  constructor(text: string, scope: ModuleScope) {
    this.#text = text;
    this.#scope = scope;
  }

  /** `s = Worker(…)`, `t = internet.TCPServer(…)`. */
  assigned(targets: readonly SyntaxNode[], value: SyntaxNode): void {
    const made = withoutBrackets(value);
    const isWorker = this.#isWorker(made);
    const isOther = !isWorker && this.#isMadeElsewhere(made);
    for (const target of targets) {
      if (target.name !== 'VariableName') continue;
      if (isWorker) this.#workers.add(this.#source(target));
      if (isOther) this.#others.add(this.#source(target));
    }
  }

  /** A call starts the worker, if `within` holds. */
  started(call: SyntaxNode, within: string | undefined): void {
    if (this.starts.length >= MOST_STARTS) return;
    this.starts.push({ line: lineAt(this.#text, call.from), within });
  }

  /** Code that is not known gets what a call hands it. */
  handedToCode(call: SyntaxNode): void {
    if (this.#handsWorker(call)) this.mayStart = true;
  }

  /** What `x.setServiceParent(y)` or `y.addService(x)` does. */
  effectOf(call: SyntaxNode): CallEffect {
    const receiver = call.firstChild?.firstChild;
    if (!receiver) return 'none';
    if (this.#isWorker(withoutBrackets(receiver)) || this.#handsWorker(call)) return 'start';
    if (receiver.name === 'VariableName' && this.#isContainer(receiver)) return 'none';
    const isOther = this.#isMadeElsewhere(receiver) || this.#others.has(this.#source(receiver));
    if (!isOther) this.mayStart = true;
    return 'service';
  }

  #isWorker(node: SyntaxNode): boolean {
    if (node.name === 'VariableName') return this.#workers.has(this.#source(node));
    if (node.name === 'NamedExpression' && node.lastChild) return this.#isWorker(node.lastChild);
    if (node.name !== 'CallExpression' || !node.firstChild) return false;
    const name = this.#scope.resolveDottedName(node.firstChild);
    return name !== undefined && ageOfClass(name) !== undefined;
  }

  /** `internet.TCPServer(…)`. */
  #isMadeElsewhere(node: SyntaxNode): boolean {
    if (node.name !== 'CallExpression' || !node.firstChild) return false;
    return this.#scope.resolveDottedName(node.firstChild)?.includes('.') === true;
  }

  #handsWorker(call: SyntaxNode): boolean {
    if (!call.lastChild) return false;
    return argumentsOf(call.lastChild, this.#text).some(({ value }) => this.#isWorker(value));
  }

  /** `parent = service.MultiService()`, through which the worker comes to its application. */
  #isContainer(node: SyntaxNode): boolean {
    const binding = this.#scope.bindingOf(this.#source(node));
    if (binding?.kind !== 'computed') return false;
    return /^[\w.]*(MultiService|IServiceCollection|Application)\(/.test(
      this.#text.slice(binding.span.from, binding.span.to),
    );
  }

  #source({ from, to }: SyntaxNode): string {
    return this.#text.slice(from, to);
  }
}
