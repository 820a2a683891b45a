import type { ResolvedSecret } from '../model/secret';
import { retainRule } from './retain';
import type { Rule } from './rule';

export const secretRules: readonly Rule<ResolvedSecret>[] = [retainRule('secrets', 'secret')];
