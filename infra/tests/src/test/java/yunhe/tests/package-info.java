/**
 * The whole system over HTTP, as someone outside sees it: the contract's words against the local runner that is built
 * from the template. Nothing here knows a class of the product except the runner's entry point, and every reply is held
 * against {@code infra/openapi.yaml}.
 */
@NullMarked
package yunhe.tests;

import org.jspecify.annotations.NullMarked;
