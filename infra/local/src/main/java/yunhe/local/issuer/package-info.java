/** An OpenID Connect provider without passwords: whoever asks gets the role they ask for. */
@NullMarked
package yunhe.local.issuer;

import org.jspecify.annotations.NullMarked;
