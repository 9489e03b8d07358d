/** Everything under /local: the machine interface of tests and a page for people. Only the local runner has it. */
@NullMarked
package yunhe.local.desk;

import org.jspecify.annotations.NullMarked;
