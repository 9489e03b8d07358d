/**
 * The HTTP API: routes, payload 2.0 events, replies, the JWT authorizer, limits, as API Gateway has them. Knows nothing
 * of what functions do.
 */
@NullMarked
package yunhe.local.gateway;

import org.jspecify.annotations.NullMarked;
