import { tellEnvironments } from '../environments';
import { standingOn } from '../prepared';
import { rig } from './rig';

standingOn(['terraform', 'google provider stand-in'], 'terraform apply', () => tellEnvironments(rig));
