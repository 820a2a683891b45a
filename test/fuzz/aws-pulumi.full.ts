import { holds } from './target';

holds('aws-pulumi');
