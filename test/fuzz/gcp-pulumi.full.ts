import { holds } from './target';

holds('gcp-pulumi');
