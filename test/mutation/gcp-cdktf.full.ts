import { survivesDamage } from './damage';
import { seesEveryChange } from './sweep';

describe('every change of artefacts of gcp-cdktf', () => seesEveryChange('gcp-cdktf'));

describe('every damage of artefacts of gcp-cdktf', () => survivesDamage('gcp-cdktf', ['web', 'provisioned']));
