/**
 * How staff sign in to a part of the site: OpenID Connect's authorization code flow with PKCE against the deployment's
 * issuer, the exchange on the server, the signed cookies that stand for a sign-in under way and for a session, and what
 * a page or form for staff asks first. A library: the door and the console each open it under their own address. What
 * staff then see is theirs.
 */
@NullMarked
package yunhe.signin;

import org.jspecify.annotations.NullMarked;
