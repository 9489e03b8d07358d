/**
 * The seat ledger's protocol without a store: an exhaustive walk over every order in which its actors' store calls can
 * take effect, with actors that stop for ever after any call and marks that anybody may hold for stale at any moment.
 * Nothing of the real store is used here; what is proven here is the protocol that the real store follows.
 */
@NullMarked
package yunhe.dynamo.activity.model;

import org.jspecify.annotations.NullMarked;
