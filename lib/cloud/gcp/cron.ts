/** A rate as cron has it: `5` → every five minutes, from the full hour on; `120` → every two hours, from midnight on. */
export function cronOf(minutes: number): string {
  const step = (count: number) => (count === 1 ? '*' : `*/${count}`);
  if (minutes === 24 * 60) return '0 0 * * *';
  return minutes % 60 === 0 ? `0 ${step(minutes / 60)} * * *` : `${step(minutes)} * * * *`;
}
