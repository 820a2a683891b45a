/** A rate as a cron expression: `5` is every five minutes from the full hour, `120` every two hours from midnight. */
export function cronOf(minutes: number): string {
  const step = (count: number) => (count === 1 ? '*' : `*/${count}`);
  if (minutes === 24 * 60) return '0 0 * * *';
  return minutes % 60 === 0 ? `0 ${step(minutes / 60)} * * *` : `${step(minutes)} * * * *`;
}
