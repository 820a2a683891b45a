import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { rig } from './rig';

standingOn(['terraform', 'google provider stand-in'], 'terraform apply', () => tellStory(rig));
