import { survivesDamage } from './damage';
import { seesEveryChange } from './sweep';

describe('every change of artefacts of aws-pulumi', () => seesEveryChange('aws-pulumi'));

describe('every damage of artefacts of aws-pulumi', () => survivesDamage('aws-pulumi', ['web', 'provisioned']));
