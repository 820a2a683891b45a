import type { AlarmFact } from '../../facts/alarm';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readAlarmsOf, readChannelOf, type Watched } from '../gcp/alarm';
import type { Resource } from '../resource';
import { dialect } from './dialect';

/** What tells people that something is wrong with an element; undefined where an alarm is any other than a right one. */
export const readAlarms = (
  id: ElementId,
  mayBe: readonly Watched[],
  artefact: Artefact,
): readonly AlarmFact[] | undefined => readAlarmsOf(id, mayBe, dialect, artefact);

/** Whether Cloud Monitoring tells a topic: a channel names it, and Cloud Monitoring may publish; absent: there is none. */
export const readChannel = (
  id: ElementId,
  topic: Resource,
  artefact: Artefact,
): { readonly isToldOfAlarms?: boolean } => readChannelOf(id, topic, dialect, artefact);
