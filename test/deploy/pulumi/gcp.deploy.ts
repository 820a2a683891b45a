import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { gcpRig } from './rig';

standingOn(['pulumi'], 'pulumi up', () => tellStory(gcpRig));
