import { z } from 'zod';
import { elementName } from './name';

/** What tells people that something is wrong; absent: nothing does. */
export const alarmsSpec = z
  .strictObject({
    /** The topic that gets each alarm. */
    notify: elementName,
  })
  .optional();

export type Alarms = NonNullable<z.output<typeof alarmsSpec>>;
