import { codeWarnings } from '../cloud/archives';
import type { Colours } from '../equivalence/format';
import { matrixOf } from '../equivalence/matrix';
import { withoutUrl, type LoadOptions } from '../model/load';
import { formatProblem } from '../model/problem';
import { cloudOf } from '../model/target';
import { loadGiven } from '../render/locate';
import { chooseEnvironment } from '../settings/chosen';
import { propSource } from '../settings/flags';
import { artefactsOf, pathIn, placeOf, type Artifacts } from './artifacts';
import { formatLeftOut, formatVerified } from './format';
import { OptionError } from './option-error';
import type { VerifyOptions } from './options';
import { Verification } from './verification';
import { verifyArtefacts, type Verified } from './verify';

/** Compares artifacts with an architecture, without a terminal. */
export async function verifyInTest(artifacts: Artifacts, options: VerifyOptions): Promise<Verification> {
  const { architecture, root, target, parameters = {} } = options;
  const env = chooseEnvironment([{ value: options.env, from: 'env', needsOverlay: false }]);
  if (root !== undefined && architecture === undefined)
    throw new OptionError('root', 'only with architecture: the app stored the folder of its code');
  const asked = { targets: target === undefined ? [] : [target], parameters: defined(parameters), ...(env && { env }) };
  const artefacts = await artefactsOf(artifacts, asked);
  const path = pathIn(artifacts);
  const request = {
    ...asked,
    ...(architecture !== undefined && {
      architecture: withoutUrl(architecture),
      load: (given: string | object, inEnv: Pick<LoadOptions, 'env'>) =>
        loadGiven(given, { ...inEnv, ...(root !== undefined && { root }) }),
    }),
    ...(path !== undefined && { path }),
    source: propSource(asked.parameters),
  };
  return verificationOf(await verifyArtefacts(artefacts, request, placeOf(artifacts)));
}

const defined = <Value>(map: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(map).filter((entry): entry is [string, Value] => entry[1] !== undefined));

function verificationOf(verified: Verified): Verification {
  const { resolved, readings, compared } = verified;
  const { equivalent, targets, differences, accepted, approximations, notJudged } = compared;
  const clouds = [...new Set(targets.map(cloudOf))];
  const warnings = [...resolved.warnings, ...clouds.flatMap((cloud) => codeWarnings(resolved, cloud))];
  return new Verification({
    equivalent,
    architecture: resolved.architecture.name,
    targets,
    differences,
    accepted,
    approximations,
    matrix: matrixOf(readings, compared),
    notJudged,
    warnings: [...new Set(warnings.map(formatProblem)), ...formatLeftOut(verified)],
    message: formatVerified(verified, plain, true),
  });
}

const plain: Colours = { good: String, fair: String, bad: String, dim: String };
