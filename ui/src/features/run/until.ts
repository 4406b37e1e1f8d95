/** When a break ends: so many minutes from now, or the next time the clock shows this, within 24 hours (F5). */

/** A moment some minutes on, RFC 3339 in UTC. */
export const inMinutes = (minutes: number, now: Date): string => stamp(new Date(now.getTime() + minutes * 60_000));

/** The next "19:30" of this computer's clock; nothing if that is no time. */
export function nextAt(written: string, now: Date): string | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(written.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return stamp(at);
}

const stamp = (moment: Date): string => moment.toISOString().replace(/\.\d{3}Z$/, "Z");
