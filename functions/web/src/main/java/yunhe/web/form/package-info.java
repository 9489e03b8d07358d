/** What forms of several functions have in common: who it is, a reviewer's word, an idempotency key, the codes. */
@NullMarked
package yunhe.web.form;

import org.jspecify.annotations.NullMarked;
