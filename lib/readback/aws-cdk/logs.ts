import type { Resource } from '../resource';

/** Logs go with the stack: they are no data of the application's. */
export function readLogs(logs: Resource): number | undefined {
  for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy']) logs.fixed([policy], 'Delete');
  return logs.number(['Properties', 'RetentionInDays']);
}
