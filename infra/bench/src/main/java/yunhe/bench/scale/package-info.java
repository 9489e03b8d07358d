/**
 * A model of the service under a rush: the store calls that the real code makes are recorded, and replayed in virtual
 * time against the limits of DynamoDB, API Gateway and Lambda. Whatever decides about places is not decided here a
 * second time in another way: where the real code calls the store differently, nothing is simulated.
 */
@NullMarked
package yunhe.bench.scale;

import org.jspecify.annotations.NullMarked;
