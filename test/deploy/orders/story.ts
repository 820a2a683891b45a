import { createHmac } from 'node:crypto';
import { said } from '../answers/ask';
import { until } from '../until';
import { secondsUntil, type Shop } from './shop';

const key = 'a key that nobody else has';

/** What becomes of orders, and of what can't be done, on whichever cloud. */
export function tellOfOrders(open: () => Shop): void {
  let shop: Shop;
  beforeAll(async () => {
    shop = open();
    await shop.sign(key);
  });

  const order = (id: string, quantity = 2) => JSON.stringify({ id, item: 'mug', quantity });
  const place = async (id: string): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await shop.ask({ method: 'POST', path: '/orders', headers, body: order(id) });
    expect(said(answer)).toMatchObject({ status: 202, body: { id } });
  };
  const find = async (id: string) => said(await shop.ask({ method: 'GET', path: `/orders/${id}` })).body;
  const done = (id: string) =>
    until(`order ${id} to be done`, async () => {
      const found = (await find(id)) as { readonly status?: string };
      return found.status === 'done' ? found : undefined;
    });
  const summaryOf = (id: string) => until(`summary ${id}`, () => shop.summary(id));
  const failed = (from: 'jobs' | 'failed') =>
    until(`something among the failed of ${from}`, () => shop.takeFailed(from));

  const signature = createHmac('sha256', key).update('["cups-1","mug",2]').digest('hex');

  test('an order is taken, brought to the worker by the queue, signed with the secret, and read back', async () => {
    await place('cups-1');
    expect(await done('cups-1')).toEqual({ id: 'cups-1', item: 'mug', quantity: 2, status: 'done', signature });
  });

  test('both hear of it from the topic', async () => {
    expect(await summaryOf('order-cups-1')).toEqual({ id: 'order-cups-1', status: 'done', signature });
    const [line] = await until('the customer to be notified', () => linesOf('notify', 'cups-1'));
    expect(JSON.parse(line!)).toMatchObject({ message: 'customer notified', order: 'cups-1', status: 'done' });
  });

  test('a job that can never be done ends where people can look at it, and holds up no other', async () => {
    await shop.job('no order');
    await place('cups-2');
    await done('cups-2');
    for (let attempt = 1; attempt <= shop.attempts; attempt++) {
      await until(`attempt ${attempt}`, async () => ((await failures()) >= attempt ? true : undefined));
      expect(await failures()).toBe(attempt);
      shop.pass(shop.pause);
    }
    expect(await failed('jobs')).toBe('no order');
    expect([await shop.takeFailed('jobs'), await failures()]).toEqual([undefined, shop.attempts]);
  });

  const failures = async (): Promise<number> => (await shop.logged('worker', 'a job must be a JSON object')).length;

  test('the report is written when the schedule comes, at 6 in Berlin, and its figures come by way of the bucket', async () => {
    const date = new Date().toISOString().slice(0, 10);
    // Shortly before 6 in Berlin, the pauses of the attempts have already passed it.
    const already = (await shop.logged('report', 'report written')).length;
    shop.pass(secondsUntil(6, 'Europe/Berlin', shop.now()) - 60);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await shop.logged('report', 'report written')).toHaveLength(already);
    shop.pass(61);
    const id = `report-${date}`;
    const figures = await summaryOf(id);
    expect(Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, String(value)]))).toEqual({
      id,
      orders: '2',
      done: '2',
      pieces: '4',
    });
    const [line] = await until('the report to be logged', () => linesOf('report', 'report written'));
    expect(JSON.parse(line!)).toMatchObject({ key: `reports/${date}.json`, orders: 2, done: 2, pieces: 4 });
  });

  test('what the bucket holds elsewhere calls nobody', async () => {
    await shop.write('elsewhere/2001-01-01.json', report('2001-01-01'));
    await shop.write('reports/2001-01-02.json', report('2001-01-02'));
    await summaryOf('report-2001-01-02');
    await until('that to be logged', () => linesOf('index', 'report-2001-01-02'));
    expect(await shop.summary('report-2001-01-01')).toBeUndefined();
    expect(await shop.logged('index', '2001-01-01')).toEqual([]);
  });

  const report = (date: string) => JSON.stringify({ title: 'Orders', date, orders: 1, done: 1, pieces: 1 });

  test('an event that both fail at is kept twice, and one of the bucket once', async () => {
    await shop.publish('no event');
    expect([await givenUp(), await givenUp()]).toEqual(['no event', 'no event']);
    await shop.write('reports/none.json', 'no report');
    expect(await givenUp()).toContain('reports/none.json');
    expect(await shop.takeFailed('failed')).toBeUndefined();
  });

  /** What comes to the queue `failed`, while time goes by. */
  const givenUp = () =>
    until('something to be given up', async () => {
      shop.pass(shop.pause);
      return shop.takeFailed('failed');
    });

  async function linesOf(name: string, word: string): Promise<readonly string[] | undefined> {
    const lines = await shop.logged(name, word);
    return lines.length > 0 ? lines : undefined;
  }
}
