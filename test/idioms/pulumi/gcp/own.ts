/** Who a role is granted to in idioms. */
export const members = ['group:support@example.com'];
export const member = members[0]!;

export const location = 'europe-west1';
export const project = 'shop-123';
