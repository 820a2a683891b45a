import { standingOn } from '../prepared';
import { tellStory } from '../story';
import { awsRig } from './rig';

standingOn(['pulumi'], 'pulumi up', () => tellStory(awsRig));
