import type { Resource } from '../resource';

/** Reads a log group, which has to be deleted with the stack: logs aren't data of the application. */
export function readLogs(logs: Resource): number | undefined {
  for (const policy of ['DeletionPolicy', 'UpdateReplacePolicy']) logs.fixed([policy], 'Delete');
  return logs.number(['Properties', 'RetentionInDays']);
}
