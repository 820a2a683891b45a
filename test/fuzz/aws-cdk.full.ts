import { holds } from './target';

holds('aws-cdk');
