/** Value that the first deployment stores in a secret, until somebody sets another one. */
export const placeholder = 'triptych: no value has been set';
