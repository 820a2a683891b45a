import type { ResolvedArchitecture } from './architecture';
import type { WrittenNames } from './existence';
import { isExpression } from './hint';
import { kinds, type Kind } from './kind';
import type { Finding } from './problem';
import type { WithEnvironment } from './text';

/** An expression in the form of another tool: `{a.b.c}`, `{{ a.b.c }}`, `$(a.b.c)`, `$a.b.c`, or only `a.b.c`. `${…}` is ours. */
const forms = /(?<!\$)\{{1,2}\s*([\w.-]+)\s*\}{1,2}|\$\(([\w.-]+)\)|\$(?=[a-z])([\w.-]+)|^([\w.-]+)$/g;

/** Warns of environment variables that contain the text of a reference, such as `{tables.orders.name}`. */
export const literalReferences = ({ functions, services }: ResolvedArchitecture, written: WrittenNames): Finding[] =>
  Object.entries({ functions, services }).flatMap(([kind, elements]) =>
    Object.entries<WithEnvironment>(elements).flatMap(([name, { environment }]) =>
      Object.entries(environment).flatMap(([variable, text]) =>
        text
          .flatMap((part) => (typeof part === 'string' ? expressionsIn(part, written) : []))
          .slice(0, 1)
          .map(({ found, expression }): Finding => ({
            severity: 'warning',
            path: [kind, name, 'environment', variable],
            message: `${found} is plain text, not a reference`,
            hint: `write \${${expression}}`,
          })),
      ),
    ),
  );

/** Expressions that name a parameter, or an element that exists. */
function expressionsIn(text: string, written: WrittenNames): { found: string; expression: string }[] {
  return [...text.matchAll(forms)].flatMap(([found, ...groups]) => {
    const expression = groups.find((group) => group !== undefined) ?? '';
    const [kind = '', name = ''] = expression.split('.');
    // Only an expression begins with a kind. Any other word may be one that every object has, such as `toString`.
    if (!isExpression(expression)) return [];
    const isThere = kind === 'parameters' || (written[kind as Kind]?.includes(name) ?? false);
    return isThere ? [{ found, expression }] : [];
  });
}

/** Warns of an architecture without anything to create. */
export const emptiness = ({ foundation }: ResolvedArchitecture, written: WrittenNames): Finding[] =>
  foundation === undefined && kinds.every((kind) => written[kind]?.length === 0)
    ? [
        {
          severity: 'warning',
          path: [],
          message: 'contains no element, so nothing is created',
          hint: `add ${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`,
        },
      ]
    : [];
