/**
 * What tests of several modules share: an embedded store with the template's tables. Only tests and the local runner
 * use this module; nothing here is ever deployed.
 */
@NullMarked
package yunhe.testkit;

import org.jspecify.annotations.NullMarked;
