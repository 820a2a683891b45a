/** What an architecture's first deployment stores as the value of a secret, until somebody sets one. */
export const placeholder = 'triptych: no value has been set';
