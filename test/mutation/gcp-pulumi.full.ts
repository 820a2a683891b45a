import { survivesDamage } from './damage';
import { seesEveryChange } from './sweep';

describe('every change of artefacts of gcp-pulumi', () => seesEveryChange('gcp-pulumi'));

describe('every damage of artefacts of gcp-pulumi', () => survivesDamage('gcp-pulumi', ['web', 'provisioned']));
