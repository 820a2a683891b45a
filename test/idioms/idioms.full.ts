import { checkIdioms, idioms } from './run';

const all = Object.values(idioms).flat();

test.each(all.map((idiom) => [idiom.code, idiom] as const))('%s', async (_, idiom) => checkIdioms(idiom));
