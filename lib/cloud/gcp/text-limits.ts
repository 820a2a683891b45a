import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import type { WithEnvironment } from '../../model/text';
import type { WithTriggers } from '../../model/trigger';

/** Warns of texts that code compares and that Terraform changes: it normalizes them to Unicode NFC. */
export const textProblems = ({ targets, functions, services }: ResolvedArchitecture): Finding[] =>
  targets.includes('gcp-cdktf')
    ? Object.entries({ functions, services }).flatMap(([kind, elements]) =>
        Object.entries<WithEnvironment & WithTriggers>(elements).flatMap(([name, element]) =>
          textsOf([kind, name], element)
            .filter(([, text]) => text !== text.normalize('NFC'))
            .map(([path]) => changed(path)),
        ),
      )
    : [];

/** Environment values and prefixes, each with its place. */
const textsOf = (
  path: Path,
  { environment, triggers }: WithEnvironment & WithTriggers,
): (readonly [Path, string])[] => [
  ...Object.entries(environment).map(
    ([name, text]) =>
      [[...path, 'environment', name], text.filter((piece) => typeof piece === 'string').join('\n')] as const,
  ),
  ...triggers.flatMap((trigger, index) =>
    'prefix' in trigger && trigger.prefix !== undefined
      ? [[[...path, 'triggers', index, 'prefix'], trigger.prefix] as const]
      : [],
  ),
];

const changed = (path: Path): Finding => ({
  severity: 'warning',
  path,
  message: 'is not in Unicode NFC, and gcp-cdktf deploys it in NFC: it then differs from the same text elsewhere',
  hint: 'write the text in NFC, or normalize both texts before the code compares them',
});
