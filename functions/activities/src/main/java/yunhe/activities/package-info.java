/**
 * What every activity has, whatever its type: the doors through which people look, sign up and manage their
 * registration, and through which organisers make it, decide and list. A library: gatherings and roadshows each open
 * them under their own address.
 */
@NullMarked
package yunhe.activities;

import org.jspecify.annotations.NullMarked;
