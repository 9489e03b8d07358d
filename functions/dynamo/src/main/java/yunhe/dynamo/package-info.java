/**
 * The only place that knows DynamoDB: one package for each context, and the keys of all. Clients come in from outside;
 * what leaves are the domain's own types.
 */
@NullMarked
package yunhe.dynamo;

import org.jspecify.annotations.NullMarked;
