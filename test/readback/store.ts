/** What is said of a bucket and a secret that were written by hand, once for each engine. */
export const onAws = {
  bucket: {
    versioned: true,
    abortUploadsDays: 7,
    expireDays: 30,
    retain: true,
    public: false,
    encrypted: true,
    tlsOnly: true,
    tellsEvents: true,
    tags: { team: 'x' },
  },
  secret: { holds: 'the placeholder', retain: true, tags: { team: 'x' } },
};

/** The same on GCP, where the platform encrypts and speaks TLS by itself, and triggers ask for events on their own. */
export const onGcp = {
  bucket: {
    versioned: true,
    abortUploadsDays: 7,
    expireDays: 30,
    retain: true,
    public: false,
    physicalName: 'store-b-01234567',
    needs: ['storage.googleapis.com'],
    tags: { team: 'x' },
  },
  secret: {
    holds: 'the placeholder',
    retain: true,
    physicalName: 'store-s-01234567',
    needs: ['secretmanager.googleapis.com'],
    tags: { team: 'x' },
  },
};

/** What stands where a value will, as the documentation says. */
export const placeholder = 'triptych: no value has been set';
