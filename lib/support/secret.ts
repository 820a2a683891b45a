import type { ResolvedSecret } from '../model/secret';
import { noPolicy, retainRule } from './retain';
import type { Rule } from './rule';

export const secretRules: readonly Rule<ResolvedSecret>[] = [
  retainRule('secrets', 'secret', noPolicy('google_secret_manager_secret')),
];
