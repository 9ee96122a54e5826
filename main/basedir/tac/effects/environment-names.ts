import type { SyntaxNode } from '@lezer/common';
import { literalFrom } from '../python/literal-from.ts';
import type { ModuleScope } from '../python/module-scope.ts';
import { childrenOf, withoutBrackets } from '../python/python-tree.ts';

/** Which expressions mean `os.environ`, and which of its variables. */
export class EnvironmentNames {
  readonly #text: string;
  readonly #scope: ModuleScope;
  /** `env = os.environ`. */
  readonly #aliases = new Set<string>();
  /** What the variable of a loop stands for just now. */
  #loop: { readonly variable: string; readonly value: string } | undefined;

  constructor(text: string, scope: ModuleScope) {
    this.#text = text;
    this.#scope = scope;
  }

  /** Whether an expression is the environment itself. */
  isEnvironment(node: SyntaxNode | null | undefined): boolean {
    if (!node) return false;
    const source = this.#text.slice(node.from, node.to);
    if (node.name === 'VariableName' && this.#aliases.has(source)) return true;
    return this.#scope.resolveDottedName(node) === 'os.environ';
  }

  /** `environ[…]`: the expression in the brackets. */
  keyNodeOf(node: SyntaxNode): SyntaxNode | undefined {
    const [base, open, key, close] = childrenOf(node);
    const isSubscript = node.name === 'MemberExpression' && open?.name === '[';
    return isSubscript && close?.name === ']' && this.isEnvironment(base) ? key : undefined;
  }

  /** The variable's name that an expression gives by itself. */
  nameFrom(node: SyntaxNode | undefined): string | undefined {
    const text = this.textFrom(node);
    return text === undefined || text === '' || /[=\0]/.test(text) ? undefined : text;
  }

  /** The text that an expression is, without computing anything. */
  textFrom(node: SyntaxNode | undefined): string | undefined {
    if (!node) return undefined;
    const expression = withoutBrackets(node);
    if (expression.name !== 'VariableName') {
      const literal = literalFrom(expression, this.#text);
      return typeof literal === 'string' ? literal : undefined;
    }
    const name = this.#text.slice(expression.from, expression.to);
    if (this.#loop?.variable === name) return this.#loop.value;
    const binding = this.#scope.bindingOf(name);
    if (binding?.kind !== 'literal' || typeof binding.value !== 'string') return undefined;
    // '.' may stand for the folder of the file, which is not known here.
    return binding.value === '.' ? undefined : binding.value;
  }

  /** Performs `look` with the variable of a loop standing for one of its values. */
  inLoop<T>(variable: string, value: string, look: () => T): T {
    const outer = this.#loop;
    this.#loop = { variable, value };
    try {
      return look();
    } finally {
      this.#loop = outer;
    }
  }

  /** To be called after each assignment of one name: it may be another name of the environment. */
  assigned(target: SyntaxNode, value: SyntaxNode): void {
    if (target.name !== 'VariableName') return;
    const name = this.#text.slice(target.from, target.to);
    if (this.isEnvironment(withoutBrackets(value))) this.#aliases.add(name);
    else this.#aliases.delete(name);
  }
}
