/**
 * Staff in a browser, without one: the issuer that they sign in with, the requests that they send to a handler, and the
 * cookies that they keep. Only for tests.
 */
@NullMarked
package yunhe.testkit.staff;

import org.jspecify.annotations.NullMarked;
