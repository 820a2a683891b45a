import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding, Path } from '../../model/problem';
import type { ResolvedService } from '../../model/service';
import type { WithEnvironment } from '../../model/text';
import type { WithTriggers } from '../../model/trigger';

/** Warns of texts that an engine or Cloud Run may change. */
export const textProblems = (architecture: ResolvedArchitecture): Finding[] => [
  ...normalizedTexts(architecture),
  ...Object.entries(architecture.services).flatMap(([name, spec]) => variablesInCommand(['services', name], spec)),
];

/** Variables that Cloud Run adds: https://cloud.google.com/run/docs/container-contract#services-env-vars */
const added = ['PORT', 'K_SERVICE', 'K_REVISION', 'K_CONFIGURATION'];

/**
 * Kubernetes replaces `$(NAME)` in an argument. Cloud Run's reference says that Cloud Run doesn't, the providers'
 * documentation of the same container says that it does: https://cloud.google.com/run/docs/reference/rest/Shared.Types/Container,
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloud_run_v2_service
 */
const variablesInCommand = (path: Path, { command = [], environment, secrets }: ResolvedService): Finding[] => {
  const names = [...Object.keys(environment), ...Object.keys(secrets), ...added];
  return command.flatMap((argument, index) =>
    names
      .filter((name) => argument.includes(`$(${name})`))
      .map((name): Finding => ({
        severity: 'warning',
        path: [...path, 'command', index],
        message: `contains $(${name}), which Cloud Run may replace with the variable; Google's documents disagree`,
        hint: `let the program read the variable, or a shell: sh -c with $${name}`,
      })),
  );
};

/** Warns of texts that code compares and that Terraform changes: it normalizes them to Unicode NFC. */
const normalizedTexts = ({ targets, functions, services }: ResolvedArchitecture): Finding[] =>
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
