/**
 * The formulas by which a plan for AWS approximates the model. Support states each a second time, as the value that it
 * promises, in its own code: a test checks that both are equal, and another one that a comparison detects a change of
 * either.
 */

/** The largest batch from a FIFO queue: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const fifoBatch = 10;

/** Messages per invocation. */
export const batchSizeFor = (batchSize: number, isOrdered: boolean): number =>
  isOrdered && batchSize > fifoBatch ? fifoBatch : batchSize;

/** Requests per minute at which ECS adds a container: equal to so many concurrent requests of one second each. */
export const requestsPerContainer = (concurrent: number): number => concurrent * 60;
