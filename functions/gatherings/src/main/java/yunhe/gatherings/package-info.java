/**
 * Doors to gatherings: signing up, managing one's registration, organising, and moving lines up. What is decided, is
 * decided in the core; here requests are read and outcomes worded. No store access but through the core's ports.
 */
@NullMarked
package yunhe.gatherings;

import org.jspecify.annotations.NullMarked;
