import { z } from 'zod';
import { elementName } from './name';

/** Alarms for people; without it, there are none. */
export const alarmsSpec = z
  .strictObject({
    /** Topic that receives every alarm. */
    notify: elementName,
  })
  .optional();

export type Alarms = NonNullable<z.output<typeof alarmsSpec>>;
