import { survivesDamage } from './damage';
import { seesEveryChange } from './sweep';

describe('every change of artefacts of aws-cdk', () => seesEveryChange('aws-cdk'));

describe('every damage of artefacts of aws-cdk', () => survivesDamage('aws-cdk', ['web', 'provisioned']));
