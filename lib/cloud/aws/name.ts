/** The longest names that AWS allows, in characters. Each is the limit in the service's API reference. */
export const limits = {
  /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
  bucket: 63,
  function: 64,
  loadBalancer: 32,
  role: 64,
  rule: 64,
  schedule: 64,
  targetGroup: 32,
  taskFamily: 255,
  /** https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html */
  topic: 256,
} as const;
