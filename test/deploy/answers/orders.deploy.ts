import { temporaryFolder } from '../../rendering';
import { caseNamed } from '../cases';
import { GoogleShop } from '../orders/google';
import { tellOfOrders } from '../orders/story';
import { standingOn } from '../prepared';
import { needsOf } from './frameworks';
import { serve, type ServedByGoogle } from './google';

/*
 * What comes of an order behind its API, on Google's own frameworks. The services around the functions are stood in
 * for, and what there is of each stands in the artefact: who is called where, how often, as whom, and who may call.
 */

const orders = caseNamed('orders');

standingOn(needsOf(orders), "orders on Google's own frameworks", () => {
  let served: ServedByGoogle;
  let shop: GoogleShop;
  beforeAll(async () => {
    served = await serve(orders, temporaryFolder());
    shop = new GoogleShop(served);
  });
  afterAll(async () => {
    await shop?.end();
    await served?.end();
  });

  tellOfOrders(() => shop);
});
