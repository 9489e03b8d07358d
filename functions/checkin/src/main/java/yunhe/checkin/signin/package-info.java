/**
 * How door staff sign in: OpenID Connect's authorization code flow with PKCE against the deployment's issuer, the
 * exchange on the server, and the signed cookies that stand for a sign-in under way and for a session. No tickets, no
 * pages.
 */
@NullMarked
package yunhe.checkin.signin;

import org.jspecify.annotations.NullMarked;
