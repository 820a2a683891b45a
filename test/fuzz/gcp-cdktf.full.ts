import { holds } from './target';

holds('gcp-cdktf');
