import type { Finding, Path } from '../model/problem';

/** Services that set variables of a function, with the names that they set. */
const ofFunctions: readonly (readonly [names: RegExp, service: string])[] = [
  [/^Ref$/, 'CloudFormation on AWS'],
  [/^(?:AWS_|LAMBDA_|_HANDLER$|_X_AMZN_)/, 'Lambda on AWS'],
  [/^/, 'Cloud Functions on Google Cloud'],
];

/** Finding about a variable of a function whose name a cloud reserves; the same on both clouds. */
export const reservedInFunction = (path: Path, variable: string): Finding => ({
  path,
  at: 'key',
  message: `is reserved by ${ofFunctions.find(([names]) => names.test(variable))![1]}`,
  hint: 'choose another name; functions have the same environment on both clouds',
});
